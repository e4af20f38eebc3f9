import { setTimeout as wait } from 'node:timers/promises'

/** By what each asks for. A check that rejects is not met; its message is shown. */
export type ReadinessChecks = Readonly<Record<string, () => Promise<unknown>>>

export type Ready = { readonly ready: boolean; readonly checks: Readonly<Record<string, 'ok' | string>> }

export type Readiness = {
  /** Until it is called, and after `stop`, the process is not ready. */
  begin(checks: ReadinessChecks): void
  stop(): void
  /** Callers at the same moment share one answer, so that probes never use up connections. */
  check(): Promise<Ready>
}

/** Whether a process can do its work at this moment: every check passes within two seconds. */
export function createReadiness(): Readiness {
  let state: 'starting' | 'stopping' | ReadinessChecks = 'starting'
  let underWay: Promise<Ready> | null = null

  const checkAll = async (): Promise<Ready> => {
    if (typeof state === 'string') return { ready: false, checks: { process: state } }
    const met = await Promise.all(Object.entries(state).map(async ([name, check]) => [name, await outcomeOf(check)] as const))
    return { ready: met.every(([, outcome]) => outcome === 'ok'), checks: Object.fromEntries(met) }
  }

  return {
    begin: (checks) => {
      if (state === 'starting') state = checks
    },
    stop: () => {
      state = 'stopping'
    },
    check: () => {
      underWay ??= checkAll().finally(() => {
        underWay = null
      })
      return underWay
    },
  }
}

const longestCheckMs = 2_000

async function outcomeOf(check: () => Promise<unknown>): Promise<string> {
  const over = new AbortController()
  try {
    const tooLate = wait(longestCheckMs, undefined, { signal: over.signal }).then(() => {
      throw new Error(`no answer within ${longestCheckMs / 1_000} seconds`)
    })
    await Promise.race([check(), tooLate])
    return 'ok'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    over.abort()
  }
}
