import { number } from '../../activities/letters/legal-words.ts'
import { word } from '../../activities/letters/wording.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import type { EnteredObligation, Report } from '../../domain/obligation/state.ts'
import type { ReportField } from '../../domain/rulebook/kind.ts'
import { type PageMessage, type PageWording, tell } from '../words.ts'
import { dayText, separator } from './said.tsx'

type StateProps = { readonly wording: PageWording; readonly state: EnteredObligation }

/** What a report holds, and what was reported: days, numbers and choices. What people wrote is sealed. */
export const Answers = ({ wording, state }: StateProps) => (
  <>
    {state.reports.length === 0 ? (
      <p>{tell(wording, 'noReports')}</p>
    ) : (
      <>
        <ol class="reports">
          {state.reports.map((report) => (
            <li>
              <Answer wording={wording} state={state} report={report} />
            </li>
          ))}
        </ol>
        <p class="quiet">{tell(wording, 'reportSealed')}</p>
      </>
    )}
    <h3>{tell(wording, 'formTitle')}</h3>
    <ul>
      {state.report.fields.map((field) => (
        <li>
          {field.label[wording.language]}{' '}
          <span class="quiet">({[tell(wording, types[field.type]), ...optional(wording, field)].join(separator(wording))})</span>
        </li>
      ))}
    </ul>
  </>
)

const types: Readonly<Record<ReportField['type'], PageMessage>> = {
  day: 'fieldDay',
  words: 'fieldWords',
  number: 'fieldNumber',
  'yes-no': 'fieldYesNo',
}

const optional = (wording: PageWording, { required }: ReportField): readonly string[] => (required ? [] : [tell(wording, 'formOptional')])

const Answer = ({ wording, state, report }: StateProps & { readonly report: Report }) => {
  const { receivedOn, submissionDate, missing, review, returnDue, furtherInformation, values } = report
  const { fields } = state.report
  return (
    <>
      <p>
        <strong>{tell(wording, 'reportReceived', { date: dayText(wording, receivedOn) })}</strong> <span class="flag">{word(wording, 'reviews', review)}</span>
      </p>
      {submissionDate === null && <p>{tell(wording, 'reportNotDone')}</p>}
      <ul>
        {fields
          .filter(({ name }) => values[name] !== undefined)
          .map(({ name, label }) => (
            <li>
              {label[wording.language]}: <bdi>{valueText(wording, values[name])}</bdi>
            </li>
          ))}
      </ul>
      {furtherInformation && <p>{tell(wording, 'reportFurther')}</p>}
      {missing.length === 0 ? (
        <p>{tell(wording, 'reportComplete')}</p>
      ) : (
        <>
          <p>{tell(wording, 'reportMissing')}:</p>
          <ul>
            {missing.map((field) => (
              <li>{fields.find(({ name }) => name === field)?.label[wording.language] ?? field}</li>
            ))}
          </ul>
        </>
      )}
      {returnDue !== null && review === 'returned' && <p>{tell(wording, 'reportReturnDue', { date: dayText(wording, returnDue) })}</p>}
    </>
  )
}

function valueText(wording: PageWording, value: Report['values'][string] | undefined): string {
  if (typeof value === 'boolean') return tell(wording, value ? 'yes' : 'no')
  if (typeof value === 'number') return number(wording, String(value))
  const day = calendarDate.safeParse(value)
  return day.success ? dayText(wording, day.data) : (value ?? '')
}
