import type { ReportField } from '../rulebook/report-field.ts'

/** A field of a report as a program fills it in: what it holds, what may be chosen, and what stands inside it. */
export type ExplainedField = Pick<ReportField, 'name' | 'type' | 'required'> & {
  /** Of a choice: the values. */
  readonly options?: readonly string[]
  /** Of a group, and of each item of a list; `words`: each item is a text. */
  readonly of?: readonly ExplainedField[] | 'words'
}

export function explainedField(field: ReportField): ExplainedField {
  const { name, type, required } = field
  if (field.type === 'choice') return { name, type, required, options: field.options.map(({ value }) => value) }
  if (field.type === 'group') return { name, type, required, of: field.fields.map(explainedField) }
  if (field.type === 'list') return { name, type, required, of: field.of === 'words' ? field.of : field.of.map(explainedField) }
  return { name, type, required }
}

/** `status (choice: draft or final)`, `contacts (list of name (words), since (day, may be left out))`. */
export function fieldText({ name, type, required, options, of }: ExplainedField): string {
  const inner = of === undefined ? '' : ` of ${of === 'words' ? of : of.map(fieldText).join(', ')}`
  const chosen = options === undefined ? '' : `: ${options.join(' or ')}`
  return `${name} (${type}${chosen}${inner}${required ? '' : ', may be left out'})`
}
