import type { Duty, DutyLetter } from '../../domain/rulebook/duty.ts'
import type { DutySeed } from './schema/duty.ts'

/** A kind of the family `instrument` as the domain reads it. */
export function dutyFrom({ code, name, owedBy, opensUpon, opensOnConstituentMatter, due, letters, report, discharge, answerWithin }: DutySeed): Duty {
  const { required, requested, performedOn } = report
  return {
    ...{ code, name, owedBy, opensUpon, due, discharge },
    ...(opensOnConstituentMatter === undefined ? {} : { opensOnConstituentMatter }),
    letters: letters.map(letterFrom),
    report: { required, requested, performedOn },
    answerWithin: answerWithin.days,
  }
}

/** Exactly one of its two days is given, as the schema sees to. */
const letterFrom = ({ letter, due: { firstAfterClosing, dayAfter }, suppressedBy, productDefault, note, source }: DutySeed['letters'][number]): DutyLetter => ({
  letter,
  due: firstAfterClosing === undefined ? { dayAfter: dayAfter as NonNullable<typeof dayAfter> } : { firstAfterClosing },
  ...(suppressedBy === undefined ? {} : { suppressedBy }),
  ...(note === undefined ? {} : { note }),
  productDefault,
  source,
})
