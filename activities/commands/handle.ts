import { requireGiver } from '../../domain/permissions.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type CommandMetadata, firstResult, recordedAs, retryOnVersionConflict } from '../command.ts'
import type { CommandResult, StreamHistory } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import type { About, CommandRules, Decision } from './command-definition.ts'
import { encryptWritten } from './encrypt-written.ts'

/** What gives commands to the record. */
export type CommandContext = UseCaseContext & { readonly synthetic?: boolean }

/** What became of a command. */
export type Handled<Shown = unknown> = {
  readonly about: About
  /** `null` where there was no news: nothing is recorded then. */
  readonly result: CommandResult | null
  /** Head of the log after the command. */
  readonly head: number
  /** The streams of `about` as they were read. */
  readonly histories: readonly StreamHistory[]
  /** `null` where the command is on record already and is answered with its first result. */
  readonly decision: Decision<Shown> | null
}

/**
 * Loads, authorizes, decides, encrypts and appends. A repeated command id gets the first result.
 *
 * @throws Refusal when a rule says no; CommandIdReused when the id came before with another request. Nothing is recorded then
 */
export function handle<Payload, Shown>(
  context: CommandContext,
  command: CommandRules<Payload, Shown>,
  metadata: CommandMetadata,
  payload: Payload,
): Promise<Handled<Shown>> {
  return retryOnVersionConflict(async () => {
    const loaded = await load(context, command, payload, metadata.commandId)
    const { about, histories, head, answered } = loaded
    if (answered !== null) return { about, histories, head, result: firstResult(metadata, answered), decision: null }
    const decision = await authorizeAndDecide(context, command, metadata, payload, loaded)
    const streams = decision.streams.filter(({ events }) => events.length > 0)
    if (streams.length === 0) return { about, histories, head, result: null, decision }
    const encrypted = await encryptWritten(context.encrypted, decision.written ?? [], streams)
    const result = await context.log.append({ ...recordedAs(metadata), streams: encrypted, preconditions: withoutOwn(decision, streams) })
    return { about, histories, head: result.lastPosition, result, decision: { ...decision, streams: encrypted } }
  })
}

/** What a command would do. Nothing is recorded. @throws Refusal when a rule says no */
export async function lookAt<Payload, Shown>(
  context: CommandContext,
  command: CommandRules<Payload, Shown>,
  metadata: CommandMetadata,
  payload: Payload,
): Promise<{ readonly about: About; readonly decision: Decision<Shown> }> {
  const loaded = await load(context, command, payload)
  return { about: loaded.about, decision: await authorizeAndDecide(context, command, metadata, payload, loaded) }
}

type Loaded = Awaited<ReturnType<typeof load>>

async function load<Payload>(context: CommandContext, command: CommandRules<Payload>, payload: Payload, commandId?: string) {
  const about = await command.about(payload, context)
  return { about, ...(await context.log.read(about.streams, commandId)) }
}

async function authorizeAndDecide<Payload, Shown>(
  context: CommandContext,
  command: CommandRules<Payload, Shown>,
  metadata: CommandMetadata,
  payload: Payload,
  { about, histories }: Loaded,
): Promise<Decision<Shown>> {
  const today = () => context.clock.today(context.reference.zoneOf(about.organization))
  try {
    requireGiver(metadata.principal, command, { ...about, scope: command.scope, owedBy: command.owedBy?.(histories, about) ?? 'member' })
    return await command.decide({ context, metadata, payload, about, histories, today })
  } catch (error) {
    if (!(error instanceof Refusal) || command.explain === undefined) throw error
    throw await command.explain(error, { context, metadata, about })
  }
}

/** A stream that is added to needs no precondition of its own, and no stream needs two. */
function withoutOwn({ preconditions = [] }: Decision, streams: Decision['streams']): NonNullable<Decision['preconditions']> {
  return preconditions.filter(
    (each, index) => !streams.some(({ stream }) => stream === each.stream) && preconditions.findIndex(({ stream }) => stream === each.stream) === index,
  )
}
