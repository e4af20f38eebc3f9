import { word, wordsOfKind } from '../../documents/catalogs/catalog.ts'
import { number } from '../../documents/catalogs/legal-terms.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import type { KnownObligation, Report } from '../../domain/obligation/state.ts'
import { fieldsOf } from '../../domain/report/form.ts'
import { type Place, placeAt, placesIn } from '../../domain/report/places.ts'
import type { ReportField } from '../../domain/rulebook/report-field.ts'
import { performanceClass } from '../../domain/status/performance.ts'
import { formatText, type PageCatalog, type PageMessage } from '../page-catalog.ts'
import { performedNames } from '../pages/status-of-instrument.ts'
import { dayText, separator } from './message.tsx'
import { OwnWords, ownWords } from './own-words.tsx'
import { statusText } from './status-mark.tsx'

type StateProps = { readonly catalog: PageCatalog; readonly state: KnownObligation }

/** What a report holds, and what was reported: days, numbers and choices. What people wrote is encrypted. */
export const ReportList = ({ catalog, state }: StateProps) => (
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
    <FormFields catalog={catalog} organization={state.organization} fields={fieldsOf(state.kindSnapshot.report)} />
  </>
)

type FormProps = { readonly catalog: PageCatalog; readonly organization: string; readonly fields: readonly ReportField[] }

const FormFields = ({ catalog, organization, fields }: FormProps) =>
  fields.length === 0 ? null : (
    <>
      <h3>{formatText(catalog, 'formTitle')}</h3>
      <ul>
        <FieldItems catalog={catalog} organization={organization} fields={fields} />
      </ul>
    </>
  )

/** Each field with what it holds; below a group and a list of groups, their own. */
const FieldItems = ({ catalog, organization, fields }: FormProps) => (
  <>
    {fields.map((field) => {
      const inner = field.type === 'group' ? field.fields : field.type === 'list' && field.of !== 'words' ? field.of : []
      return (
        <li>
          <OwnWords catalog={catalog} organization={organization} texts={field.label} />{' '}
          <span class="quiet">({[typeText(catalog, organization, field), ...optional(catalog, field)].join(separator(catalog))})</span>
          {inner.length > 0 && (
            <ul>
              <FieldItems catalog={catalog} organization={organization} fields={inner} />
            </ul>
          )}
        </li>
      )
    })}
  </>
)

function typeText(catalog: PageCatalog, organization: string, field: ReportField): string {
  if (field.type === 'choice')
    return formatText(catalog, 'fieldChoice', { options: field.options.map(({ label }) => ownWords(catalog, organization, label)).join(separator(catalog)) })
  return formatText(catalog, field.type === 'list' && field.of === 'words' ? 'fieldListOfWords' : types[field.type])
}

const types: Readonly<Record<Exclude<ReportField['type'], 'choice'>, PageMessage>> = {
  day: 'fieldDay',
  words: 'fieldWords',
  number: 'fieldNumber',
  'yes-no': 'fieldYesNo',
  group: 'fieldGroup',
  list: 'fieldList',
  documents: 'fieldDocuments',
}

const optional = (catalog: PageCatalog, { required }: ReportField): readonly string[] => (required ? [] : [formatText(catalog, 'formOptional')])

/** What a report lacks, as its kind calls it, or the questionnaire does. */
function missingText(catalog: PageCatalog, { organization, kindSnapshot }: KnownObligation, path: string): string {
  const place = placeAt(fieldsOf(kindSnapshot.report), path)
  return place === undefined ? (catalog.words.questionnaire[path] ?? path) : placeText(catalog, organization, place)
}

/** What a place of the form is called, from the outside in: `Contacts – 2 – E-mail`. */
const placeText = (catalog: PageCatalog, organization: string, { labels }: Place): string =>
  labels.map((label) => (typeof label === 'number' ? number(catalog, String(label)) : ownWords(catalog, organization, label))).join(' – ')

const Answer = ({ catalog, state, report }: StateProps & { readonly report: Report }) => {
  const { receivedOn, missing, review, returnDue, furtherInformation, values } = report
  const fields = fieldsOf(state.kindSnapshot.report)
  return (
    <>
      <p>
        <strong>{formatText(catalog, 'reportReceived', { date: dayText(catalog, receivedOn) })}</strong>{' '}
        <span class="flag">{word(catalog, 'reviews', review)}</span>
      </p>
      <PerformedText catalog={catalog} state={state} report={report} isDeclared={fields.length > 0} />
      <ul>
        {placesIn(fields, (path) => Number(values[path] ?? 0))
          .filter(({ path }) => values[path] !== undefined)
          .map((place) => (
            <li>
              {placeText(catalog, state.organization, place)}: <bdi>{valueText(catalog, state.organization, place, values[place.path])}</bdi>
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
              <li>{missingText(catalog, state, field)}</li>
            ))}
          </ul>
        </>
      )}
      {returnDue !== null && review === 'returned' && <p>{formatText(catalog, 'reportReturnDue', { date: dayText(catalog, returnDue) })}</p>}
    </>
  )
}

/** The day on which it was done; where the kind declares the field of that day, the field itself shows it. */
const PerformedText = ({ catalog, state, report: { performedOn }, isDeclared }: StateProps & { readonly report: Report; readonly isDeclared: boolean }) => {
  if (performedOn === null) return <p>{formatText(catalog, 'reportNotDone')}</p>
  if (isDeclared) return null
  const label = wordsOfKind(catalog, state.organization, state.kind).labels.performedOn ?? formatText(catalog, 'eventObligationPerformed')
  const found = statusText(catalog, performedNames[performanceClass(performedOn, state)])
  return <p>{formatText(catalog, 'reportPerformed', { label, date: dayText(catalog, performedOn), class: found })}</p>
}

/** Of a list and of attached documents: how many there are. */
function valueText(catalog: PageCatalog, organization: string, { field }: Place, value: Report['values'][string] | undefined): string {
  const chosen = field.type === 'choice' ? field.options.find((option) => option.value === value) : undefined
  if (chosen !== undefined) return ownWords(catalog, organization, chosen.label)
  if (typeof value === 'boolean') return formatText(catalog, value ? 'yes' : 'no')
  if (typeof value === 'number') return number(catalog, String(value))
  const day = calendarDate.safeParse(value)
  return day.success ? dayText(catalog, day.data) : (value ?? '')
}
