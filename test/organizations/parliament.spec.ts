import { beforeAll, describe, expect, it } from 'vitest'
import { lookAt } from '../../activities/commands/handle.ts'
import { recordEvent } from '../../activities/commands/occurrence/record-event.ts'
import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import { nextLetter } from '../../activities/correspondence/next-letter.ts'
import { foldObligation } from '../../activities/fold.ts'
import { importFacts } from '../../activities/import-facts.ts'
import { nextStep, takeStep } from '../../activities/obligation/take-step.ts'
import type { Reference } from '../../activities/reference.ts'
import { composeLetter } from '../../documents/letters/compose-letter.ts'
import type { LetterFacts } from '../../documents/letters/letter-facts.ts'
import { type CalendarDate, day } from '../../domain/calendar/calendar-date.ts'
import { computeLimit } from '../../domain/calendar/computation.ts'
import { explanationOf } from '../../domain/explanation/explanation.ts'
import type { Language } from '../../domain/languages.ts'
import { type Catalogs, createCatalogs } from '../../infra/locales/create-catalogs.ts'
import { readLocales } from '../../infra/locales/read-locales.ts'
import { findIn } from '../../infra/seeds/calendar-from.ts'
import { checkSeeds } from '../../infra/seeds/check-seeds.ts'
import { factsFrom } from '../../infra/seeds/facts-from.ts'
import { loadSeeds } from '../../infra/seeds/load-seeds.ts'
import { referenceFrom } from '../../infra/seeds/reference-from.ts'
import type { CalendarSeed } from '../../infra/seeds/schema/calendar.ts'
import type { Seeds } from '../../infra/seeds/seeds.ts'
import { parliamentSeeds, today } from '../infra/seeds/seeds-copy.ts'
import { memoryContext, ministry, by as ofIlo, reviewer, secretariat } from '../support/memory-context.ts'
import type { MemoryContext } from '../support/notified.ts'
import { acceptReport, submitReport } from '../support/obligation-commands.ts'
import { refusal } from '../support/spec-for.ts'

type By = Parameters<typeof ofIlo>
const by = (actor: By[0], commandId: string) => ofIlo({ ...actor, organization: 'parliament' }, commandId)

/** The day on which the fictional report was tabled. */
const tabled = day('2026-02-03')
const transport = 'parliament:reports-7.1:government-response:dept-transport'
const islands = 'parliament:reports-7.2:government-response:dept-7'

let seeds: Seeds
let reference: Reference
let catalogs: Catalogs
beforeAll(async () => {
  seeds = await loadSeeds(parliamentSeeds, today)
  reference = referenceFrom(seeds)
  catalogs = createCatalogs(await readLocales(), seeds)
})

/** The report is tabled, and on record. */
const tableReport = ({ office }: MemoryContext, on: string = tabled, more: { readonly corrects?: CalendarDate; readonly reason?: string } = {}) =>
  recordEvent(office, by(secretariat, `tabled/${on}`), { organization: 'parliament', type: 'report-tabled', about: 'report-7', on: day(on), ...more })

/** The parliament in memory, on a day, with its plan open. */
async function parliament(on: string, facts = factsFrom(seeds)): Promise<MemoryContext> {
  const context = await memoryContext(on, { facts })
  const office = { ...context.office, reference }
  const opening = { cycle: 'parliament:reports', trackedFrom: tabled, synthetic: true }
  await openPlan(office, by(secretariat, 'open'), opening)
  return { ...context, office }
}

async function stepTaken({ office }: MemoryContext, obligation: string): Promise<void> {
  const due = await nextStep(office, obligation)
  if (due.kind === 'step') await takeStep(office, obligation, due)
}

/** The letter that went to a unit, composed in the language of its letters. */
function letterTo(party: string, { encrypted }: MemoryContext) {
  const items = [...encrypted.items].filter(([id]) => id.startsWith(`letter/parliament:${party}:`))
  const {
    language,
    instant: _,
    ...facts
  } = JSON.parse(JSON.parse(items.at(-1)?.[1].content ?? '{}').message) as LetterFacts & {
    language: Language
    instant: string
  }
  return { ...composeLetter(facts, language, catalogs[language]), language }
}

const stateOf = async ({ log }: MemoryContext, obligation: string) => foldObligation((await log.read([`obligation/${obligation}`])).histories[0])

describe('the seeds of a parliament in two languages', () => {
  it('hold together', async () => expect((await checkSeeds(parliamentSeeds, today)).problems).toStrictEqual([]))

  it('say which languages, events and codes are its own', () => {
    expect(reference.languagesOf('parliament')).toStrictEqual({ languages: ['en', 'fr'], fallback: 'en' })
    expect(reference.eventTypesOf('parliament')).toStrictEqual(['report-tabled'])
    expect([reference.memberCodesOf('parliament'), reference.instrumentKindsOf('parliament')]).toStrictEqual([null, []])
  })

  it('say which letters a kind writes in its own words', () =>
    expect((['request', 'reminder', 'invitation'] as const).map((letter) => reference.hasOwnWords('parliament', 'government-response', letter))).toStrictEqual([
      true,
      false,
      false,
    ]))

  it('fall back where a page is read in a language that it does not use', () =>
    expect([catalogs.fr, catalogs.ar].map(({ organizations }) => organizations.parliament?.bodies.house?.name)).toStrictEqual([
      'la Chambre de Valdorie',
      'the House of Valdoria',
    ]))
})

