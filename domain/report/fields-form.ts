import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { Refusal } from '../refusal.ts'
import type { FieldsReport } from '../rulebook/kind.ts'
import type { ReportField, SingleField } from '../rulebook/report-field.ts'
import type { Answer, AttachedDocument, Form, Values } from './form.ts'
import { type Place, placeAt, placesIn, valueAt } from './places.ts'

/** The fields that a kind declares as a form of reports. */
export const fieldsForm = ({ fields, performedOn }: FieldsReport): Form => ({
  schema: z.strictObject(Object.fromEntries(fields.map((field) => [field.name, schemaOf(field).optional()]))),
  merge: (earlier, addition) => ({ ...earlier, ...addition, ...mergedGroups(fields, earlier, addition) }),
  checkDates: (answer, { today }) => {
    const future = placesOf(fields, answer).find(({ path, field }) => field.type === 'day' && String(valueAt(answer, path) ?? '') > today)
    if (future === undefined) return
    const date = String(valueAt(answer, future.path))
    throw new Refusal('date-in-future', `${future.path} ${date} has not come yet`, { field: future.path, date, today })
  },
  missing: (answer) => placesOf(fields, answer).flatMap((place) => (isMissing(place, answer) ? [place.path] : [])),
  values: (answer) => Object.fromEntries(placesOf(fields, answer).flatMap((place) => recorded(place, answer))) as Values,
  performedOn: (answer) => {
    const found = calendarDate.safeParse(answer[performedOn])
    return found.success ? found.data : null
  },
  split: (answer) => ({ documents: attachedIn(fields, answer), rest: withoutContent(fields, answer) }),
  mayStateCircumstances: false,
  circumstances: () => null,
  isQuestion: (text) => placeAt(fields, text) !== undefined,
})

/** In characters. */
const longestText = 20_000
const text = z.string().trim().min(1).max(longestText)

/** A paper sent with a report, base64, under the words that say what it is. */
const attachment = z.strictObject({ label: text, name: text, mediaType: text, content: z.base64() })

function schemaOf(field: ReportField): z.ZodType {
  switch (field.type) {
    case 'day':
      return calendarDate
    case 'number':
      return z.number()
    case 'words':
      return text
    case 'yes-no':
      return z.boolean()
    case 'choice':
      return z.enum(field.options.map(({ value }) => value))
    case 'group':
      return groupOf(field.fields)
    case 'list':
      return z.array(field.of === 'words' ? text : groupOf(field.of)).max(500)
    case 'documents':
      return z.array(attachment).max(20)
  }
}

const groupOf = (fields: readonly SingleField[]) => z.strictObject(Object.fromEntries(fields.map((field) => [field.name, schemaOf(field).optional()])))

/** Of a group, the fields given replace the earlier ones; a list is replaced whole. */
const mergedGroups = (fields: readonly ReportField[], earlier: Answer, addition: Answer): Answer =>
  Object.fromEntries(
    fields.flatMap(({ name, type }) =>
      type === 'group' && addition[name] !== undefined ? [[name, { ...(earlier[name] as object | undefined), ...(addition[name] as object) }]] : [],
    ),
  )

const placesOf = (fields: readonly ReportField[], answer: Answer): readonly Place[] => placesIn(fields, (path) => itemsAt(answer, path).length)

const itemsAt = (answer: Answer, path: string): readonly unknown[] => {
  const found = valueAt(answer, path)
  return Array.isArray(found) ? found : []
}

/** A field inside a group is missed only where the group is given: where it is not, the group itself is. */
function isMissing({ path, field }: Place, answer: Answer): boolean {
  if (!field.required) return false
  const outside = path.slice(0, Math.max(path.lastIndexOf('.'), 0))
  if (outside !== '' && valueAt(answer, outside) === undefined) return false
  return field.type === 'list' || field.type === 'documents' ? itemsAt(answer, path).length === 0 : valueAt(answer, path) === undefined
}

/** What may stand in the record: days, numbers and choices, and how many a list or the attached documents are. */
function recorded({ path, field }: Place, answer: Answer): readonly (readonly [string, unknown])[] {
  const value = valueAt(answer, path)
  if (value === undefined || field.type === 'words' || field.type === 'group') return []
  return [[path, field.type === 'list' || field.type === 'documents' ? itemsAt(answer, path).length : value]]
}

const attachedIn = (fields: readonly ReportField[], answer: Answer): readonly AttachedDocument[] =>
  fields.flatMap(({ name, type }) => (type === 'documents' ? itemsAt(answer, name) : [])).filter(hasContent)

/** What was attached to an earlier report stays named; it is stored already. */
const hasContent = (item: unknown): item is AttachedDocument => typeof item === 'object' && item !== null && 'content' in item

const withoutContent = (fields: readonly ReportField[], answer: Answer): Answer => ({
  ...answer,
  ...Object.fromEntries(
    fields.flatMap(({ name, type }) =>
      type === 'documents' && answer[name] !== undefined
        ? [[name, itemsAt(answer, name).map((item) => Object.fromEntries(Object.entries(item as object).filter(([key]) => key !== 'content')))]]
        : [],
    ),
  ),
})
