import { word } from '../../documents/catalogs/catalog.ts'
import type { InstrumentObligation, Report } from '../../domain/obligation/state.ts'
import { submissionClass } from '../../domain/report/submission-class.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { dayText } from './message.tsx'

/** What was received, and what each report lacks. What people wrote in it is not shown here. */
export const Reports = ({ catalog, state }: { catalog: PageCatalog; state: InstrumentObligation }) =>
  state.reports.length === 0 ? (
    <p>{formatText(catalog, 'noReports')}</p>
  ) : (
    <ol class="reports">
      {state.reports.map((report) => (
        <li>
          <ReportFacts catalog={catalog} state={state} report={report} />
        </li>
      ))}
    </ol>
  )

const ReportFacts = ({ catalog, state, report }: { catalog: PageCatalog; state: InstrumentObligation; report: Report }) => {
  const { receivedOn, submissionDate, missing, review, returnDue, furtherInformation } = report
  return (
    <>
      <p>
        <strong>{formatText(catalog, 'reportReceived', { date: dayText(catalog, receivedOn) })}</strong>{' '}
        <span class="flag">{word(catalog, 'reviews', review)}</span>
      </p>
      <p>
        {submissionDate === null
          ? formatText(catalog, 'reportNoSubmission')
          : formatText(catalog, 'reportSubmitted', {
              date: dayText(catalog, submissionDate),
              class: word(catalog, 'submissionClasses', submissionClass(submissionDate, state.limits)),
            })}
      </p>
      {furtherInformation && <p>{formatText(catalog, 'reportFurther')}</p>}
      {missing.length === 0 ? (
        <p>{formatText(catalog, 'reportComplete')}</p>
      ) : (
        <>
          <p>{formatText(catalog, 'reportMissing')}:</p>
          <ul>
            {missing.map((field) => (
              <li>{catalog.words.questionnaire[field] ?? field}</li>
            ))}
          </ul>
        </>
      )}
      {returnDue !== null && review === 'returned' && <p>{formatText(catalog, 'reportReturnDue', { date: dayText(catalog, returnDue) })}</p>}
    </>
  )
}
