import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { computeLimit } from '../../../domain/calendar/computation.ts'
import { checkSeeds } from '../../../infra/seeds/check-seeds.ts'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import { referenceFrom } from '../../../infra/seeds/reference-from.ts'
import { lineOf, today, withSeedsCopy } from './seeds-copy.ts'

const place = 'ilo/calendars/sittings.yaml'
const calendar = `code: sittings
name: { en: Sitting days, fr: Jours de séance, es: Días de sesión, ar: أيام الجلسات }
type: sitting
known: { from: 2026-02-01, to: 2026-02-28 }
sittings:
  - { days: [2026-02-03, 2026-02-04], status: unconfirmed, note: Made up for this test., source: [{ document: SPF }] }
  - days: [2026-02-10]
    status: unconfirmed
    note: Made up for this test.
    source: [{ document: SPF }]
`

async function seeded<T>(text: string, use: (root: string) => Promise<T>): Promise<T> {
  return withSeedsCopy(async (root) => {
    await mkdir(dirname(join(root, place)), { recursive: true })
    await writeFile(join(root, place), text)
    return use(root)
  })
}

describe('a calendar of the seeds', () => {
  it('is counted by, as far as it reaches', () =>
    seeded(calendar, async (root) => {
      const reference = referenceFrom(await loadSeeds(root, today))
      const findCalendar = (code: string) => reference.calendarOf('ilo', code)
      const count = (sittingDays: number) => computeLimit(day('2026-02-03'), { sittingDays, calendar: 'sittings' }, 'anniversary', { findCalendar })
      expect(count(2)?.dueOn).toBe('2026-02-10')
      expect(count(3)).toBeNull()
      expect(() => reference.calendarOf('oic', 'sittings')).toThrow(/no calendar sittings/)
    }))

  it.each([
    {
      fault: 'a day outside what it knows',
      replace: '[2026-02-10]',
      by: '[2026-03-10]',
      lineWith: '- days: [2026-03-10]',
      path: 'sittings[1].days[0]',
      what: /outside/,
    },
    {
      fault: 'a day listed twice',
      replace: '[2026-02-10]',
      by: '[2026-02-04]',
      lineWith: '- days: [2026-02-04]',
      path: 'sittings[1].days[0]',
      what: /listed before/,
    },
    {
      fault: 'days out of order',
      replace: '[2026-02-10]',
      by: '[2026-02-02]',
      lineWith: '- days: [2026-02-02]',
      path: 'sittings[1].days[0]',
      what: /in order/,
    },
    { fault: 'an end before its beginning', replace: 'to: 2026-02-28', by: 'to: 2026-01-28', lineWith: 'known:', path: 'known.to', what: /before it begins/ },
    { fault: 'a day that does not exist', replace: '2026-02-28', by: '2026-02-30', lineWith: 'known:', path: 'known.to', what: /no day that exists/ },
    { fault: 'a misspelt field', replace: 'known:', by: 'know:', lineWith: 'know:', path: 'know', what: /no field know/ },
    {
      fault: 'days without a source',
      replace: 'source: [{ document: SPF }] }',
      by: 'source: [] }',
      lineWith: '- { days:',
      path: 'sittings[0].source',
      what: /empty/,
    },
    {
      fault: 'a code that is not its file’s name',
      replace: 'code: sittings',
      by: 'code: sitting-days',
      lineWith: 'code:',
      path: 'code',
      what: /named for sittings/,
    },
  ])('with $fault is told by file and line', ({ replace, by, lineWith, path, what }) =>
    seeded(calendar.replace(replace, by), async (root) => {
      const { problems } = await checkSeeds(root, today)
      expect(problems).toContainEqual({ file: `seeds/${place}`, line: await lineOf(root, place, lineWith), path, what: expect.stringMatching(what) })
    }),
  )
})
