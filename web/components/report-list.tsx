import { word } from '../../documents/catalogs/catalog.ts'
import { number } from '../../documents/catalogs/legal-terms.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { textIn, textOr } from '../../domain/languages.ts'
import type { EnteredObligation, Report } from '../../domain/obligation/state.ts'
import type { ReportField } from '../../domain/rulebook/kind.ts'
import { formatText, type PageCatalog, type PageMessage } from '../page-catalog.ts'
import { dayText, separator } from './message.tsx'

type StateProps = { readonly catalog: PageCatalog; readonly state: EnteredObligation }

/** What a report holds, and what was reported: days, numbers and choices. What people wrote is sealed. */
export const Answers = ({ catalog, state }: StateProps) => (
  <>
    {state.reports.length === 0 ? (
      <p>{formatText(catalog, 'noReports')}</p>
    ) : (
      <>
        <ol class="reports">
          {state.reports.map((report) => (
            <li>
              <Answer catalog={catalog} state={state} report={report} />
            </li>
          ))}
        </ol>
        <p class="quiet">{formatText(catalog, 'reportSealed')}</p>
      </>
    )}
    <h3>{formatText(catalog, 'formTitle')}</h3>
    <ul>
      {state.report.fields.map((field) => (
        <li>
          {textIn(field.label, catalog.language)}{' '}
          <span class="quiet">({[formatText(catalog, types[field.type]), ...optional(catalog, field)].join(separator(catalog))})</span>
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

const optional = (catalog: PageCatalog, { required }: ReportField): readonly string[] => (required ? [] : [formatText(catalog, 'formOptional')])

const Answer = ({ catalog, state, report }: StateProps & { readonly report: Report }) => {
  const { receivedOn, submissionDate, missing, review, returnDue, furtherInformation, values } = report
  const { fields } = state.report
  return (
    <>
      <p>
        <strong>{formatText(catalog, 'reportReceived', { date: dayText(catalog, receivedOn) })}</strong>{' '}
        <span class="flag">{word(catalog, 'reviews', review)}</span>
      </p>
      {submissionDate === null && <p>{formatText(catalog, 'reportNotDone')}</p>}
      <ul>
        {fields
          .filter(({ name }) => values[name] !== undefined)
          .map(({ name, label }) => (
            <li>
              {textIn(label, catalog.language)}: <bdi>{valueText(catalog, values[name])}</bdi>
            </li>
          ))}
      </ul>
      {furtherInformation && <p>{formatText(catalog, 'reportFurther')}</p>}
      {missing.length === 0 ? (
        <p>{formatText(catalog, 'reportComplete')}</p>
      ) : (
        <>
          <p>{formatText(catalog, 'reportMissing')}:</p>
          <ul>
            {missing.map((field) => (
              <li>{textOr(fields.find(({ name }) => name === field)?.label, catalog.language, field)}</li>
            ))}
          </ul>
        </>
      )}
      {returnDue !== null && review === 'returned' && <p>{formatText(catalog, 'reportReturnDue', { date: dayText(catalog, returnDue) })}</p>}
    </>
  )
}

function valueText(catalog: PageCatalog, value: Report['values'][string] | undefined): string {
  if (typeof value === 'boolean') return formatText(catalog, value ? 'yes' : 'no')
  if (typeof value === 'number') return number(catalog, String(value))
  const day = calendarDate.safeParse(value)
  return day.success ? dayText(catalog, day.data) : (value ?? '')
}
