import { type Client, isGrpcServiceError } from '@temporalio/client'
import type { TimedCategory, TimedStream } from '../../activities/reconcile.ts'
import { parseStreamName } from '../../domain/streams.ts'
import { type InstallationName, recordChangedSignal, workflowId, workflowTypes } from '../../workflows/messages.ts'
import { codeOf } from './activity-failure.ts'

export type WakerSettings = {
  readonly client: Client
  readonly installation: InstallationName
  readonly taskQueue: string
  /** After how long a worker that was killed in the middle of a task is missed. Temporal's own default is ten seconds. */
  readonly workflowTaskTimeoutMs?: number
}

export type Undelivered = { readonly kept: TimedStream; readonly position: number; readonly code: string }

export type Waker = {
  /** Starts the workflow where none runs, and tells it how far the record has come. @throws TemporalUnavailable, NamespaceNotFoundError */
  wake(kept: TimedStream, position: number): Promise<void>
  /** At most 50 at a time. @returns those that Temporal will not have @throws TemporalUnavailable, NamespaceNotFoundError */
  wakeAll(positions: ReadonlyMap<TimedStream, number>): Promise<readonly Undelivered[]>
}

/** Temporal does not answer, or has no room: the same call may pass later. */
export class TemporalUnavailable extends Error {
  override readonly name = 'TemporalAway'
}

const inFlight = 50

export function createWaker({ client, installation, taskQueue, workflowTaskTimeoutMs }: WakerSettings): Waker {
  const wake = async (kept: TimedStream, position: number): Promise<void> => {
    const { category, id } = timedParts(kept)
    await client.workflow
      .signalWithStart(workflowTypes[category], {
        taskQueue,
        workflowId: workflowId[category](installation, id),
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        args: [id],
        signal: recordChangedSignal,
        signalArgs: [position],
        ...(workflowTaskTimeoutMs === undefined ? {} : { workflowTaskTimeout: workflowTaskTimeoutMs }),
      })
      .catch(rethrowPlainly)
  }

  const wakeAll = async (positions: ReadonlyMap<TimedStream, number>): Promise<readonly Undelivered[]> => {
    const queue = positions.entries()
    const undelivered: Undelivered[] = []
    const hand = async () => {
      for (const [kept, position] of queue)
        await wake(kept, position).catch((error: unknown) => {
          if (!isRefusedByTemporal(error)) throw error
          undelivered.push({ kept, position, code: codeOf(error) })
        })
    }
    await Promise.all(Array.from({ length: Math.min(inFlight, positions.size) }, hand))
    return undelivered
  }

  return { wake, wakeAll }
}

export function timedParts(kept: TimedStream): { readonly category: TimedCategory; readonly id: string } {
  const { category, id } = parseStreamName(kept)
  return { category: category as TimedCategory, id }
}

/** @throws TemporalUnavailable for what may pass; every other error as it is */
export function rethrowPlainly(error: unknown): never {
  const code = grpcCode(error)
  if (code !== null && passing.includes(code)) throw new TemporalUnavailable(`Temporal did not take a call: gRPC code ${code}`, { cause: error })
  throw error
}

const isRefusedByTemporal = (error: unknown): boolean => refused.includes(grpcCode(error) ?? -1)

function grpcCode(error: unknown): number | null {
  if (isGrpcServiceError(error)) return error.code
  return error instanceof Error && error.cause !== undefined ? grpcCode(error.cause) : null
}

/** CANCELLED, UNKNOWN, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, ABORTED, INTERNAL, UNAVAILABLE */
const passing = [1, 2, 4, 8, 10, 13, 14]

/** INVALID_ARGUMENT, ALREADY_EXISTS, FAILED_PRECONDITION, OUT_OF_RANGE */
const refused = [3, 6, 9, 11]
