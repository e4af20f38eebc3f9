import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process by its number and by when it began: a number that was given to another program since is not taken for it. */
export type ProcessMark = { readonly pid: number; readonly began: string }

/** @throws Error when there is no such process */
export function markOf(pid: number): ProcessMark {
  const began = beganAt(pid)
  if (began === null) throw new Error(`There is no process ${pid}`)
  return { pid, began }
}

export const isStillRunning = ({ pid, began }: ProcessMark): boolean => beganAt(pid) === began

const beganAt = (pid: number): string | null => (process.platform === 'linux' ? fromProc(pid) : fromPs(pid))

/** The boot and the clock ticks since then: field 22 of `stat`, counted after the name, which may hold anything. */
function fromProc(pid: number): string | null {
  const stat = textOf(`/proc/${pid}/stat`)
  if (stat === null) return null
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  if (state === 'Z') return null
  return `${textOf('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}/${rest[18] ?? ''}`
}

function fromPs(pid: number): string | null {
  try {
    const said = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
    return said === '' ? null : said
  } catch (error) {
    if (error instanceof Error && 'status' in error) return null
    throw error
  }
}

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH')) return null
    throw error
  }
}
