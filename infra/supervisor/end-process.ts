import { setTimeout as wait } from 'node:timers/promises'
import { isStillRunning, type ProcessMark } from './process-identity.ts'

/** Asks a process to end, and ends its whole group after a while. It is never another that was given its number. */
export async function endProcess(mark: ProcessMark, patienceMs = 5_000): Promise<void> {
  signal(mark, mark.pid, 'SIGTERM')
  const until = performance.now() + patienceMs
  while (isStillRunning(mark)) {
    if (performance.now() > until) signal(mark, -mark.pid, 'SIGKILL')
    await wait(25)
  }
}

function signal(mark: ProcessMark, to: number, name: NodeJS.Signals): void {
  if (!isStillRunning(mark)) return
  try {
    process.kill(to, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
