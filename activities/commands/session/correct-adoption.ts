import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { organizationOf } from '../../../domain/ids.ts'
import { type Instrument, instrument as instrumentDecider } from '../../../domain/instrument/instrument.ts'
import { requireInstrument } from '../../../domain/instrument/instrument-code.ts'
import { inLanguages } from '../../../domain/languages.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { parseStreamName, stream } from '../../../domain/streams.ts'
import { correctionInput } from '../../correction/correction-input.ts'
import { owedAsCorrected } from '../../correction/who-owes.ts'
import { foldCycle, foldInstrument, foldOrganization, foldSession } from '../../fold.ts'
import { mergeAppends } from '../../merge-appends.ts'
import { requireWords } from '../../require-words.ts'
import { requireWithin } from '../../session/require-within.ts'
import { sourcesFrom } from '../../source-input.ts'
import { defineCommand } from '../define-command.ts'

type Adopted = Extract<Instrument, { status: 'adopted' }>

/**
 * Corrects an adoption that was recorded wrongly. Where the instrument is followed, who owes follows the corrected day, and each of its
 * obligations notes the correction.
 *
 * Refused as `unknown-instrument`, `already-corrected`, `nothing-corrected`, `not-correctable` where a followed instrument would be of another
 * kind or session, `unknown-session`, `session-cancelled`, `date-in-future`, `adoption-outside-session`, `unknown-instrument-kind`, `malformed-instrument-code`, `words-missing`,
 * `already-released`, `unknown-document`.
 */
export const correctAdoption = defineCommand({
  name: 'correct-adoption',
  summary: {
    en: 'corrects an adoption that was recorded wrongly; who owes follows the corrected day',
    fr: 'corrige une adoption enregistrée par erreur ; qui doit répondre suit le jour corrigé',
    es: 'corrige una adopción registrada por error; quién está obligado sigue el día corregido',
    ar: 'يصحّح اعتماداً سُجّل خطأً، فيتبع الملزمون اليوم المصحَّح',
  },
  scope: 'session',
  payload: z.strictObject({
    ...correctionInput,
    /** By its whole id. What is not given stays as it is on record. */
    instrument: z.string().min(1),
    kind: z.string().min(1).optional(),
    title: inLanguages.strict().optional(),
    session: z.string().min(1).optional(),
    adoptedOn: calendarDate.optional(),
  }),
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: ({ instrument }) => {
    const organization = organizationOf(instrument)
    return { id: instrument, organization, party: null, streams: [stream.instrument(instrument), stream.organization(organization)] }
  },
  decide: async ({ context, metadata, payload, about: { id, organization }, histories: [history, own], today: todayAtSeat }) => {
    const state = foldInstrument(history)
    if (history === undefined || own === undefined || state.status === 'unknown')
      throw new Refusal('unknown-instrument', `There is no instrument ${id}`, { instrument: id })
    const { corrects, reason, kind = state.kind, title = state.title, session = state.session, adoptedOn = state.adoptedOn } = payload
    const [held, before] = (await context.log.read([stream.session(session), stream.session(state.session)])).histories
    const at = foldSession(held)
    if (held === undefined || before === undefined || at.status === 'unknown' || organizationOf(session) !== organization)
      throw new Refusal('unknown-session', `There is no session ${session} of ${organization}`, { session })
    if (at.status === 'cancelled') throw new Refusal('session-cancelled', `${session} was cancelled`, { session })
    const today = await todayAtSeat()
    const source = sourcesFrom(context, organization, payload.source, metadata)
    const cycles = (await context.log.read((foldSession(before).cycles ?? []).map(stream.cycle))).histories.flatMap((each) => {
      const cycle = foldCycle(each)
      return cycle.status === 'open' && cycle.instrument === state.code ? [{ id: parseStreamName(each.stream).id, history: each, cycle }] : []
    })
    const adoption = { kind, title, session, adoptedOn }
    const isFollowed = cycles.length > 0
    const events = instrumentDecider.decide({ type: 'CorrectAdoption', today, isFollowed, corrects, reason, source, adoption }, state)
    requireInstrument(state.code, kind, context.reference.instrumentKindsOf(organization))
    requireWords(context, organization, title)
    requireWithin(adoptedOn, session, at)
    const corrected: Adopted = { ...state, ...adoption }
    const noted = { fact: 'adoption', recordedIn: history.stream, version: history.version + 1, reason, title, adoptedOn, source } as const
    const members = foldOrganization(own)
    const follows = await Promise.all(
      cycles.map((cycle) => owedAsCorrected(context, cycle, { instrument: state, members }, { instrument: corrected, members }, noted, true, today)),
    )
    return {
      streams: mergeAppends([{ stream: history.stream, atVersion: history.version, events }, ...follows.flatMap((each) => each.streams)]),
      preconditions: [...[own, held, before].map((each) => ({ stream: each.stream, version: each.version })), ...follows.flatMap((each) => each.preconditions)],
    }
  },
})
