import { spawn } from 'node:child_process'

/** How a command ended; `output` is the end of what it wrote, both streams together, without colour codes. */
export type CommandOutcome = { readonly succeeded: boolean; readonly output: string }

const KEPT_CHARACTERS = 8_000

/**
 * Runs a command to its end; never rejects: a command that is not there or takes too long has not succeeded, and `output` says so.
 *
 * @param limit after `limit.silentForMs` without output, or once `limit.totalMs` have passed, it is ended
 */
export function runCommand(
  command: string,
  args: readonly string[],
  { environment, folder, limit }: { environment: NodeJS.ProcessEnv; folder?: string; limit: { silentForMs?: number; totalMs: number } },
): Promise<CommandOutcome> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env: environment, stdio: ['ignore', 'pipe', 'pipe'], ...(folder === undefined ? {} : { cwd: folder }) })
    let output = ''
    // One that takes minutes does not outlive whoever wanted its result.
    const endWithThisProcess = () => child.kill('SIGKILL')
    process.once('exit', endWithThisProcess)
    let ended: string | null = null
    const end = (why: string) => {
      ended = why
      child.kill('SIGKILL')
    }
    const total = setTimeout(() => end(`it was ended after ${limit.totalMs / 1000} s`), limit.totalMs)
    const { silentForMs } = limit
    const silence = silentForMs === undefined ? null : setTimeout(() => end(`it was ended after ${silentForMs / 1000} s without a sign of life`), silentForMs)
    const keep = (chunk: Buffer) => {
      silence?.refresh()
      output = `${output}${chunk.toString('utf8')}`.slice(-KEPT_CHARACTERS)
    }
    const finish = (succeeded: boolean, why: string | null) => {
      clearTimeout(total)
      process.off('exit', endWithThisProcess)
      if (silence !== null) clearTimeout(silence)
      resolve({ succeeded, output: [plain(output), why].filter((part) => part !== null && part !== '').join('\n') })
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error: NodeJS.ErrnoException) => finish(false, error.code === 'ENOENT' ? `${command} is not installed` : error.message))
    child.on('close', (code) => finish(code === 0 && ended === null, ended))
  })
}

const plain = (text: string) => text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g'), '').trim()
