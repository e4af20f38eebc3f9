import type { CalendarDate } from '../calendar/calendar-date.ts'
import { Refusal } from '../refusal.ts'
import type { Questionnaire } from './questionnaire.ts'

/**
 * Turns away an answer whose dates cannot be true.
 *
 * @throws Refusal `submission-predates-adoption` when it was laid before an authority before it was adopted;
 *   `date-after-arrival` when any date in it lies after the day on which it arrives
 */
export function checkDates(answer: Questionnaire, adoptedOn: CalendarDate | null, arrivedOn: CalendarDate): void {
  for (const [field, date] of datesIn(answer)) {
    if (date > arrivedOn) throw new Refusal('date-after-arrival', `${field} is ${date}, after the day on which the report arrived`, { field, date, arrivedOn })
  }
  for (const [field, date] of [['submissionDate', answer.submissionDate] as const, ['federal.referralDate', answer.federal?.referralDate] as const]) {
    if (date !== undefined && adoptedOn !== null && date < adoptedOn)
      throw new Refusal('submission-predates-adoption', `${field} is ${date}, before the instrument was adopted`, { field, date, adoptedOn })
  }
}

const datesIn = (answer: Questionnaire): readonly (readonly [string, CalendarDate])[] => [
  ...dated('submissionDate', answer.submissionDate),
  ...dated('federal.referralDate', answer.federal?.referralDate),
  ...(answer.tripartiteConsultation?.dates ?? []).map((date, index) => [`tripartiteConsultation.dates[${index}]`, date] as const),
  ...(answer.communicatedTo ?? []).flatMap(({ date }, index) => dated(`communicatedTo[${index}].date`, date)),
]

const dated = (field: string, date: CalendarDate | undefined) => (date === undefined ? [] : [[field, date] as const])
