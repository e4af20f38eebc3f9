import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { checkDates } from '../../../domain/report/dates.ts'
import type { Questionnaire } from '../../../domain/report/questionnaire.ts'
import { refusal } from '../../support/spec-for.ts'

const check = (answer: Questionnaire) => checkDates(answer, day('2012-06-14'), day('2013-03-01'))

describe('the dates of an answer', () => {
  it.each<{ answer: Questionnaire; field: string }>([
    { answer: { submissionDate: day('2013-03-02') }, field: 'submissionDate' },
    { answer: { federal: { referralDate: day('2013-03-02') } }, field: 'federal.referralDate' },
    { answer: { tripartiteConsultation: { dates: [day('2013-01-01'), day('2013-03-02')] } }, field: 'tripartiteConsultation.dates[1]' },
    { answer: { communicatedTo: [{ organization: 'Union', side: 'workers', date: day('2013-03-02') }] }, field: 'communicatedTo[0].date' },
  ])('may not lie after its arrival: $field', ({ answer, field }) =>
    expect(() => check(answer)).toThrow(refusal('date-after-arrival', { field, date: '2013-03-02' })),
  )

  it.each<{ answer: Questionnaire; field: string }>([
    { answer: { submissionDate: day('2012-06-13') }, field: 'submissionDate' },
    { answer: { submitted: 'no', submissionDate: day('2012-06-13') }, field: 'submissionDate' },
    { answer: { federal: { referralDate: day('2012-06-13') } }, field: 'federal.referralDate' },
  ])('may not put the act before the adoption, complete or not: $answer', ({ answer, field }) =>
    expect(() => check(answer)).toThrow(refusal('submission-predates-adoption', { field, date: '2012-06-13', adoptedOn: '2012-06-14' })),
  )

  it('may be the day of adoption and the day of arrival', () => {
    expect(() => check({ submissionDate: day('2012-06-14'), federal: { referralDate: day('2012-06-14') } })).not.toThrow()
    expect(() => check({ submissionDate: day('2013-03-01'), tripartiteConsultation: { dates: [day('2013-03-01')] } })).not.toThrow()
  })

  it('may put a consultation before the adoption: it may have begun with the draft', () =>
    expect(() => check({ tripartiteConsultation: { dates: [day('2011-01-01')] } })).not.toThrow())
})
