import { correspondent } from '../../domain/obligation/obligation-id.ts'
import { supervision } from '../../domain/supervision/supervision.ts'
import { type Asked, hashOf } from '../command.ts'
import type { House } from '../house.ts'
import type { CommandResult } from '../ports.ts'
import { bodyNamed, requireKind, requireKnown } from './known-facts.ts'
import type { SupervisionPayload } from './payloads.ts'
import { supervise } from './supervise.ts'

/**
 * Records the comment that a body made, under its own reference. Which comment it is, and why now, the body alone decided.
 *
 * @throws Refusal `already-commented`, `not-a-member`, `unknown-body`, `unknown-kind`, `unknown-session`, `unknown-instrument`, `date-in-future`
 */
export const recordComment = (house: House, asked: Asked, payload: SupervisionPayload<'record-comment'>): Promise<CommandResult> =>
  supervise(house, asked, 'record-comment', payload, async ({ today, on, source, rules }) => {
    const { organization, member, reference, kind, body, session, reportYear, instruments, paragraph } = payload
    requireKind(bodyNamed(rules, body), kind)
    const guards = await requireKnown(house.log, { organization, member, on, instruments, ...(session === undefined ? {} : { session }) })
    const comment = { organization, member, instruments, reference, kind, body, session: session ?? null, reportYear: reportYear ?? null }
    return { command: { type: 'RecordComment', today, on, data: { ...comment, paragraph: paragraph ?? null, source } }, guards }
  })

/**
 * Records that the Member's reply to a comment arrived; its words are sealed.
 *
 * @throws Refusal `unknown-comment`, `out-of-order`, `date-in-future`
 */
export const recordReply = (house: House, asked: Asked, payload: SupervisionPayload<'record-comment-reply'>): Promise<CommandResult> =>
  supervise(house, asked, 'record-comment-reply', payload, async ({ today, on, state }) => {
    const { organization, member, reference, text } = payload
    const command = { type: 'RecordReply', today, on, data: { reference, content: null } } as const
    if (text === undefined) return { command, guards: [] }
    // Sealed only once the rules said yes: a refused command leaves nothing behind.
    supervision.decide(command, state)
    const id = `reply/${hashOf(asked.commandId).slice(0, 16)}`
    const content = await house.sealed.seal({ id, subject: correspondent(organization, member), mediaType: 'text/plain', content: text })
    return { command: { ...command, data: { reference, content } }, guards: [] }
  })
