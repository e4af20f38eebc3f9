import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chainOf, emptyChain, leafOf } from '../../infra/event-store/chain.ts'
import { prepare } from '../../infra/event-store/envelope.ts'
import { projectRoot } from '../../infra/installation/project-root.ts'
import { note } from '../support/notes.ts'

/** As an auditor runs it: a process of its own, the export on its standard input. */
const recomputed = (lines: readonly string[]): unknown => {
  const input = lines.map((line) => `${line}\n`).join('')
  return JSON.parse(execFileSync(process.execPath, [join(projectRoot(), 'docs/recompute.mjs')], { input, encoding: 'utf8' }))
}

const lineOf = (command: string, stream: string, atVersion: number, text: string): string => {
  const [event] = prepare(note(command, stream, atVersion, text)).streams[0]?.events ?? []
  if (event === undefined) throw new RangeError(`${command} has no event`)
  return `${event.before}2012-06-14T00:00:00.000Z${event.after}`
}

describe('the script that recomputes an export', () => {
  // In order of position; by bytes B comes before a, and é last. Text with a line separator is one line all the same.
  const [b, a, B, e, second] = [
    lineOf('c1', 'b', 0, 'one'),
    lineOf('c2', 'a', 0, 'zwei\u2028drei'),
    lineOf('c3', 'B', 0, 'ثلاثة'),
    lineOf('c4', 'é', 0, '🙂'),
    lineOf('c5', 'a', 1, 'two'),
  ]
  const lines = [b, a, B, e, second].map(String)

  it('gives the head and the hash that the record itself gives', () =>
    expect(recomputed(lines)).toStrictEqual({
      events: 5,
      recordHash: createHash('sha256').update(`${B}\n${a}\n${second}\n${b}\n${e}\n`).digest('hex'),
      head: lines.reduce((chain, line) => chainOf(chain, leafOf(line)), emptyChain).toString('hex'),
    }))

  it('gives what stands before the first event where there is none', () =>
    expect(recomputed([])).toStrictEqual({ events: 0, recordHash: createHash('sha256').digest('hex'), head: emptyChain.toString('hex') }))
})
