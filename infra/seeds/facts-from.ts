import type { Fact } from '../../activities/import-facts.ts'
import { type CalendarDate, fromUtc, toUtc } from '../../domain/calendar/calendar-date.ts'
import { ownedId } from '../../domain/ids.ts'
import { citation, type Source } from '../../domain/provenance.ts'
import { stream } from '../../domain/streams.ts'
import { calendarFrom } from './calendar-from.ts'
import { admissionOf } from './membership.ts'
import type { CalendarSeed } from './schema/calendar.ts'
import type { InstrumentSeed } from './schema/instrument.ts'
import type { SessionSeed } from './schema/session.ts'
import type { OrganizationSeeds, Seeds } from './seeds.ts'

/** A fact of the seeds and the first day on which anyone could know it: `null` where that was before all our days. */
export type DatedFact = Fact & { readonly knownFrom: CalendarDate | null }

/** Everything that the seeds say happened, as events, in an order in which they can be recorded. */
export const factsFrom = ({ organizations }: Seeds): readonly DatedFact[] => organizations.flatMap(factsOf)

function factsOf(seeds: OrganizationSeeds): readonly DatedFact[] {
  const { organization, members, sessions, instruments, calendars } = seeds
  const { code, name, seat, nameSource } = organization
  const own = stream.organization(code)
  return [
    { stream: own, type: 'OrganizationEstablished', on: null, knownFrom: null, data: { organization: code, name, zone: seat.zone, source: nameSource } },
    ...organization.units.map(({ code: unit, name, language, status, source }): DatedFact => {
      return { stream: own, type: 'UnitNamed', on: null, knownFrom: null, data: { unit, name, language, status, source } }
    }),
    ...members.members.map((member): DatedFact => {
      const admission = admissionOf(member)
      return { stream: own, type: 'MemberAdmitted', on: admission.admittedOn, knownFrom: admission.admittedOn ?? admission.knownBy, data: admission }
    }),
    ...members.members.flatMap(({ code: member, withdrawal }): DatedFact[] => {
      if (withdrawal === undefined) return []
      const { notice, effective } = withdrawal
      const { status, note, source } = effective
      const data = { member, effectiveOn: effective.date, status, ...(note === undefined ? {} : { note }), source }
      return [{ stream: own, type: 'WithdrawalNoticeGiven', on: notice.date, knownFrom: notice.date, data }]
    }),
    ...calendars.map((calendar): DatedFact => {
      const data = { organization: code, name: calendar.name, calendar: calendarFrom(calendar), source: sourcesOf(calendar) }
      return { stream: stream.calendar(ownedId(code, calendar.code)), type: 'CalendarPublished', on: null, knownFrom: null, data }
    }),
    ...sessions.flatMap((session) => sessionFacts(organization, session)),
    ...instruments.flatMap((instrument) => instrumentFacts(code, instrument, instruments)),
  ]
}

/** The sources of a calendar's days, each once. */
function sourcesOf(calendar: CalendarSeed): readonly Source[] {
  const all =
    calendar.type === 'sitting'
      ? calendar.sittings.flatMap(({ source }) => source)
      : [...calendar.weekdaysSource, ...calendar.closed.flatMap(({ source }) => source)]
  return [...new Map(all.map((source) => [citation(source), source])).values()]
}

/** What was announced first; the actual closing is a fact of its own day. */
function sessionFacts(organization: OrganizationSeeds['organization'], { code, body, number, state, opens, closes, note }: SessionSeed): readonly DatedFact[] {
  const own = stream.session(`${organization.code}:${code}`)
  // A contradicted closing stands, with the other days kept in the seed: it is no announcement that may still move.
  const actual = closes.date !== null && (closes.kind === 'actual' || closes.status === 'contradicted') && state !== 'cancelled'
  const announced: DatedFact = {
    stream: own,
    type: 'SessionAnnounced',
    on: null,
    knownFrom: yearBefore(opens.earliest),
    data: {
      organization: organization.code,
      body,
      number,
      opensOn: opens.date,
      closesOn: closes.date === null || actual ? null : { date: closes.date, status: closes.kind === 'inferred' ? 'inferred' : closes.status },
      ...(opens.date !== null && closes.date !== null ? {} : { between: { earliest: opens.earliest, latest: closes.latest, status: closes.status } }),
      ...(note === undefined ? {} : { note }),
      source: opens.source,
    },
  }
  if (state === 'cancelled') {
    const reason = note ?? 'cancelled'
    return [announced, { stream: own, type: 'SessionCancelled', on: null, knownFrom: opens.earliest, data: { reason, source: opens.source } }]
  }
  const held = (state === 'held' || state === 'by-correspondence') && organization.bodies.every((each) => each.code !== body || !each.adoptsInstruments)
  if ((!actual && !held) || closes.date === null) return [announced]
  const reason = actual
    ? (closes.usedBecause ?? closes.note ?? 'as the sources give it')
    : 'held; taken to have closed on the day announced, which no clock of the law counts from'
  const closed = { closedOn: closes.date, status: actual ? closes.status : 'inferred', reason, source: closes.source }
  return [announced, { stream: own, type: 'SessionClosed', on: closes.date, knownFrom: closes.date, data: closed }]
}

/** A session is taken to be announced a year before it opens: what waits for it can be counted from then on. */
const yearBefore = (date: CalendarDate): CalendarDate => fromUtc(toUtc(date).minus({ years: 1 }))

function instrumentFacts(organization: string, seed: InstrumentSeed, all: readonly InstrumentSeed[]): readonly DatedFact[] {
  const { code, kind, title, session, adoptedOn, note, amends } = seed
  const { date, status, source } = adoptedOn
  const adoption = { organization, code, kind, title, session: ownedId(organization, session), status, ...(note === undefined ? {} : { note }), source }
  const adopted: DatedFact = { stream: stream.instrument(ownedId(organization, code)), type: 'InstrumentAdopted', on: date, knownFrom: date, data: adoption }
  const amended = (amends?.instruments ?? [])
    .filter((each) => all.some((other) => other.code === each))
    .map(
      (each): DatedFact => ({
        stream: stream.instrument(ownedId(organization, each)),
        type: 'InstrumentAmended',
        on: date,
        knownFrom: date,
        data: { by: code, source: amends?.source ?? [] },
      }),
    )
  return [adopted, ...amended]
}
