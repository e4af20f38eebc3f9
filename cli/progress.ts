import { progress as bar } from '@clack/prompts'
import type { CommandLinePorts } from './ports.ts'

export type Shown = {
  /** @param share of the whole, from 0 to 1 */
  readonly at: (share: number, what: string) => void
  readonly end: () => void
}

/** Long work on standard error: a bar on a terminal, a line each tenth otherwise. */
export function showProgress({ error }: CommandLinePorts, title: string): Shown {
  return error.isTerminal ? asBar(title) : asLines(title, error.line)
}

function asBar(title: string): Shown {
  const shown = bar({ max: 100, output: process.stderr })
  let done = 0
  shown.start(title)
  return {
    at: (share, what) => {
      const next = Math.floor(share * 100)
      shown.advance(Math.max(0, next - done), `${title}: ${what}`)
      done = Math.max(done, next)
    },
    end: () => shown.stop(title),
  }
}

function asLines(title: string, say: (line: string) => void): Shown {
  let told = -1
  return {
    at: (share, what) => {
      const tenth = Math.floor(share * 10)
      if (tenth <= told) return
      told = tenth
      say(`${title}: ${tenth * 10} %, ${what}`)
    },
    end: () => undefined,
  }
}
