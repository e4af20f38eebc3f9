import { Refusal } from '../../domain/refusal.ts'
import type { Asked } from '../command.ts'
import type { House } from '../house.ts'
import type { CommandResult } from '../ports.ts'
import { bodyNamed, requireCriteria, requireKnown } from './known-facts.ts'
import type { SupervisionPayload } from './payloads.ts'
import { supervise } from './supervise.ts'

/**
 * Records that a body listed a Member, at a session of the body that it sits at, by the criteria that it names.
 *
 * @throws Refusal `already-listed`, `not-a-member`, `unknown-body`, `unknown-criterion`, `unknown-session`, `unknown-instrument`, `date-in-future`
 */
export const recordListing = (house: House, asked: Asked, payload: SupervisionPayload<'record-listing'>): Promise<CommandResult> =>
  supervise(house, asked, 'record-listing', payload, async ({ today, on, source, rules }) => {
    const { organization, member, body, session, criteria, instruments, paragraph } = payload
    const { listsAt } = bodyNamed(rules, body)
    if (listsAt === null) throw new Refusal('unknown-body', `${body} lists no Members`, { body })
    requireCriteria(rules, criteria)
    const guards = await requireKnown(house.log, { organization, member, on, session, sessionOf: listsAt, instruments })
    return { command: { type: 'RecordListing', today, on, data: { organization, member, instruments, body, session, criteria, paragraph, source } }, guards }
  })

/** Records whether the Member, listed at a session, gave explanations there or none. @throws Refusal `not-listed`, `already-heard`, `out-of-order`, `date-in-future` */
export const recordHearing = (house: House, asked: Asked, payload: SupervisionPayload<'record-hearing'>): Promise<CommandResult> =>
  supervise(house, asked, 'record-hearing', payload, async ({ today, on, source }) => {
    const { session, outcome, paragraph } = payload
    return { command: { type: 'RecordHearing', today, on, data: { session, outcome, paragraph: paragraph ?? null, source } }, guards: [] }
  })

/** Records the conclusions on a Member listed at a session. @throws Refusal `unknown-body`, `not-listed`, `already-concluded`, `out-of-order`, `date-in-future` */
export const recordConclusions = (house: House, asked: Asked, payload: SupervisionPayload<'record-conclusions'>): Promise<CommandResult> =>
  supervise(house, asked, 'record-conclusions', payload, async ({ today, on, source, rules }) => {
    const { body, session, paragraph } = payload
    bodyNamed(rules, body)
    return { command: { type: 'RecordConclusions', today, on, data: { session, body, paragraph, source } }, guards: [] }
  })

/**
 * Records that a body has no more to ask, of some instruments or of all.
 *
 * @throws Refusal `unknown-body`, `unknown-instrument`, `nothing-to-clear`, `date-in-future`
 */
export const clearSupervision = (house: House, asked: Asked, payload: SupervisionPayload<'clear-supervision'>): Promise<CommandResult> =>
  supervise(house, asked, 'clear-supervision', payload, async ({ today, on, source, rules }) => {
    const { organization, body, instruments, paragraph } = payload
    bodyNamed(rules, body)
    const guards = await requireKnown(house.log, { organization, on, instruments })
    return { command: { type: 'ClearSupervision', today, on, data: { body, instruments, paragraph, source } }, guards }
  })
