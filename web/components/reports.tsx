import { word } from '../../activities/letters/wording.ts'
import type { InstrumentObligation, Report } from '../../domain/obligation/state.ts'
import { submissionClass } from '../../domain/report/submission-class.ts'
import { type PageWording, tell } from '../words.ts'
import { dayText } from './said.tsx'

/** What was received, and what each report lacks. What people wrote in it is not shown here. */
export const Reports = ({ wording, state }: { wording: PageWording; state: InstrumentObligation }) =>
  state.reports.length === 0 ? (
    <p>{tell(wording, 'noReports')}</p>
  ) : (
    <ol class="reports">
      {state.reports.map((report) => (
        <li>
          <ReportFacts wording={wording} state={state} report={report} />
        </li>
      ))}
    </ol>
  )

const ReportFacts = ({ wording, state, report }: { wording: PageWording; state: InstrumentObligation; report: Report }) => {
  const { receivedOn, submissionDate, missing, review, returnDue, furtherInformation } = report
  return (
    <>
      <p>
        <strong>{tell(wording, 'reportReceived', { date: dayText(wording, receivedOn) })}</strong> <span class="flag">{word(wording, 'reviews', review)}</span>
      </p>
      <p>
        {submissionDate === null
          ? tell(wording, 'reportNoSubmission')
          : tell(wording, 'reportSubmitted', {
              date: dayText(wording, submissionDate),
              class: word(wording, 'submissionClasses', submissionClass(submissionDate, state.deadlines)),
            })}
      </p>
      {furtherInformation && <p>{tell(wording, 'reportFurther')}</p>}
      {missing.length === 0 ? (
        <p>{tell(wording, 'reportComplete')}</p>
      ) : (
        <>
          <p>{tell(wording, 'reportMissing')}:</p>
          <ul>
            {missing.map((field) => (
              <li>{wording.words.questionnaire[field] ?? field}</li>
            ))}
          </ul>
        </>
      )}
      {returnDue !== null && review === 'returned' && <p>{tell(wording, 'reportReturnDue', { date: dayText(wording, returnDue) })}</p>}
    </>
  )
}
