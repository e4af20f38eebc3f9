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

/** The keyboard is left alone: Ctrl-C is a signal, which ends the work in order. */
function asBar(title: string): Shown {
  let shown = ''
  return {
    at: (share, what) => {
      const done = Math.floor(share * barWidth)
      const next = `${title} ${'█'.repeat(done)}${'░'.repeat(barWidth - done)} ${what}`
      if (next === shown) return
      shown = next
      process.stderr.write(`${lineAnew}${shown}`)
    },
    end: () => void process.stderr.write(`${lineAnew}${title}\n`),
  }
}

const barWidth = 40
const lineAnew = '\r\u001b[2K'

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
