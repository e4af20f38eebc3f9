import { setTimeout as wait } from 'node:timers/promises'
import type { Pool } from 'pg'
import { CommandIdReused, VersionConflict } from '../../activities/conflicts.ts'
import type { CommandResult } from '../../activities/ports.ts'
import type { PreparedCommand } from './envelope.ts'
import { isConnectionLost, isPassing, isRejected } from './failures.ts'
import { type Outcome, sendCommands, type TimedCommand } from './send-commands.ts'
import { takeIndependent } from './take-independent.ts'

type Waiting = { readonly command: TimedCommand; readonly resolve: (result: CommandResult) => void; readonly reject: (error: unknown) => void }

/**
 * Takes commands to the append function, one call at a time: while one is under way the next gathers.
 *
 * A call whose answer was lost is made again under the same command ids, so that nothing is recorded twice.
 * When PostgreSQL rejects a call, each of its commands is tried alone, and only the bad one fails.
 */
export function createAppendQueue(pool: Pool): (command: PreparedCommand, at: string | null) => Promise<CommandResult> {
  let gathered: Waiting[] = []
  let underWay = false

  const drain = async (): Promise<void> => {
    // Callers of the same turn travel together.
    await new Promise<void>((resume) => setImmediate(resume))
    while (gathered.length > 0) {
      const { taken, left } = takeIndependent(gathered, largestBatch)
      gathered = left
      await applySeeds(pool, taken)
    }
    underWay = false
  }

  return (command, at) =>
    new Promise((resolve, reject) => {
      gathered.push({ command: { ...command, at }, resolve, reject })
      if (underWay) return
      underWay = true
      void drain()
    })
}

/** Commands a call: enough to spread the cost of a commit, few enough that the lock is held for milliseconds. */
const largestBatch = 256

async function applySeeds(pool: Pool, batch: readonly Waiting[]): Promise<void> {
  try {
    const outcomes = await sendUntilAnswered(
      pool,
      batch.map(({ command }) => command),
    )
    for (const [index, waiting] of batch.entries()) answer(waiting, outcomes[index])
  } catch (error) {
    if (batch.length > 1 && isRejected(error)) for (const waiting of batch) await applySeeds(pool, [waiting])
    else for (const { reject } of batch) reject(error)
  }
}

async function sendUntilAnswered(pool: Pool, commands: readonly TimedCommand[], attempt = 1): Promise<readonly Outcome[]> {
  try {
    return await sendCommands(pool, commands)
  } catch (error) {
    if (attempt === attempts || !(isConnectionLost(error) || isPassing(error))) throw error
    await wait(firstPauseMs * 2 ** (attempt - 1))
    return sendUntilAnswered(pool, commands, attempt + 1)
  }
}

/** Pauses of 50 ms, doubled: some six seconds in all, which a restart of PostgreSQL takes. */
const firstPauseMs = 50
const attempts = 8

function answer({ command, resolve, reject }: Waiting, outcome: Outcome | undefined): void {
  switch (outcome?.kind) {
    case 'appended':
    case 'known': {
      const { firstPosition, lastPosition } = outcome
      resolve({ firstPosition, lastPosition, actor: command.by, bodyHash: command.bodyHash })
      break
    }
    case 'stale':
      reject(new VersionConflict(outcome.stream, outcome.expected))
      break
    case 'reused':
      reject(new CommandIdReused(command.id))
      break
    case undefined:
      reject(new Error(`The append function gave no answer to command ${command.id}`))
  }
}
