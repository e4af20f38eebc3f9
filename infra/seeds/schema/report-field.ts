import { z } from 'zod'
import { type ReportField, reportField } from '../../../domain/rulebook/report-field.ts'
import { inItsLanguages } from './texts.ts'

const [plain, choice, group, list, documents] = reportField.options
const label = { label: inItsLanguages }

const ownPlain = z.strictObject({ ...plain.shape, ...label })
const ownChoice = z.strictObject({ ...choice.shape, ...label, options: z.array(z.strictObject({ ...choice.shape.options.element.shape, ...label })).min(1) })

const unknownType = (types: string) => ({ error: `There is no field of this type. It is ${types}.` })
const single = z.discriminatedUnion('type', [ownPlain, ownChoice], unknownType('a day, a number, words, yes-no or a choice'))
const inside = z.array(single).min(1)

/** A field as a file declares it: no key but these, and labels in the organization's languages. */
export const reportFieldSchema = z.discriminatedUnion(
  'type',
  [
    ownPlain,
    ownChoice,
    z.strictObject({ ...group.shape, ...label, fields: inside }),
    z.strictObject({
      ...list.shape,
      ...label,
      of: z.union([z.literal('words'), inside], { error: 'A list is `of: words`, or of the fields that each of its items has.' }),
    }),
    z.strictObject({ ...documents.shape, ...label }),
  ],
  unknownType('a day, a number, words, yes-no, a choice, a list, a group or documents'),
)

/** Names that stand twice among fields, or values among options, each with its path. */
export function repeatedNames(
  fields: readonly ReportField[],
  path: readonly (string | number)[],
): readonly { readonly path: readonly (string | number)[]; readonly name: string }[] {
  return [
    ...repeated(fields.map(({ name }) => name)).map(([index, name]) => ({ path: [...path, index, 'name'], name })),
    ...fields.flatMap((field, index) => {
      const own = [...path, index]
      if (field.type === 'choice')
        return repeated(field.options.map(({ value }) => value)).map(([at, name]) => ({ path: [...own, 'options', at, 'value'], name }))
      if (field.type === 'group') return repeatedNames(field.fields, [...own, 'fields'])
      return field.type === 'list' && field.of !== 'words' ? repeatedNames(field.of, [...own, 'of']) : []
    }),
  ]
}

const repeated = (names: readonly string[]) => names.flatMap((name, index) => (names.indexOf(name) < index ? [[index, name] as const] : []))
