import { type CalendarDate, fromUtc, toUtc } from '../../../domain/calendar/calendar-date.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'

/** What a document says of itself refers to what is seeded, and nobody looked at it on a day to come. */
export const checkDocuments = ({ documents: { file, value }, sessions, organization }: ParsedOrganization, today: CalendarDate): readonly Problem[] =>
  value.flatMap(({ checkedOn, session, body }, index) => [
    ...(checkedOn > today
      ? [problemAt(file, [index, 'checkedOn'], `${checkedOn} lies in the future: today is ${today}. Write the day on which it was looked at.`)]
      : []),
    ...(body !== undefined && !organization.value.bodies.some(({ code }) => code === body)
      ? [problemAt(file, [index, 'body'], `There is no body ${body} in organization.yaml. Add it, or correct the code.`)]
      : []),
    ...(session !== undefined && !sessions.some((one) => one.value.code === session.value)
      ? [problemAt(file, [index, 'session', 'value'], `There is no session ${session.value} in the seeds. Add it, or correct the code.`)]
      : []),
  ])

/** Documents that nobody has looked at for more than a year: no fault, but someone should. */
export const listStale = ({ documents: { file, value } }: ParsedOrganization, today: CalendarDate): readonly Problem[] => {
  const aYearAgo = fromUtc(toUtc(today).minus({ years: 1 }))
  return value.flatMap(({ code, checkedOn }, index) =>
    checkedOn < aYearAgo
      ? [problemAt(file, [index, 'checkedOn'], `${code} was last looked at on ${checkedOn}, over a year ago. Look again and set the day.`)]
      : [],
  )
}
