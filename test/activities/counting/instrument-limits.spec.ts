import { describe, expect, it } from 'vitest'
import { openCycle } from '../../../activities/commands/cycle/open-cycle.ts'
import { recordEvent } from '../../../activities/commands/occurrence/record-event.ts'
import { foldObligation } from '../../../activities/fold.ts'
import { type Fact, importFacts } from '../../../activities/import-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { weekdays } from '../../../domain/calendar/day-calendar.ts'
import type { Kind } from '../../../domain/rulebook/kind.ts'
import type { Rule } from '../../../domain/rulebook/rule.ts'
import { by, memoryContext, secretariat } from '../../support/memory-context.ts'
import { submission, submissionRule } from '../../support/r202.ts'
import { submitCompleteReport } from '../../support/reports.ts'

const r202 = { cycle: 'ilo:r202', organization: 'ilo', instrument: 'R202', trackedFrom: day('2012-06-14'), synthetic: false } as const
const inFour = (text: string) => ({ en: text, fr: text, es: text, ar: text })
const france = 'ilo:R202:submission:FRA'

/** Fictional: the submission, with a limit more from the day on which the text was sent, and a provision that counts working days. */
const kind: Kind = {
  ...submission,
  limits: [{ limit: 'receipt', from: { event: 'text-sent' }, after: [{ weeks: 2 }], convention: 'anniversary', name: inFour('receipt') }],
}
const [version] = submissionRule.versions
const rule: Rule = {
  ...submissionRule,
  versions: [
    {
      ...(version ?? expect.fail('no version')),
      limits: [{ limit: 'short', period: { workingDays: 5, calendar: 'office' }, exceptional: false, name: inFour('short') }],
    },
  ],
}
const calendar = (to: string): Fact => ({
  stream: 'calendar/ilo:office',
  type: 'CalendarPublished',
  on: null,
  data: {
    ...{ organization: 'ilo', name: inFour('office'), source: [] },
    calendar: { code: 'office', type: 'working', known: { from: '2012-06-01', to }, weekdays: weekdays.slice(0, 5), closed: [] },
  },
})

async function opened() {
  const context = await memoryContext('2012-07-02')
  const reference = { ...context.office.reference, kindsUnder: () => [{ kind, rule }], eventTypesOf: () => ['text-sent'] }
  const office = { ...context.office, reference }
  await openCycle(office, by(secretariat, 'open'), r202)
  const limits = async () => {
    const state = foldObligation((await context.log.read([`obligation/${france}`])).histories[0])
    return state.status === 'unknown' ? [] : state.limits.map(({ limit, dueOn }) => `${limit} ${dueOn}`)
  }
  const sent = (on: string, more: { readonly reason?: string } = {}) =>
    recordEvent(office, by(secretariat, `sent/${on}`), { organization: 'ilo', type: 'text-sent', about: 'R202', on: day(on), ...more })
  return { ...context, office, limits, sent }
}

describe('what an instrument asks', () => {
  it('is counted from an event about the instrument, and in a calendar, once they are on record', async () => {
    const { office, limits, sent, log } = await opened()
    expect(await limits()).toStrictEqual([])
    await sent('2012-06-20')
    expect(await limits()).toStrictEqual(['receipt 2012-07-04'])
    await importFacts(office, [calendar('2012-06-19')], day('2012-07-02'))
    expect(await limits()).toStrictEqual(['receipt 2012-07-04'])
    await importFacts(office, [calendar('2012-12-31')], day('2012-07-02'))
    // The provision counts the day of the closing, Thursday 14 June, as the first.
    expect(await limits()).toStrictEqual(['short 2012-06-20', 'receipt 2012-07-04'])
    expect(log.typesOf(`obligation/${france}`)).toStrictEqual(['ObligationOpened', 'LimitsMoved', 'LimitsMoved'])
  })

  it('is not counted from an event about something else', async () => {
    const { office, limits } = await opened()
    await recordEvent(office, by(secretariat, 'other'), { organization: 'ilo', type: 'text-sent', about: 'R203', on: day('2012-06-20') })
    expect(await limits()).toStrictEqual([])
  })

  it('gets its last day after the discharge too, to say whether what was done was in time', async () => {
    const { office, limits, sent, log } = await opened()
    await submitCompleteReport(office, france, '2012-06-28')
    await sent('2012-06-20')
    expect(await limits()).toStrictEqual(['receipt 2012-07-04'])
    expect(log.typesOf(`obligation/${france}`).at(-1)).toBe('LimitsMoved')
  })

  it('goes back to the days of a calendar that is published as it was before', async () => {
    const { office, limits } = await opened()
    for (const to of ['2012-12-31', '2012-06-19', '2012-12-31']) await importFacts(office, [calendar(to)], day('2012-07-02'))
    expect(await limits()).toStrictEqual(['short 2012-06-20'])
    expect(await importFacts(office, [calendar('2012-12-31')], day('2012-07-02'))).toBe(0)
  })
})
