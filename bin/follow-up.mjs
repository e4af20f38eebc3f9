#!/usr/bin/env node
// What `npx follow-up` runs: the program as it was built. It builds nothing, so a running installation keeps the files that it started from.
import { existsSync } from 'node:fs'

const program = new URL('../dist/infra/processes/cli.js', import.meta.url)
if (existsSync(program)) await import(program)
else {
  console.error('Follow-Up is not built here. Run "npm run build", or "npm ci", which builds it too.')
  process.exitCode = 1
}