describe('a report that is tabled', () => {
  const findCalendar = (code: string) => findIn(seeds.organizations[0]?.calendars ?? [])(code)

  it('is answered within 60 days, on the next office day where that day is none', () => {
    const within = (ifClosed?: { move: 'forward'; calendar: string }) => computeLimit(tabled, { days: 60 }, 'anniversary', { findCalendar, ifClosed })?.dueOn
    expect(within()).toBe('2026-04-04')
    expect(within({ move: 'forward', calendar: 'office-days' })).toBe('2026-04-07')
  })

  it('is answered within six sitting days after those 60, once so many are announced', () => {
    const sixAfter = (from: string) => computeLimit(day(from), { sittingDays: 6, calendar: 'sittings' }, 'anniversary', { findCalendar })
    expect(sixAfter('2026-04-04')?.countedDays).toStrictEqual(['2026-04-14', '2026-04-15', '2026-04-16', '2026-05-05', '2026-05-06', '2026-05-07'])
    expect(sixAfter('2026-04-14')).toBeNull()
  })

  it('is recorded as an event of a type that the parliament declares, and of no other', async () => {
    const { office, log } = await parliament('2026-02-03')
    const happened = { organization: 'parliament', type: 'report-tabled', about: 'report-7', on: tabled }
    await recordEvent(office, by(secretariat, 'tabled'), happened)
    expect(log.typesOf('occurrence/parliament:report-tabled:report-7')).toStrictEqual(['CycleCountedFromOccurrence', 'OccurrenceRecorded'])
    await expect(recordEvent(office, by(secretariat, 'lost'), { ...happened, type: 'report-lost' })).rejects.toEqual(refusal('unknown-event-type'))
  })
})

describe('the last day of a response', () => {
  const limitsOf = async (context: MemoryContext) => {
    const state = await stateOf(context, transport)
    return state.status === 'unknown' ? [] : state.limits.map(({ limit, dueOn }) => `${limit} ${dueOn}`)
  }

  it('is not known before the report is tabled, and nothing is sent', async () => {
    const context = await parliament('2026-02-03')
    expect(await limitsOf(context)).toStrictEqual([])
    expect(await nextStep(context.office, transport)).toMatchObject({ kind: 'none' })
  })

  it('is the sixth sitting day after the sixtieth day from the tabling, and the next letter follows', async () => {
    const context = await parliament('2026-02-03')
    await tableReport(context)
    expect(context.log.typesOf(`obligation/${transport}`)).toStrictEqual(['ObligationOpened', 'LimitsMoved'])
    expect(await limitsOf(context)).toStrictEqual(['response 2026-05-07'])
    expect(await nextStep(context.office, transport)).toMatchObject({ kind: 'step', step: 'request-report-tabled', waitMs: 0 })
  })

  it('can be computed again by hand from its explanation', async () => {
    const context = await parliament('2026-02-03')
    await tableReport(context)
    const state = await stateOf(context, transport)
    if (state.status === 'unknown') throw new TypeError('not opened')
    const [limit] = explanationOf(transport, state).limits
    expect(limit?.computation.text).toBe(
      'report-tabled of report-7 2026-02-03; plus 60 days = 2026-04-04; ' +
        'then from 2026-04-04; 6 sitting days (2026-04-14, 2026-04-15, 2026-04-16, 2026-05-05, 2026-05-06, 2026-05-07) = 2026-05-07',
    )
    expect(limit).toMatchObject({ rule: 'Response to a committee’s report: Last day for the response', convention: 'anniversary' })
    expect(limit?.event).toStrictEqual({ kind: 'report-tabled', session: null, about: 'report-7', status: 'confirmed' })
  })

  it('moves with the day of the tabling, for the reason given', async () => {
    const context = await parliament('2026-03-10')
    await tableReport(context)
    await tableReport(context, '2026-02-12', { corrects: day('2026-02-03'), reason: 'the minutes say so' })
    expect(await limitsOf(context)).toStrictEqual(['response 2026-05-07'])
    expect((await stateOf(context, transport)) as { moved: unknown }).toMatchObject({
      moved: ['report-tabled of report-7 was recorded, on 2026-02-03', 'the minutes say so'],
    })
    await expect(tableReport(context, '2026-02-16', { corrects: day('2026-02-12'), reason: 'no' })).resolves.toBeDefined()
    expect(await limitsOf(context)).toStrictEqual([])
  })

  it('waits for sitting days that nobody announced yet, and is set when they are', async () => {
    const [own] = seeds.organizations
    const until = (last: string) =>
      factsFrom({ ...seeds, organizations: own === undefined ? [] : [{ ...own, calendars: own.calendars.map((each) => shortened(each, last)) }] })
    const context = await parliament('2026-02-03', until('2026-04-30'))
    await tableReport(context)
    expect(await limitsOf(context)).toStrictEqual([])
    await stepTaken(context, transport)
    await nextLetter(context.office, 'parliament:dept-transport')
    expect(letterTo('dept-transport', context).text).toContain('Under its standing orders the Government responds.')
    expect(await importFacts(context.office, until('2026-06-30'), day('2026-02-10'))).toBe(1)
    expect(await limitsOf(context)).toStrictEqual(['response 2026-05-07'])
    expect(await importFacts(context.office, until('2026-06-30'), day('2026-02-10'))).toBe(0)
  })

  it('is set after the response as well, to say whether it was in time', async () => {
    const context = await parliament('2026-03-10')
    await submitReport(context.office, by(ministry('dept-transport'), 'report'), transport, { respondedOn: '2026-03-09', response: 'It is published.' })
    await tableReport(context)
    expect(await limitsOf(context)).toStrictEqual(['response 2026-05-07'])
    expect((await stateOf(context, transport)).status).toBe('discharged')
  })

  it('is counted at once where the report was tabled before the plan was opened', async () => {
    const context = await memoryContext('2026-03-10', { facts: factsFrom(seeds) })
    const office = { ...context.office, reference }
    await tableReport({ ...context, office })
    await openPlan(office, by(secretariat, 'open'), { cycle: 'parliament:reports', trackedFrom: tabled, synthetic: true })
    expect(await limitsOf(context)).toStrictEqual(['response 2026-05-07'])
  })

  it('is shown before the tabling is recorded, and a preview records nothing', async () => {
    const context = await parliament('2026-02-03')
    const before = context.log.events.length
    const { decision } = await lookAt(context.office, recordEvent.definition, by(secretariat, 'look'), {
      ...{ organization: 'parliament', type: 'report-tabled', about: 'report-7', on: tabled },
    })
    expect(decision.streams.flatMap(({ events }) => events.map(({ type }) => type))).toStrictEqual(['OccurrenceRecorded', 'LimitsMoved', 'LimitsMoved'])
    expect(context.log.events.length).toBe(before)
  })
})

