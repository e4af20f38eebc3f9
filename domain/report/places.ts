import type { InLanguages } from '../languages.ts'
import type { ReportField, SingleField } from '../rulebook/report-field.ts'

/** One place of a form that a report can fill: a field, or one inside a group or an item of a list. */
export type Place = {
  /** `value`, `contact.email`, `contacts[2].email`: the first item is number 0, as errors count. */
  readonly path: string
  /** From the outside in; a number is that of an item, from 1, as people count. */
  readonly labels: readonly (InLanguages | number)[]
  readonly field: SingleField | Exclude<ReportField, SingleField> | ItemOfWords
}

/** An item of a list of texts. */
type ItemOfWords = { readonly type: 'words'; readonly required: false }

/**
 * Every place of a form, in its order: a group and a list before what they hold.
 *
 * @param countOf how many items the list of that path has
 */
export const placesIn = (fields: readonly ReportField[], countOf: (path: string) => number): readonly Place[] =>
  fields.flatMap((field): readonly Place[] => {
    const own: Place = { path: field.name, labels: [field.label], field }
    if (field.type === 'group') return [own, ...within(own, field.fields)]
    if (field.type !== 'list') return [own]
    const { of } = field
    return [
      own,
      ...Array.from({ length: countOf(field.name) }, (_, index) => ({ path: `${field.name}[${index}]`, labels: [field.label, index + 1] })).flatMap(
        (item): readonly Place[] => (of === 'words' ? [{ ...item, field: { type: 'words', required: false } }] : within(item, of)),
      ),
    ]
  })

const within = ({ path, labels }: Pick<Place, 'path' | 'labels'>, fields: readonly SingleField[]): readonly Place[] =>
  fields.map((field) => ({ path: `${path}.${field.name}`, labels: [...labels, field.label], field }))

/** The place of a form that a path names, whatever number its item has; `undefined` where there is none. */
export function placeAt(fields: readonly ReportField[], path: string): Place | undefined {
  const [, digits] = /\[(\d+)\]/.exec(path) ?? []
  const found = placesIn(fields, () => 1).find((place) => place.path === path.replace(/\[\d+\]/, '[0]'))
  if (found === undefined || digits === undefined) return found
  return { ...found, path, labels: found.labels.map((label) => (typeof label === 'number' ? Number(digits) + 1 : label)) }
}

/** What a report says at a path; `undefined` where it says nothing. */
export const valueAt = (answer: Readonly<Record<string, unknown>>, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .reduce<unknown>(
      (at, part) => (typeof at === 'object' && at !== null && Object.hasOwn(at, part) ? (at as Record<string, unknown>)[part] : undefined),
      answer,
    )
