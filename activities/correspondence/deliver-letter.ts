import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { correspondenceEvents, type QueuedNotice } from '../../domain/correspondence/events.ts'
import { stillApplies } from '../../domain/correspondence/still-applies.ts'
import { organizationOf, partyOfLetter } from '../../domain/ids.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import type { NewEvent, RecordedEvent } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stream } from '../../domain/streams.ts'
import { hashOf, retryOnVersionConflict } from '../command.ts'
import { CommandIdReused, VersionConflict } from '../conflicts.ts'
import { foldLetter, foldObligation } from '../fold.ts'
import type { DeliveryOutcome, Reading, StreamHistory } from '../ports.ts'
import type { DeliveryContext } from '../use-case-context.ts'
import { correspondActor, preconditionsOf } from './next-letter.ts'

/** The relay could not be reached, or asked to be tried again: nothing went out, and the letter waits. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered'
}

/**
 * Brings one letter to its end: accepted, refused for good, withdrawn because it was answered, or uncertain.
 *
 * The attempt is recorded after the relay answered DATA and before the first byte, and only if the obligations have not moved since the
 * letter was checked: where one of them was answered the letter is withdrawn, and another is written about the rest. Where an attempt
 * stands without its end, the bytes may have reached someone: the relay is asked, and where it cannot say, a person decides.
 *
 * @returns the party whose correspondence it is
 * @throws NotDelivered when it is to be tried again later
 */
export async function deliverLetter(context: DeliveryContext, letterId: string, signal: AbortSignal): Promise<string> {
  const outcome = await retryOnVersionConflict(() => attempt(context, letterId, signal))
  if (outcome === 'again') throw new NotDelivered(`${letterId} could not be handed over now`)
  return partyOfLetter(letterId)
}

type Issued = Extract<Letter, { status: 'issued' }>
type Attempt = 'ended' | 'again'

async function attempt(context: DeliveryContext, letterId: string, signal: AbortSignal): Promise<Attempt> {
  const letter = await issued(context, letterId)
  if (letter.state.outcome !== 'pending') return 'ended'
  if (letter.state.underWay) return interrupted(context, letterId, letter)

  const checked = await context.log.read(letter.state.obligations.map(stream.obligation))
  const { kind, obligations, dueOn } = letter.state
  const wanted = obligations.filter((_, index) => stillApplies({ kind, dueOn: dueOn[index], ...letter.answers }, foldObligation(checked.histories[index])))
  if (wanted.length < obligations.length)
    return end(context, letterId, letter, [{ type: 'LetterWithdrawn', data: { reason: 'answered before it left' } }], wanted)

  return hand(context, letterId, letter, checked, signal)
}

/** An attempt without its end: another hand may still hold it; after its lease the relay is asked, and where it cannot say, a person decides. */
async function interrupted(context: DeliveryContext, letterId: string, letter: OnRecord): Promise<Attempt> {
  const { attempts: attempt, messageId } = letter.state
  const now = Date.parse(await context.clock.now())
  if (letter.attemptedAt !== null && now < Date.parse(letter.attemptedAt) + context.leaseMs) return 'again'
  const said = await context.postOffice.askAbout(messageId)
  if (said === 'has') return end(context, letterId, letter, [{ type: 'LetterAccepted', data: { attempt, code: 250 } }])
  if (said === 'has-not') return end(context, letterId, letter, [{ type: 'LetterNotSent', data: { attempt, reason: 'interrupted' } }])
  return end(context, letterId, letter, [{ type: 'DeliveryUncertain', data: { attempt, reason: 'interrupted' } }])
}

async function hand(context: DeliveryContext, letterId: string, letter: OnRecord, checked: Reading, signal: AbortSignal): Promise<Attempt> {
  const number = letter.state.attempts + 1
  let begun = false
  let moved: VersionConflict | undefined
  const beforeBytes = async () => {
    const events = [{ type: 'DeliveryAttempted', occurredOn: await todayOf(context, letter.state.party), data: { attempt: number } }]
    // The hand's own mark stands beside the log: another hand with the same attempt is refused, and is not told that it began.
    const metadata = { commandId: `${letterId}/attempt/${number}`, actor: correspondActor, bodyHash: hashOf(randomUUID()) }
    try {
      await context.log.append({
        ...metadata,
        streams: [{ stream: stream.letter(letterId), atVersion: letter.version, events }],
        preconditions: preconditionsOf(checked),
      })
    } catch (error) {
      if (error instanceof VersionConflict) moved = error
      else if (!(error instanceof CommandIdReused)) throw error
      return 'withhold' as const
    }
    begun = true
    return 'send' as const
  }
  const { from, to, message } = await contentOf(context, letter.state)
  const outcome = await context.postOffice.deliver({ from, to: [to], bytes: new TextEncoder().encode(message) }, beforeBytes, signal)
  if (moved !== undefined) throw moved
  if (!begun && !(outcome.kind === 'refused' && outcome.permanent)) return 'again'
  const after = { ...letter, version: letter.version + (begun ? 1 : 0) }
  return end(context, letterId, after, [eventOf(outcome, begun ? number : 0)])
}

