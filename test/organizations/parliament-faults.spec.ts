import { describe, it } from 'vitest'
import { expectToldIn, type Fault, parliamentSeeds } from '../infra/seeds/seeds-copy.ts'

const organization = 'parliament/organization.yaml'
const sittings = 'parliament/calendars/sittings.yaml'
const kind = 'parliament/kinds/government-response.yaml'
const rows = 'parliament/cycles/reports/rows/recommendations.yaml'
const spring = '[2026-02-03, 2026-02-04, 2026-02-05]'

const counted: readonly Fault[] = [
  {
    fault: 'a limit from a type of event that nobody declares',
    file: kind,
    replace: 'from: { event: report-tabled }\n    after',
    by: 'from: { event: report-lost }\n    after',
    lineWith: 'from: { event: report-lost }',
    path: 'limits[0].from.event',
    what: /declares no event of the type report-lost, only report-tabled/,
  },
  {
    fault: 'a letter from one',
    file: kind,
    replace: '{ letter: request, from: { event: report-tabled }',
    by: '{ letter: request, from: { event: report-lost }',
    lineWith: '{ letter: request, from',
    path: 'letters[0].from.event',
    what: /declares no event of the type report-lost/,
  },
  {
    fault: 'a period of a calendar that there is not',
    file: kind,
    replace: 'calendar: sittings }',
    by: 'calendar: recesses }',
    lineWith: 'calendar: recesses',
    path: 'limits[0].after[1].calendar',
    what: /calendars\/ holds no recesses/,
  },
  {
    fault: 'sitting days of a calendar of working days',
    file: kind,
    replace: 'calendar: sittings }',
    by: 'calendar: office-days }',
    lineWith: 'calendar: office-days',
    path: 'limits[0].after[1].calendar',
    what: /office-days is a calendar of working days, and sitting days are counted/,
  },
  {
    fault: 'a period in no unit',
    file: kind,
    replace: '{ days: 60 }',
    by: '{ fortnights: 4 }',
    lineWith: 'fortnights',
    path: 'limits[0].after',
    what: /no period, nor a list of periods/,
  },
  {
    fault: 'sitting days without a way of counting',
    file: kind,
    replace: '    convention: anniversary\n',
    by: '',
    lineWith: '- limit: response',
    path: 'limits[0].convention',
    what: /Whether the day counted from is itself counted is not said/,
  },
  {
    fault: 'a limit before and after the same day',
    file: kind,
    replace: '    convention: anniversary\n',
    by: '    convention: anniversary\n    before: { days: 3 }\n',
    lineWith: 'before: { days: 3 }',
    path: 'limits[0].before',
    what: /before the day counted from or after it/,
  },
]

const languages: readonly Fault[] = [
  {
    fault: 'a kind without words in one of the languages',
    file: kind,
    replace: 'name: { en: Response to a committee’s report, fr: Réponse au rapport d’une commission }',
    by: 'name: { en: Response to a committee’s report }',
    lineWith: 'name: { en: Response',
    path: 'name.fr',
    what: /words in fr are missing/,
  },
  {
    fault: 'a label without words in one of them',
    file: kind,
    replace: 'label: { en: The response, fr: La réponse }',
    by: 'label: { fr: La réponse }',
    lineWith: '- { name: response, type',
    path: 'report.fields[1].label.en',
    what: /words in en are missing/,
  },
  {
    fault: 'a unit with words in another',
    file: organization,
    replace: 'fr: Ministère des Îles }',
    by: 'fr: Ministère des Îles, es: Ministerio de las Islas }',
    lineWith: 'name: { en: Department of the Islands',
    path: 'units[1].name.es',
    what: /es is no language of the organization/,
  },
  {
    fault: 'a row without words in a language that the document does not print',
    file: rows,
    replace: 'wording: { en: That the Department of the Islands repair the wharves. }',
    by: 'wording: { fr: Que le ministère des Îles répare les quais. }',
    lineWith: 'wording: { fr: Que le ministère des Îles répare',
    path: '[1].wording.en',
    what: /words in en are missing/,
  },
  {
    fault: 'a fallback that is none of them',
    file: organization,
    replace: 'fallback: en',
    by: 'fallback: ar',
    lineWith: 'fallback: ar',
    path: 'fallback',
    what: /ar is not among the organization’s languages, en, fr/,
  },
  {
    fault: 'a unit that is written to in another',
    file: organization,
    replace: 'language: fr\n',
    by: 'language: es\n',
    lineWith: 'language: es',
    path: 'units[1].language',
    what: /es is not among/,
  },
  {
    fault: 'a language that the product has no words in',
    file: organization,
    replace: 'languages: [en, fr]',
    by: 'languages: [en, pt]',
    lineWith: 'languages: [en, pt]',
    path: 'languages[1]',
    what: /no locales\/pt/,
  },
  {
    fault: 'a language twice',
    file: organization,
    replace: 'languages: [en, fr]',
    by: 'languages: [en, fr, en]',
    lineWith: 'languages: [en, fr, en]',
    path: 'languages',
    what: /stands here twice/,
  },
]

const calendars: readonly Fault[] = [
  {
    fault: 'a day outside what it knows',
    file: sittings,
    replace: '2026-05-07]',
    by: '2026-07-07]',
    lineWith: '- { days: [2026-05-05, 2026-05-06, 2026-07-07]',
    path: 'sittings[3].days[2]',
    what: /outside the days that the calendar knows/,
  },
  {
    fault: 'a day twice',
    file: sittings,
    replace: spring,
    by: '[2026-02-03, 2026-02-03]',
    lineWith: '- { days: [2026-02-03, 2026-02-03]',
    path: 'sittings[0].days[1]',
    what: /listed before/,
  },
  {
    fault: 'days out of order',
    file: sittings,
    replace: spring,
    by: '[2026-02-04, 2026-02-03]',
    lineWith: '- { days: [2026-02-04, 2026-02-03]',
    path: 'sittings[0].days[1]',
    what: /in order/,
  },
  {
    fault: 'an end before its beginning',
    file: sittings,
    replace: 'to: 2026-06-30',
    by: 'to: 2026-01-30',
    lineWith: 'known:',
    path: 'known.to',
    what: /before it begins/,
  },
  { fault: 'a misspelt field', file: sittings, replace: 'known:', by: 'know:', lineWith: 'know:', path: 'know', what: /no field know/ },
  {
    fault: 'days without a source',
    file: sittings,
    replace: 'source: [{ document: sitting-calendar }]',
    by: 'source: []',
    lineWith: '- { days: [2026-02-03',
    path: 'sittings[0].source',
    what: /empty/,
  },
  {
    fault: 'a code that is not its file’s name',
    file: sittings,
    replace: 'code: sittings',
    by: 'code: sitting-days',
    lineWith: 'code: sitting-days',
    path: 'code',
    what: /named for sittings/,
  },
]

const recurrence: readonly Fault[] = [
  {
    fault: 'a recurrence without a last year in a plan without an end',
    file: 'parliament/cycles/reports/plan.yaml',
    replace: 'until: 2028-12-31',
    by: 'until: null',
    told: rows,
    lineWith: 'timing: { printed: in each year',
    path: '[2].timing.parsed',
    what: /no last year/,
  },
]

describe('seeds of another shape of organization', () => {
  it.each([...languages, ...calendars, ...counted, ...recurrence])('name file and line of $fault', expectToldIn(parliamentSeeds))
})
