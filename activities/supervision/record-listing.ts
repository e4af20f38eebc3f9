import { Refusal } from '../../domain/refusal.ts'
import type { CommandMetadata } from '../command.ts'
import type { CommandResult } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { bodyNamed, requireCriteria, requireKnown } from './known-facts.ts'
import type { SupervisionPayload } from './payloads.ts'
import { supervise } from './supervise.ts'

/**
 * Records that a body listed a Member, at a session of the body that it sits at, by the criteria that it names.
 *
 * @throws Refusal `already-listed`, `not-a-member`, `unknown-body`, `unknown-criterion`, `unknown-session`, `unknown-instrument`, `date-in-future`
 */
export const recordListing = (context: UseCaseContext, metadata: CommandMetadata, payload: SupervisionPayload<'record-listing'>): Promise<CommandResult> =>
  supervise(context, metadata, 'record-listing', payload, async ({ today, on, source, rules }) => {
    const { organization, member, body, session, criteria, instruments, paragraph } = payload
    const { listsAt } = bodyNamed(rules, body)
    if (listsAt === null) throw new Refusal('unknown-body', `${body} lists no Members`, { body })
    requireCriteria(rules, criteria)
    const preconditions = await requireKnown(context.log, { organization, member, on, session, sessionOf: listsAt, instruments })
    return {
      command: { type: 'RecordListing', today, on, data: { organization, member, instruments, body, session, criteria, paragraph, source } },
      preconditions,
    }
  })

/** Records whether the Member, listed at a session, gave explanations there or none. @throws Refusal `not-listed`, `already-heard`, `out-of-order`, `date-in-future` */
export const recordHearing = (context: UseCaseContext, metadata: CommandMetadata, payload: SupervisionPayload<'record-hearing'>): Promise<CommandResult> =>
  supervise(context, metadata, 'record-hearing', payload, async ({ today, on, source }) => {
    const { session, outcome, paragraph } = payload
    return { command: { type: 'RecordHearing', today, on, data: { session, outcome, paragraph: paragraph ?? null, source } }, preconditions: [] }
  })

/** Records the conclusions on a Member listed at a session. @throws Refusal `unknown-body`, `not-listed`, `already-concluded`, `out-of-order`, `date-in-future` */
export const recordConclusions = (
  context: UseCaseContext,
  metadata: CommandMetadata,
  payload: SupervisionPayload<'record-conclusions'>,
): Promise<CommandResult> =>
  supervise(context, metadata, 'record-conclusions', payload, async ({ today, on, source, rules }) => {
    const { body, session, paragraph } = payload
    bodyNamed(rules, body)
    return { command: { type: 'RecordConclusions', today, on, data: { session, body, paragraph, source } }, preconditions: [] }
  })

/**
 * Records that a body has no more to ask, of some instruments or of all.
 *
 * @throws Refusal `unknown-body`, `unknown-instrument`, `nothing-to-clear`, `date-in-future`
 */
export const clearSupervision = (
  context: UseCaseContext,
  metadata: CommandMetadata,
  payload: SupervisionPayload<'clear-supervision'>,
): Promise<CommandResult> =>
  supervise(context, metadata, 'clear-supervision', payload, async ({ today, on, source, rules }) => {
    const { organization, body, instruments, paragraph } = payload
    bodyNamed(rules, body)
    const preconditions = await requireKnown(context.log, { organization, on, instruments })
    return { command: { type: 'ClearSupervision', today, on, data: { body, instruments, paragraph, source } }, preconditions }
  })
