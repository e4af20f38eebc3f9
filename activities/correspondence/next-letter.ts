import { house as houseActor } from '../../domain/actor.ts'
import { type CalendarDate, plusDays } from '../../domain/calendar/calendar-date.ts'
import type { PendingNotice } from '../../domain/correspondence/correspondence.ts'
import { stillApplies } from '../../domain/correspondence/still-applies.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import type { Obligation } from '../../domain/obligation/state.ts'
import type { NewEvent } from '../../domain/record.ts'
import { type Asked, decidingAgain, hashOf } from '../command.ts'
import { foldCorrespondence, foldObligation, foldOrganization } from '../fold.ts'
import type { Office } from '../house.ts'
import { known } from '../obligation/change-obligation.ts'
import type { Reading } from '../ports.ts'
import { addresseeOf } from './addressee.ts'
import { knownToday } from './directory.ts'
import { droppedOf } from './dropped.ts'
import { letterAbout } from './letter-about.ts'
import { obligationFacts } from './letter-facts-of.ts'

/** The house's own part that writes and delivers letters. */
export const correspondActor = houseActor('correspond')

/** What a debtor's correspondence does next: deliver this letter, or nothing until there is news. */
export type NextLetter =
  /** `waitMs`: until its day ends, and the correspondence with it; `null` on the rehearsal clock: wait only to be woken. */
  | { readonly kind: 'none'; readonly asOf: number; readonly waitMs: number | null }
  | { readonly kind: 'deliver'; readonly asOf: number; readonly letter: string }

/**
 * The letter to deliver next; where notices wait, it is written first: one letter for all waiting notices of one kind
 * about obligations of one family.
 *
 * Notices that no longer apply are dropped, with the reason on record.
 */
export function nextLetter(office: Office, debtor: string): Promise<NextLetter> {
  return decidingAgain(async () => {
    const { histories, head } = await office.log.read([stream.correspondence(debtor)])
    const [history] = histories
    const state = foldCorrespondence(history)
    const [open] = state.openLetters
    if (open !== undefined) return { kind: 'deliver', asOf: head, letter: open }
    const zone = office.reference.zoneOf(organizationOf(debtor))
    const today = await office.clock.today(zone)
    // A notice of a day that has not come on this clock waits for the wake-up that comes with it.
    const waiting = state.pending.filter(({ dueOn }) => dueOn <= today)
    const [first] = waiting
    if (first === undefined) return { kind: 'none', asOf: head, waitMs: await office.clock.waitMsUntil(plusDays(today, 1), zone) }
    const notices = waiting.filter((notice) => together(notice, first))
    return write(office, debtor, { today, notices, letters: state.letters, atVersion: history?.version ?? 0 })
  })
}

type Waiting = { readonly today: CalendarDate; readonly notices: readonly PendingNotice[]; readonly letters: number; readonly atVersion: number }

async function write(office: Office, debtor: string, { today, notices, letters, atVersion }: Waiting): Promise<NextLetter> {
  const { log } = office
  const own = stream.correspondence(debtor)
  const reading = await log.read(notices.map(({ obligation }) => stream.obligation(obligation)))
  const standing = notices.map((notice, index) => ({ notice, state: foldObligation(reading.histories[index]) }))
  const [first, ...others] = standing.filter((each) => stillApplies(each.notice, each.state))
  const dropping = droppedOf(standing.filter((each) => !stillApplies(each.notice, each.state))).map(({ versions, reason }) => ({
    type: 'NoticesDropped',
    occurredOn: today,
    data: { notices: versions, reason },
  }))
  // The id names the newest notice that it answers: the same notices are never gathered twice.
  const asked: Asked = { commandId: `${debtor}/gather/${atVersion}`, actor: correspondActor }
  const guards = guardsOf(reading)

  if (first === undefined) {
    await log.append({ ...asked, streams: [{ stream: own, atVersion, events: dropping }], guards })
    return nextLetter(office, debtor)
  }

  // Named by the notice's own day: two hands at midnight write one letter.
  const letter = `${debtor}:${first.notice.dueOn}:${letters + 1}`
  const directory = await knownToday(log, stream.organization(organizationOf(debtor)), foldOrganization, today)
  if (directory.status === 'unknown') throw new TypeError(`${debtor} is owed a letter and its organization is not on record`)
  const { addressee, language } = addresseeOf(debtor, directory)
  // Obligations of the other family wait for a letter of their own.
  const taken = [first, ...others.filter(({ state }) => familyOf(state) === familyOf(first.state))]
  // Told twice of one obligation (its day moved meanwhile), a letter names it once, as it stands now.
  const named = taken
    .filter(({ notice }, index) => index === taken.findLastIndex((each) => each.notice.obligation === notice.obligation))
    .map(({ notice, state }) => ({ notice, state: known(state, notice.obligation) }))
  const about = await Promise.all(named.map(({ notice, state }) => obligationFacts(office, notice, state, today)))
  const written = await office.writeLetter(
    letterAbout(first.notice.kind, about, {
      letterId: letter,
      date: today,
      debtor: addressee,
      organization: directory.name,
      synthetic: office.synthetic || named.some(({ state }) => state.family === 'entered' && state.synthetic),
      reply: office.replyTo(organizationOf(debtor)),
    }),
    language,
    await office.clock.now(),
  )
  const content = await office.sealed.seal({
    id: `letter/${letter}/${hashOf(written).slice(0, 16)}`,
    subject: debtor,
    mediaType: 'application/json',
    content: JSON.stringify(written),
  })
  const issued: NewEvent = {
    type: 'LetterIssued',
    occurredOn: today,
    data: {
      debtor,
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
  const { lastPosition } = await log.append({ ...asked, streams, guards })
  return { kind: 'deliver', asOf: lastPosition, letter }
}

/** One kind a letter; an answer to a report goes alone. */
const together = (notice: PendingNotice, first: PendingNotice): boolean =>
  notice === first || (notice.kind === first.kind && notice.report === undefined && first.report === undefined)

const familyOf = (state: Obligation) => (state.status === 'unknown' ? null : state.family)

export const guardsOf = ({ histories }: Reading) => histories.map(({ stream: name, version }) => ({ stream: name, version }))

export const organizationOf = (debtor: string): string => debtor.slice(0, debtor.indexOf(':'))
