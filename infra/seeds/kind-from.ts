import type { Kind, KindReport } from '../../domain/rulebook/kind.ts'
import type { KindSeed } from './schema/kind.ts'

/** A kind of the seeds as the domain reads it: its own words are for those who write letters. */
export const kindFrom = ({ report, answerWithin, words: _, ...kind }: KindSeed): Kind => ({
  ...kind,
  report: reportFrom(report),
  answerWithin: typeof answerWithin === 'number' ? answerWithin : answerWithin.days,
})

function reportFrom(report: KindSeed['report']): KindReport {
  if (report.form !== 'questionnaire') return { fields: report.fields, performedOn: report.performedOn }
  const { form, required, requested, performedOn } = report
  return { form, required, requested, performedOn }
}
