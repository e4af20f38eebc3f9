import { describe, it } from 'vitest'
import { expectToldIn, type Fault, parliamentSeeds } from '../infra/seeds/seeds-copy.ts'

const organization = 'parliament/organization.yaml'
const sittings = 'parliament/calendars/sittings.yaml'
const kind = 'parliament/kinds/government-response.yaml'
const rows = 'parliament/cycles/reports/rows/recommendations.yaml'
const spring = '[2026-02-03, 2026-02-04, 2026-02-05]'

/** What a kind says in its own words. */
const words: readonly Fault[] = [
  {
    fault: 'a letter that the kind sends and has no words for',
    file: kind,
    replace: '    reminder: common\n',
    by: '',
    lineWith: '  letters:\n    request:',
    path: 'words.letters',
    what: /sends reminder and has no words for it/,
  },
  {
    fault: 'words for a letter that it does not send',
    file: kind,
    replace: '    reminder: common\n',
    by: '    reminder: common\n    invitation: common\n',
    lineWith: 'invitation: common',
    path: 'words.letters.invitation',
    what: /sends no letter invitation/,
  },
  {
    fault: 'a letter of which nobody knows',
    file: kind,
    replace: '    reminder: common\n',
    by: '    reminder: common\n    postcard: common\n',
    lineWith: 'postcard: common',
    path: 'words.letters.postcard',
    what: /./,
  },
  {
    fault: 'a letter without an opening',
    file: kind,
    replace: '    reminder: common\n',
    by: '    reminder: { subject: { en: Reminder, fr: Rappel } }\n',
    lineWith: 'reminder: {',
    path: 'words.letters.reminder',
    what: /subject and an opening of its own, or is `common`/,
  },
  {
    fault: 'an opening without words in one of the languages',
    file: kind,
    replace: '        fr: "Une commission a fait rapport à la Chambre. En vertu de son règlement, le gouvernement répond au plus tard le {lastDay}."\n',
    by: '',
    lineWith: '      opening:',
    path: 'words.letters.request.opening.fr',
    what: /words in fr are missing/,
  },
  {
    fault: 'an argument that no letter knows',
    file: kind,
    replace: 'the Government responds by {lastDay}.',
    by: 'the {minister} responds by {lastDay}.',
    lineWith: 'en: "A committee has reported',
    path: 'words.letters.request.opening.en',
    what: /no argument minister here\. Use count, /,
  },
  {
    fault: 'an argument of kinds under a provision',
    file: kind,
    replace: 'the Government responds by {lastDay}.',
    by: 'the Government responds under {constitution}.',
    lineWith: 'en: "A committee has reported',
    path: 'words.letters.request.opening.en',
    what: /no argument constitution here/,
  },
  {
    fault: 'an argument in a label',
    file: kind,
    replace: 'obligation: { en: What is owed,',
    by: 'obligation: { en: "What is owed for {title}",',
    lineWith: 'obligation: {',
    path: 'words.labels.obligation.en',
    what: /A label takes none/,
  },
  {
    fault: 'braces that do not match',
    file: kind,
    replace: 'en: "{limit}: {title} ({party})"',
    by: 'en: "{limit: {title} ({party})"',
    lineWith: 'calendar:',
    path: 'words.calendar.en',
    what: /no ICU message/,
  },
  {
    fault: 'a label for a day whose field has one',
    file: kind,
    replace: '    obligation: { en: What is owed,',
    by: '    performedOn: { en: Day, fr: Jour }\n    obligation: { en: What is owed,',
    lineWith: 'performedOn: { en: Day',
    path: 'words.labels.performedOn',
    what: /has a label of its own/,
  },
  {
    fault: 'no words at all',
    file: 'parliament/kinds/yearly-report.yaml',
    replace: 'words:\n  letters: { reminder: common, acknowledgement: common, return: common }\n',
    by: '',
    lineWith: 'code: yearly-report',
    path: 'words',
    what: /./,
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

describe('the words of a kind', () => {
  it.each(words)('are refused by file and line: $fault', expectToldIn(parliamentSeeds))
})

describe('seeds of another shape of organization', () => {
  it.each([...languages, ...calendars, ...recurrence])('name file and line of $fault', expectToldIn(parliamentSeeds))
})
