import stringWidth from 'string-width'
import { describe, expect, it } from 'vitest'
import { formatTable } from '../../cli/format-table.ts'
import { table } from '../../cli/table.ts'

const obligations = table([
  ['Owed by', '', 'As of 2026-11-29'],
  ['France', 'FRA', 'the 12 months run'],
  ['Democratic Republic of the Congo', 'COD', 'submitted 2026-03-02, in time; no report; its day is ahead'],
])

describe('a table', () => {
  it('is written whole for a pipe, without trailing spaces', () => {
    expect(formatTable(obligations, null)).toStrictEqual([
      'Owed by                                As of 2026-11-29',
      'France                            FRA  the 12 months run',
      'Democratic Republic of the Congo  COD  submitted 2026-03-02, in time; no report; its day is ahead',
    ])
  })

  it('is written whole on a terminal that is wide enough', () => {
    const whole = formatTable(obligations, null)
    const widest = Math.max(...whole.map((line) => line.length))
    expect(formatTable(obligations, widest)).toStrictEqual(whole)
  })

  it('cuts its widest columns with a mark on a narrow terminal, and leaves the narrow ones whole', () => {
    expect(formatTable(obligations, 40)).toStrictEqual([
      'Owed by                 As of 2026-11-29',
      'France             FRA  the 12 months r…',
      'Democratic Repub…  COD  submitted 2026-…',
    ])
  })

  it.each([30, 40, 57, 79, 80, 120])('fits into %i columns', (width) => {
    for (const line of formatTable({ ...obligations, indent: 4 }, width)) expect(stringWidth(line)).toBeLessThanOrEqual(width)
  })

  it('uses the whole width before it cuts anything', () => {
    const [, , last = ''] = formatTable(obligations, 79)
    expect(stringWidth(last)).toBe(79)
  })

  it('keeps some places of each column where nothing fits', () => {
    const [, , last] = formatTable(obligations, 5)
    expect(last).toBe('Democra…  COD  submitt…')
  })

  it('measures Arabic by what is seen: marks above letters take no place', () => {
    expect(
      formatTable(
        table([
          ['مُتَابَعَة', 'x'],
          ['متابعة', 'y'],
        ]),
        null,
      ),
    ).toStrictEqual(['مُتَابَعَة  x', 'متابعة  y'])
  })

  it('measures wide characters as two places, and cuts between characters', () => {
    expect(
      formatTable(
        table([
          ['日本', 'x'],
          ['abcd', 'y'],
        ]),
        null,
      ),
    ).toStrictEqual(['日本  x', 'abcd  y'])
    expect(formatTable(table([['国際労働機関憲章']]), 10)).toStrictEqual(['国際労働…'])
    expect(formatTable(table([['مُتَابَعَة القرارات']]), 8)).toStrictEqual(['مُتَابَعَة …'])
  })
})
