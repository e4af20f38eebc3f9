import { setTimeout as wait } from 'node:timers/promises'
import { Stopped } from '../../cli/failure.ts'
import { stopped } from '../rehearsal-environment/closing.ts'

/** Aborts with `Stopped` at Ctrl-C, SIGTERM and the terminal's end. A second one changes nothing: what was begun is ended in order. */
export function stopRequested(): AbortSignal {
  const told = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => told.abort(new Stopped(`Stopped by ${name}`)))
  return told.signal
}

/**
 * Waits for work, and for a while longer once it is told to stop: what is being written down comes to its end.
 *
 * @throws the signal's reason when the work goes on after that
 */
export function unlessStopped<T>(work: Promise<T>, stopping: AbortSignal, patienceMs = 0): Promise<T> {
  const patienceEnds = stopped(stopping).catch(async (reason: unknown) => {
    await wait(patienceMs)
    throw reason
  })
  return Promise.race([work, patienceEnds])
}
