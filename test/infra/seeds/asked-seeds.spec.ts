import { describe, it } from 'vitest'
import { expectTold, type Fault } from './seeds-copy.ts'

const matrix = 'ilo/cycles/spf/rows/matrix.yaml'
const range = '    parsed: { shape: years, from: 2013, to: 2015 }\n'
const faults: readonly Fault[] = [
  {
    fault: 'one thing asked twice of one party',
    file: matrix,
    replace: '      occurrence: ii\n',
    by: '      occurrence: i # again\n',
    lineWith: '    - kind: output\n      party: office\n      responsible: Social Security Department\n      occurrence: i # again',
    path: '[1].followed[1].kind',
    what: /asks output of office before/,
  },
  {
    fault: 'an indicator observed twice on one day',
    file: matrix,
    replace: '        observed:\n',
    by: "        observed:\n          - { value: 58, on: 2021-10-08, status: inferred, note: 'x', source: [{ document: SP, place: paragraph 16 }] }\n",
    lineWith: '            on: 2021-10-08',
    path: '[3].followed[1].target.observed[1].on',
    what: /2021-10-08 is observed before/,
  },
  {
    fault: 'a range of a row that ends before it begins',
    file: matrix,
    replace: range,
    by: '    parsed: { shape: years, from: 2015, to: 2013 }\n',
    lineWith: '    parsed: { shape: years, from: 2015, to: 2013 }',
    path: '[1].timing.parsed',
    what: /ends before it begins/,
  },
  {
    fault: 'yearly events that end before they begin',
    file: matrix,
    replace: 'shape: every-year, from: 2012, to: 2019',
    by: 'shape: every-year, from: 2019, to: 2012',
    lineWith: '        parsed: { shape: every-year',
    path: '[3].followed[0].timing.parsed',
    what: /ends before it begins/,
  },
  {
    fault: 'a report to a session with a year in place of the session',
    file: matrix,
    replace: 'parsed: { shape: session, session: gb-316 }',
    by: 'parsed: { shape: year, year: 2012 } # no session',
    lineWith: '      timing:\n        printed: تشرين الثاني/ نوفمبر ٢٠١٢\n        parsed: { shape: year, year: 2012 } # no session',
    path: '[0].followed[1].timing',
    what: /counted from a session/,
  },
  {
    fault: 'a plan that a cancelled session is said to have decided',
    file: 'ilo/cycles/spf/plan.yaml',
    replace: 'session: gb-312',
    by: 'session: gb-339',
    lineWith: '  session: gb-339',
    path: 'decision.session',
    what: /was cancelled/,
  },
]

describe('what the rows of a plan ask', () => {
  it.each(faults)('is refused with file and line: $fault', expectTold)
})
