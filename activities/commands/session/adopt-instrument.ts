import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { organizationOf, ownedId } from '../../../domain/ids.ts'
import { type Instrument, type InstrumentEvent, instrument as instrumentDecider } from '../../../domain/instrument/instrument.ts'
import { instrumentCode, requireInstrument } from '../../../domain/instrument/instrument-code.ts'
import { inLanguages } from '../../../domain/languages.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Session } from '../../../domain/session/session.ts'
import { stream } from '../../../domain/streams.ts'
import { cycleOpening } from '../../cycle/cycle-opening.ts'
import { foldInstrument, foldOrganization, foldSession } from '../../fold.ts'
import { mergeAppends } from '../../merge-appends.ts'
import type { StreamHistory } from '../../ports.ts'
import { requireWords } from '../../require-words.ts'
import { requireWithin } from '../../session/require-within.ts'
import type { Deciding, Decision } from '../command-definition.ts'
import { defineCommand } from '../define-command.ts'

const payload = z.strictObject({
  session: z.string().min(1),
  instrument: instrumentCode,
  /** One that the organization declares. */
  kind: z.string().min(1),
  title: inLanguages.strict(),
  adoptedOn: calendarDate.optional(),
  /** Opens the cycle in the same append: an obligation for each State that was a Member on that day. */
  follow: z.boolean().optional(),
  /** The code of that cycle; the instrument's in small letters where none is given. */
  cycle: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]*$/)
    .optional(),
})

/**
 * Records that a session adopted an instrument, and follows it where that is asked for.
 *
 * Refused as `unknown-session`, `session-cancelled`, `already-adopted`, `date-in-future`, `adoption-outside-session`, `unknown-instrument-kind`,
 * `malformed-instrument-code`, `words-missing`; where it is followed, as
 * `open-cycle` is.
 */
export const adoptInstrument = defineCommand({
  name: 'adopt-instrument',
  summary: {
    en: 'records that a session adopted an instrument',
    fr: 'enregistre qu’une session a adopté un instrument',
    es: 'registra que una reunión adoptó un instrumento',
    ar: 'يسجّل اعتماد دورة لصك',
  },
  scope: 'session',
  payload,
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: ({ session, instrument }) => {
    const organization = organizationOf(session)
    return { id: session, organization, party: null, streams: [stream.instrument(ownedId(organization, instrument)), stream.session(session)] }
  },
  decide: async (deciding) => {
    const { payload: wanted, about, histories, metadata, today: todayAtSeat } = deciding
    const { session: sessionId, instrument: code, kind, title, follow = false } = wanted
    const [history, held] = histories
    const session = foldSession(held)
    if (held === undefined || session.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${sessionId}`, { session: sessionId })
    if (session.status === 'cancelled') throw new Refusal('session-cancelled', `${sessionId} was cancelled`, { session: sessionId })

    requireInstrument(code, kind, deciding.context.reference.instrumentKindsOf(about.organization))
    requireWords(deciding.context, about.organization, title)
    const today = await todayAtSeat()
    const { adoptedOn = today } = wanted
    requireWithin(adoptedOn, sessionId, session)
    const source = [{ title: `Recorded by ${metadata.principal.role}` }]
    const adoption = { organization: about.organization, code, kind, title, session: sessionId, status: 'confirmed', source } as const
    const before = foldInstrument(history)
    const events = instrumentDecider.decide({ type: 'AdoptInstrument', today, adoptedOn, adoption: { ...adoption, source } }, before)
    const own = { stream: stream.instrument(ownedId(about.organization, code)), atVersion: history?.version ?? 0, events }
    const cycle = follow ? await followed(deciding, afterwards(before, events), { state: session, history: held }) : { streams: [] }
    return {
      streams: mergeAppends([own, ...cycle.streams]),
      preconditions: [{ stream: held.stream, version: held.version }, ...(cycle.preconditions ?? [])],
    }
  },
})

const afterwards = (before: Instrument, events: readonly InstrumentEvent[]): Instrument =>
  events.reduce((state, event, index) => instrumentDecider.evolve(state, { ...event, version: index + 1 }), before)

async function followed(
  { context, payload: { cycle: named }, about: { organization }, today: todayAtSeat }: Deciding<z.output<typeof payload>>,
  instrument: Instrument,
  session: { readonly state: Session; readonly history: StreamHistory },
): Promise<Decision> {
  if (instrument.status === 'unknown') throw new TypeError('An instrument that was just adopted is unknown')
  const cycle = ownedId(organization, named ?? instrument.code.toLowerCase())
  const { histories } = await context.log.read([stream.organization(organization)])
  const [own] = histories
  const members = foldOrganization(own)
  if (own === undefined || members.status === 'unknown') throw new Refusal('unknown-organization', `There is no organization ${organization}`, { organization })
  const today = await todayAtSeat()
  const opening = { cycle, organization, trackedFrom: today, synthetic: context.synthetic ?? false, instrument, members, session }
  const { streams, preconditions } = await cycleOpening(context, opening, today)
  return { streams, preconditions: [...preconditions, { stream: own.stream, version: own.version }] }
}
