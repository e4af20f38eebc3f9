import { z } from 'zod'
import { language } from '../../../domain/languages.ts'
import { computed } from '../../../domain/rulebook/supervision.ts'
import type { Citation } from './citation.ts'
import { dayOfYear } from './moment.ts'
import { code, provenance, status, text } from './status.ts'
import { inItsLanguages } from './texts.ts'

const named = { name: inItsLanguages, nameUnconfirmed: z.array(language).default([]) }

const yearlyDay = (citation: Citation) =>
  z
    .strictObject({
      on: dayOfYear,
      /** True where the day is ours: no source sets it. */
      productDefault: z.boolean().default(false),
      note: text.optional(),
      source: z.array(citation).default([]),
    })
    .refine(({ productDefault, source }) => productDefault || source.length > 0, {
      path: ['source'],
      message: 'The source is missing. Cite one, or set `productDefault: true` where the day is ours.',
    })

/** One file of `supervision/`: which bodies comment and list, by which criteria, and when the list is made. */
export const supervisionSchema = (citation: Citation) =>
  z.strictObject({
    code,
    title: inItsLanguages,
    titleUnconfirmed: z.array(language).default([]),
    bodies: z
      .array(
        z.strictObject({
          code,
          ...named,
          /** What it calls its comments. */
          comments: z.array(z.strictObject({ kind: code, ...named, ...provenance(citation) })),
          /** The body of `organization.yaml` at whose sessions it lists Members; `null` where it lists none. */
          listsAt: code.nullable(),
          ...provenance(citation),
        }),
      )
      .min(1),
    criteria: z
      .array(
        z.strictObject({
          code: text,
          wording: text,
          /** `null`: recorded if a body names it, never computed. */
          computed: z.strictObject({ ...computed.shape, sessionCountsStatus: status, note: text.optional() }).nullable(),
          ...provenance(citation),
        }),
      )
      .min(1),
    list: z.strictObject({
      title: inItsLanguages,
      titleUnconfirmed: z.array(language).default([]),
      prepared: yearlyDay(citation),
      refreshed: yearlyDay(citation),
    }),
  })

export type SupervisionSeed = Readonly<z.output<ReturnType<typeof supervisionSchema>>>
