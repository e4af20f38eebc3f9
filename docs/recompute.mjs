// Reads an export (`npx follow-up log`) from standard input and prints what `verify` prints. Node's own crypto, nothing of this project.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()
const inByteOrder = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))

const lines = readFileSync(0, 'utf8').split('\n').slice(0, -1)
const head = lines.reduce((chain, line) => sha256(chain, sha256('\0', line)), Buffer.alloc(32))
const byStream = lines
  .map((line) => ({ line, ...JSON.parse(line) }))
  .sort((a, b) => inByteOrder(a.stream, b.stream) || a.version - b.version)
  .map(({ line }) => `${line}\n`)

console.log(JSON.stringify({ events: lines.length, recordHash: sha256(...byStream).toString('hex'), head: head.toString('hex') }))
