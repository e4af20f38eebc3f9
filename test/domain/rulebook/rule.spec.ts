import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { inForceOn } from '../../../domain/rulebook/rule.ts'

const version = (from: string, to: string | null) => ({ from: day(from), to: to === null ? null : day(to) })
const rule = { code: '19-6-b', versions: [version('2000-01-01', '2009-12-31'), version('2011-01-01', null)] }

describe('the version of a rule in force on a day', () => {
  it('is in force from its first day to its last, both included', () => {
    expect(inForceOn(rule, day('2000-01-01'))).toBe(rule.versions[0])
    expect(inForceOn(rule, day('2009-12-31'))).toBe(rule.versions[0])
    expect(inForceOn(rule, day('2011-01-01'))).toBe(rule.versions[1])
  })

  it('has no end where none is set', () => expect(inForceOn(rule, day('2999-12-31'))).toBe(rule.versions[1]))

  it.each(['1999-12-31', '2010-01-01', '2010-12-31'])('is not guessed on %s, when none is in force', (date) =>
    expect(() => inForceOn(rule, day(date))).toThrow(new RangeError(`19-6-b: no version in force on ${date}`)),
  )

  it('is not chosen between two', () => {
    const overlapping = { code: '19-6-b', versions: [version('2000-01-01', '2010-12-31'), version('2010-12-31', null)] }
    expect(() => inForceOn(overlapping, day('2010-12-31'))).toThrow(new RangeError('19-6-b: 2 versions in force on 2010-12-31'))
    expect(inForceOn(overlapping, day('2010-12-30'))).toBe(overlapping.versions[0])
  })
})
