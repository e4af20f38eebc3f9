import { partyId } from '../../domain/ids.ts'
import { supervision } from '../../domain/supervision/supervision.ts'
import { type CommandMetadata, hashOf } from '../command.ts'
import type { CommandResult } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { bodyNamed, requireKind, requireKnown } from './known-facts.ts'
import type { SupervisionPayload } from './payloads.ts'
import { supervise } from './supervise.ts'

/**
 * Records the comment that a body made, under its own reference. Which comment it is, and why now, the body alone decided.
 *
 * @throws Refusal `already-commented`, `not-a-member`, `unknown-body`, `unknown-kind`, `unknown-session`, `unknown-instrument`, `date-in-future`
 */
export const recordComment = (context: UseCaseContext, metadata: CommandMetadata, payload: SupervisionPayload<'record-comment'>): Promise<CommandResult> =>
  supervise(context, metadata, 'record-comment', payload, async ({ today, on, source, rules }) => {
    const { organization, member, reference, kind, body, session, reportYear, instruments, paragraph } = payload
    requireKind(bodyNamed(rules, body), kind)
    const preconditions = await requireKnown(context.log, { organization, member, on, instruments, ...(session === undefined ? {} : { session }) })
    const comment = { organization, member, instruments, reference, kind, body, session: session ?? null, reportYear: reportYear ?? null }
    return { command: { type: 'RecordComment', today, on, data: { ...comment, paragraph: paragraph ?? null, source } }, preconditions }
  })

/**
 * Records that the Member's reply to a comment arrived; its words are sealed.
 *
 * @throws Refusal `unknown-comment`, `out-of-order`, `date-in-future`
 */
export const recordReply = (context: UseCaseContext, metadata: CommandMetadata, payload: SupervisionPayload<'record-comment-reply'>): Promise<CommandResult> =>
  supervise(context, metadata, 'record-comment-reply', payload, async ({ today, on, state }) => {
    const { organization, member, reference, text } = payload
    const command = { type: 'RecordReply', today, on, data: { reference, content: null } } as const
    if (text === undefined) return { command, preconditions: [] }
    // Sealed only once the rules said yes: a refused command leaves nothing behind.
    supervision.decide(command, state)
    const id = `reply/${hashOf(metadata.commandId).slice(0, 16)}`
    const content = await context.encrypted.encrypt({ id, subject: partyId(organization, member), mediaType: 'text/plain', content: text })
    return { command: { ...command, data: { reference, content } }, preconditions: [] }
  })
