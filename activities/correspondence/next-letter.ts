import { system as systemActor } from '../../domain/actor.ts'
import { type CalendarDate, plusDays } from '../../domain/calendar/calendar-date.ts'
import type { PendingNotice } from '../../domain/correspondence/correspondence.ts'
import { stillApplies } from '../../domain/correspondence/still-applies.ts'
import { organizationOf } from '../../domain/ids.ts'
import type { Obligation } from '../../domain/obligation/state.ts'
import type { NewEvent } from '../../domain/record.ts'
import { stream } from '../../domain/streams.ts'
import { hashOf, retryOnVersionConflict } from '../command.ts'
import { foldCorrespondence, foldObligation, foldOrganization } from '../fold.ts'
import { requireKnown } from '../obligation/obligation-after.ts'
import type { Reading } from '../ports.ts'
import type { DeliveryContext } from '../use-case-context.ts'
import { addresseeOf } from './addressee.ts'
import { knownToday } from './directory.ts'
import { droppedOf } from './dropped.ts'
import { obligationFacts } from './letter-facts-of.ts'

/** The installation's own part that writes and delivers letters. */
export const correspondActor = systemActor('correspond')

/** What a party's correspondence does next: deliver this letter, or nothing until there is news. */
export type NextLetter =
  /** `waitMs`: until its day ends, and the correspondence with it; `null` on the rehearsal clock: wait only to be woken. */
  | { readonly kind: 'none'; readonly asOf: number; readonly waitMs: number | null }
  | { readonly kind: 'deliver'; readonly asOf: number; readonly letter: string }

/**
 * The letter to deliver next; where notices wait, it is written first: one letter for all waiting notices of one kind
 * that can be put in the same words.
 *
 * Notices that no longer apply are dropped, with the reason on record.
 */
export function nextLetter(context: DeliveryContext, party: string): Promise<NextLetter> {
  return retryOnVersionConflict(async () => {
    const { histories, head } = await context.log.read([stream.correspondence(party)])
    const [history] = histories
    const state = foldCorrespondence(history)
    const [open] = state.openLetters
    if (open !== undefined) return { kind: 'deliver', asOf: head, letter: open }
    const zone = context.reference.zoneOf(organizationOf(party))
    const today = await context.clock.today(zone)
    // A notice of a day that has not come on this clock waits for the wake-up that comes with it.
    const waiting = state.pending.filter(({ dueOn }) => dueOn <= today)
    const [first] = waiting
    if (first === undefined) return { kind: 'none', asOf: head, waitMs: await context.clock.waitMsUntil(plusDays(today, 1), zone) }
    const notices = waiting.filter((notice) => together(notice, first))
    return write(context, party, { today, notices, letters: state.letters, atVersion: history?.version ?? 0 })
  })
}

type Waiting = { readonly today: CalendarDate; readonly notices: readonly PendingNotice[]; readonly letters: number; readonly atVersion: number }

async function write(context: DeliveryContext, party: string, { today, notices, letters, atVersion }: Waiting): Promise<NextLetter> {
  const { log } = context
  const own = stream.correspondence(party)
  const reading = await log.read(notices.map(({ obligation }) => stream.obligation(obligation)))
  const status = notices.map((notice, index) => ({ notice, state: foldObligation(reading.histories[index]) }))
  const [first, ...others] = status.filter((each) => stillApplies(each.notice, each.state))
  const dropping = droppedOf(status.filter((each) => !stillApplies(each.notice, each.state))).map(({ versions, reason }) => ({
    type: 'NoticesDropped',
    occurredOn: today,
    data: { notices: versions, reason },
  }))
  // The id names the newest notice that it answers: the same notices are never gathered twice.
  const metadata = { commandId: `${party}/gather/${atVersion}`, actor: correspondActor }
  const preconditions = preconditionsOf(reading)

  if (first === undefined) {
    await log.append({ ...metadata, streams: [{ stream: own, atVersion, events: dropping }], preconditions })
    return nextLetter(context, party)
  }

  // Named by the notice's own day: two hands at midnight write one letter.
  const letter = `${party}:${first.notice.dueOn}:${letters + 1}`
  const directory = await knownToday(log, stream.organization(organizationOf(party)), foldOrganization, today)
  if (directory.status === 'unknown') throw new TypeError(`${party} is owed a letter and its organization is not on record`)
  const { addressee, language } = addresseeOf(party, directory)
  const taken = [first, ...others.filter((other) => sharesWords(context, other, first))]
  // Told twice of one obligation (its day moved meanwhile), a letter names it once, as it stands now.
  const named = taken
    .filter(({ notice }, index) => index === taken.findLastIndex((each) => each.notice.obligation === notice.obligation))
    .map(({ notice, state }) => ({ notice, state: requireKnown(state, notice.obligation) }))
  const about = await Promise.all(named.map(({ notice, state }) => obligationFacts(context, notice, state, today)))
  const written = await context.writeLetter(
    {
      kind: first.notice.kind,
      obligations: about,
      letterId: letter,
      date: today,
      party: addressee,
      organization: directory.name,
      synthetic: context.synthetic || named.some(({ state }) => state.synthetic),
      reply: context.replyTo(organizationOf(party)),
    },
    language,
    await context.clock.now(),
  )
  const content = await context.encrypted.encrypt({
    id: `letter/${letter}/${hashOf(written).slice(0, 16)}`,
    subject: party,
    mediaType: 'application/json',
    content: JSON.stringify(written),
  })
  const issued: NewEvent = {
    type: 'LetterIssued',
    occurredOn: today,
    data: {
      party,
      kind: first.notice.kind,
      language,
      obligations: named.map(({ notice }) => notice.obligation),
      dueOn: named.map(({ notice }) => notice.dueOn),
      ...(first.notice.report === undefined ? {} : { report: first.notice.report }),
      messageId: written.messageId,
      content,
    },
  }
  const gathered: NewEvent = { type: 'NoticesGathered', occurredOn: today, data: { letter, notices: taken.map(({ notice }) => notice.version) } }
  const streams = [
    { stream: stream.letter(letter), atVersion: 0, events: [issued] },
    { stream: own, atVersion, events: [...dropping, gathered] },
  ]
  const { lastPosition } = await log.append({ ...metadata, streams, preconditions })
  return { kind: 'deliver', asOf: lastPosition, letter }
}

/** One kind a letter; an answer to a report goes alone. */
const together = (notice: PendingNotice, first: PendingNotice): boolean =>
  notice === first || (notice.kind === first.kind && notice.report === undefined && first.report === undefined)

/** A kind that has words of its own for a letter writes it alone, or with the kind that it opens: the words of the one that opens cover both. */
function sharesWords({ reference }: DeliveryContext, { notice, state }: Noticed, first: Noticed): boolean {
  const [one, other] = [requireKnown(state, notice.obligation), requireKnown(first.state, first.notice.obligation)]
  if (one.kind === other.kind || one.kindSnapshot.opens?.kind === other.kind || other.kindSnapshot.opens?.kind === one.kind) return true
  return ![one, other].some(({ organization, kind }) => reference.hasOwnWords(organization, kind, first.notice.kind))
}

type Noticed = { readonly notice: PendingNotice; readonly state: Obligation }

export const preconditionsOf = ({ histories }: Reading) => histories.map(({ stream: name, version }) => ({ stream: name, version }))