type OnRecord = {
  readonly state: Issued
  /** The correspondence as it was read with the letter. */
  readonly told: StreamHistory
  readonly version: number
  readonly answers: { readonly report?: string }
  /** When the newest attempt was recorded. */
  readonly attemptedAt: string | null
}

async function issued({ log }: DeliveryContext, letterId: string): Promise<OnRecord> {
  const { histories } = await log.read([stream.letter(letterId), stream.correspondence(partyOfLetter(letterId))])
  const [, told = { stream: '', version: 0, events: [] }] = histories
  const state = foldLetter(histories[0])
  if (state.status === 'unknown') throw new Refusal('unknown-letter', `There is no letter ${letterId}`, { letter: letterId })
  const attemptedAt = histories[0]?.events.findLast(({ type }) => type === 'DeliveryAttempted')?.recordedAt ?? null
  return { state, told, version: histories[0]?.version ?? 0, answers: state.report === null ? {} : { report: state.report }, attemptedAt }
}

type Ending = { readonly type: string; readonly data: NewEvent['data'] }

const eventOf = (outcome: DeliveryOutcome, attempt: number): Ending => {
  switch (outcome.kind) {
    case 'accepted':
      return { type: 'LetterAccepted', data: { attempt, code: outcome.code } }
    case 'refused':
      return { type: 'LetterRefused', data: { attempt, code: outcome.code, permanent: outcome.permanent } }
    case 'unknown':
      return { type: 'DeliveryUncertain', data: { attempt, reason: outcome.reason } }
    case 'not-sent':
      return { type: 'LetterNotSent', data: { attempt, reason: outcome.reason } }
    case 'withheld':
      return { type: 'LetterNotSent', data: { attempt, reason: 'withheld' } }
  }
}

/** Records how the attempt ended; where that is the letter's own end, the correspondence closes it in the same append, and queues what is still to be told. */
async function end(context: DeliveryContext, letterId: string, letter: OnRecord, endings: readonly Ending[], toTell: readonly string[] = []): Promise<Attempt> {
  const { state, version } = letter
  const occurredOn = await todayOf(context, state.party)
  const final = endings.some(({ type, data }) => type !== 'LetterNotSent' && !(type === 'LetterRefused' && data.permanent === false))
  const own = stream.correspondence(state.party)
  let told: StreamHistory | null = letter.told
  await retryOnVersionConflict(async () => {
    // As it was read with the letter, at first; where another hand wrote to it meanwhile, as it is now.
    const correspondence: StreamHistory = told ?? (await readAgain(context, letterId, letter))
    told = null
    const again = noticesOf(letterId, correspondence.events).filter(({ obligation }) => toTell.includes(obligation))
    const requeued = again.map((data) => ({ type: 'NoticeQueued', occurredOn, data }))
    const closing = { stream: own, atVersion: correspondence.version, events: [{ type: 'LetterClosed', occurredOn, data: { letter: letterId } }, ...requeued] }
    await context.log.append({
      commandId: `${letterId}/end/${version}`,
      actor: correspondActor,
      streams: [{ stream: stream.letter(letterId), atVersion: version, events: endings.map((each) => ({ ...each, occurredOn })) }, ...(final ? [closing] : [])],
    })
  }).catch(orEndedByAnotherHand)
  return final ? 'ended' : 'again'
}

/** Another hand recorded an end first: that one stands. */
class EndedByAnotherHand extends Error {
  override readonly name = 'EndedByAnotherHand'
}

function orEndedByAnotherHand(error: unknown): void {
  if (!(error instanceof EndedByAnotherHand)) throw error
}

async function readAgain({ log }: DeliveryContext, letterId: string, { state, version }: OnRecord): Promise<StreamHistory> {
  const { histories } = await log.read([stream.correspondence(state.party), stream.letter(letterId)])
  const [told, letter] = histories
  if (told === undefined || letter?.version !== version) throw new EndedByAnotherHand(`${letterId} came to its end by another hand`)
  return told
}

/** The notices that a letter took up. */
function noticesOf(letterId: string, correspondence: readonly RecordedEvent[]): readonly QueuedNotice[] {
  const gathered = correspondence.filter(({ type }) => type === 'NoticesGathered').map(({ data }) => correspondenceEvents.NoticesGathered.parse(data))
  const taken = gathered.find(({ letter }) => letter === letterId)?.notices ?? []
  return correspondence.filter(({ version }) => taken.includes(version)).map(({ data }) => correspondenceEvents.NoticeQueued.parse(data))
}

const writtenLetter = z.object({ messageId: z.string(), from: z.string(), to: z.string(), message: z.string() })

async function contentOf({ encrypted }: DeliveryContext, { content }: Issued): Promise<z.infer<typeof writtenLetter>> {
  const opened = await encrypted.open(content.id)
  if (opened === null) throw new TypeError(`The letter's content ${content.id} was erased before it was sent`)
  return writtenLetter.parse(JSON.parse(opened.content))
}

const todayOf = ({ clock, reference }: DeliveryContext, party: string) => clock.today(reference.zoneOf(organizationOf(party)))
