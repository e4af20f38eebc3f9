import { ReaderGone } from '../../cli/failure.ts'
import type { CommandLinePorts } from '../../cli/ports.ts'

/** Standard output, a line at a time, as fast as its reader takes it: one that went away, or a signal, ends the command at its next line. */
export function standardOutput(stopping: AbortSignal): CommandLinePorts['out'] {
  // Each line hears of it for itself.
  process.stdout.on('error', () => undefined)
  return {
    get width() {
      return process.stdout.isTTY && process.stdout.columns > 0 ? process.stdout.columns : null
    },
    line: (text) =>
      new Promise((resolve, reject) => {
        if (stopping.aborted) return reject(stopping.reason)
        stopping.addEventListener('abort', give, { once: true })
        function give() {
          reject(stopping.reason)
        }
        process.stdout.write(`${text}\n`, (error: NodeJS.ErrnoException | null | undefined) => {
          stopping.removeEventListener('abort', give)
          if (!error) resolve()
          else reject(readerGone.includes(error.code ?? '') ? new ReaderGone('Nobody reads the answer', { cause: error }) : error)
        })
      }),
  }
}

const readerGone = ['EPIPE', 'EIO', 'ERR_STREAM_DESTROYED']