/** A calendar as far as it is known until a day. */
function shortened(calendar: CalendarSeed, last: string): CalendarSeed {
  if (calendar.type !== 'sitting') return calendar
  const sittings = calendar.sittings.filter(({ days: [first = ''] }) => first <= last)
  return { ...calendar, known: { ...calendar.known, to: day(last) }, sittings }
}

describe('what the departments owe', () => {
  it('is opened from the rows, each year as far as the plan reaches where no last one is printed', async () => {
    const { log } = await parliament('2026-02-03')
    const opened = log.events.filter(({ type }) => type === 'ObligationOpened').map(({ stream }) => stream)
    expect(opened.toSorted()).toStrictEqual([
      `obligation/${transport}`,
      `obligation/${islands}`,
      ...[2026, 2027, 2028].map((year) => `obligation/parliament:reports-7.3:yearly-report:dept-7:${year}`),
    ])
  })

  it.each([
    { party: 'dept-transport', obligation: transport, language: 'en', kind: 'Response to a committee’s report', house: 'House of Valdoria (fictional)' },
    { party: 'dept-7', obligation: islands, language: 'fr', kind: 'Réponse au rapport d’une commission', house: 'Chambre de Valdorie (fictive)' },
  ])('is asked of $party by a letter in $language', async ({ party, obligation, language, kind, house }) => {
    const context = await parliament('2026-02-03')
    await tableReport(context)
    await stepTaken(context, obligation)
    await nextLetter(context.office, `parliament:${party}`)
    const letter = letterTo(party, context)
    expect(letter.language).toBe(language)
    for (const words of [kind, house, obligation]) expect(letter.text).toContain(words)
  })

  it('is reported by the department’s own focal point, accepted, and then done', async () => {
    const context = await parliament('2026-03-10')
    await tableReport(context)
    const report = { respondedOn: '2026-03-09', response: 'Les quais sont réparés.' }
    await expect(submitReport(context.office, by(ministry('dept-transport'), 'no'), islands, report)).rejects.toEqual(refusal('not-allowed'))
    await submitReport(context.office, by(ministry('dept-7'), 'yes'), islands, report)
    await acceptReport(context.office, by(reviewer, 'accept'), islands, {})
    expect(context.log.typesOf(`obligation/${islands}`)).toEqual(expect.arrayContaining(['ObligationDischarged', 'ReportAccepted']))
    expect((await stateOf(context, islands)).status).toBe('discharged')
  })

  it('is recalled by a letter on the day after its last one', async () => {
    const context = await parliament('2026-05-08')
    await tableReport(context)
    for (let step = 0; step < 3; step++) await stepTaken(context, transport)
    await nextLetter(context.office, 'parliament:dept-transport')
    expect(context.log.events.filter(({ type }) => type === 'LetterIssued').map(({ data }) => data.kind)).toStrictEqual(['reminder'])
  })
})
