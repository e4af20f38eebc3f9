import { describe, it } from 'vitest'
import { expectToldIn, type Fault, parliamentSeeds } from './seeds-copy.ts'

const response = '    - { name: response, type: words, required: true, label: { en: The response, fr: La réponse } }\n'
const label = 'label: { en: L, fr: L }'

/** The field of the response, replaced by another. */
const field = (by: string): Pick<Fault, 'file' | 'replace' | 'by'> => ({
  file: 'parliament/kinds/government-response.yaml',
  replace: response,
  by: `    - ${by}\n`,
})

const faults: readonly Fault[] = [
  {
    fault: 'a type that no form knows',
    ...field(`{ name: response, type: essay, required: true, ${label} }`),
    lineWith: 'type: essay',
    path: 'report.fields[1].type',
    what: /no field of this type\. It is a day, a number, words, yes-no, a choice, a list, a group or documents/,
  },
  {
    fault: 'a type that no group holds',
    ...field(`{ name: response, type: group, required: true, ${label}, fields: [{ name: inner, type: list, of: words, required: true, ${label} }] }`),
    lineWith: 'type: list',
    path: 'report.fields[1].fields[0].type',
    what: /It is a day, a number, words, yes-no or a choice/,
  },
  {
    fault: 'a choice without options',
    ...field(`{ name: response, type: choice, required: true, ${label} }`),
    lineWith: 'type: choice',
    path: 'report.fields[1].options',
    what: /missing/,
  },
  {
    fault: 'a choice of nothing',
    ...field(`{ name: response, type: choice, required: true, ${label}, options: [] }`),
    lineWith: 'type: choice',
    path: 'report.fields[1].options',
    what: /empty/,
  },
  {
    fault: 'an option twice',
    ...field(`{ name: response, type: choice, required: true, ${label}, options: [{ value: a, ${label} }, { value: a, ${label} }] }`),
    lineWith: 'type: choice',
    path: 'report.fields[1].options[1].value',
    what: /a stands here twice/,
  },
  {
    fault: 'an option without words in one of the languages',
    ...field(`{ name: response, type: choice, required: true, ${label}, options: [{ value: a, label: { en: A } }] }`),
    lineWith: 'type: choice',
    path: 'report.fields[1].options[0].label.fr',
    what: /words in fr are missing/,
  },
  {
    fault: 'a name twice',
    ...field(`{ name: respondedOn, type: words, required: true, ${label} }`),
    lineWith: '- { name: respondedOn, type: words',
    path: 'report.fields[1].name',
    what: /respondedOn stands here twice/,
  },
  {
    fault: 'a name twice inside a list',
    ...field(
      `{ name: response, type: list, required: true, ${label}, of: [{ name: a, type: day, required: true, ${label} }, { name: a, type: words, required: true, ${label} }] }`,
    ),
    lineWith: 'type: list',
    path: 'report.fields[1].of[1].name',
    what: /a stands here twice/,
  },
  {
    fault: 'a list of nothing that is known',
    ...field(`{ name: response, type: list, required: true, ${label}, of: days }`),
    lineWith: 'type: list',
    path: 'report.fields[1].of',
    what: /`of: words`, or of the fields/,
  },
  {
    fault: 'a day of performance that names no day',
    ...field(`{ name: response, type: words, required: true, ${label} }\n  # none`),
    replace: 'performedOn: respondedOn',
    by: 'performedOn: response',
    lineWith: 'performedOn: response',
    path: 'report.performedOn',
    what: /No field of the report is a day of this name/,
  },
  {
    fault: 'a target that names no number',
    ...field(''),
    replace: 'discharge: { by: complete-report }',
    by: 'discharge: { by: target, field: response }',
    lineWith: 'discharge:',
    path: 'discharge.field',
    what: /No field of the report is a number of this name/,
  },
]

describe('a field of a report that does not hold together', () => {
  it.each(faults)('is refused by file and line: $fault', expectToldIn(parliamentSeeds))
})
