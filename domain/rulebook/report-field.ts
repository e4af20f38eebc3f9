import { z } from 'zod'
import { inLanguages } from '../languages.ts'

/** A name inside a kind: `to-department`, `12-months`. */
export const fieldName = z.string().regex(/^[a-z0-9][A-Za-z0-9-]*$/)

/** What every field has. `required`: no report is complete without it; inside a group, wherever the group is given. */
const common = { name: fieldName, required: z.boolean(), label: inLanguages }

/** One of the values that may be chosen. */
const option = z.object({ value: fieldName, label: inLanguages })

const plain = z.object({ ...common, type: z.enum(['day', 'number', 'words', 'yes-no']) })
const choice = z.object({ ...common, type: z.literal('choice'), options: z.array(option).min(1) })

/** A field that holds one value. */
const single = z.discriminatedUnion('type', [plain, choice])
export type SingleField = Readonly<z.infer<typeof single>>

const group = z.object({ ...common, type: z.literal('group'), fields: z.array(single).min(1) })
const list = z.object({ ...common, type: z.literal('list'), of: z.union([z.literal('words'), z.array(single).min(1)]) })
const documents = z.object({ ...common, type: z.literal('documents') })

/**
 * A question of a kind's report.
 *
 * `words` and attached `documents` are encrypted, wherever they stand; days, numbers, choices and yes or no stand in the record.
 * A `group` holds named fields, a `list` any number of texts or of groups.
 */
export const reportField = z.discriminatedUnion('type', [plain, choice, group, list, documents])
export type ReportField = Readonly<z.infer<typeof reportField>>
