import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { countConvention } from '../../../domain/calendar/computation.ts'
import type { Citation } from './citation.ts'
import { exactlyOneOf } from './moment.ts'
import { periodSeed } from './period.ts'
import { code, looseProvenance, status, text, unsourced } from './status.ts'
import { inItsLanguages } from './texts.ts'

/** How a period is counted: a setting with a source, since the texts do not say. */
const convention = (citation: Citation) =>
  z.strictObject({
    value: countConvention,
    /** True where the day of the closing is itself the first day counted. */
    closingDayCounts: z.boolean(),
    status: status,
    note: text.optional(),
    source: citation,
  })

/** Who owes. `laterMembersOwe`: whether a State admitted afterwards does; `null` where the question does not arise. */
const parties = (citation: Citation) =>
  z.strictObject({
    membersOn: z.enum(['adoption', 'communication']),
    source: z.array(citation).min(1),
    laterMembersOwe: z
      .strictObject({ value: z.boolean(), ...looseProvenance(citation) })
      .check(unsourced)
      .nullable(),
  })

const version = (citation: Citation) =>
  z
    .strictObject({
      from: calendarDate,
      fromStatus: status,
      /** `null`: still in force. */
      to: calendarDate.nullable(),
      limits: z.array(z.strictObject({ limit: code, period: periodSeed, exceptional: z.boolean(), name: inItsLanguages.optional() })),
      countedFrom: z.enum(['session-closing']).nullable(),
      convention: convention(citation).nullable(),
      parties: parties(citation),
      /** The wording, where it was read; else what it says in our words. */
      quote: text.optional(),
      paraphrase: text.optional(),
      source: z.array(citation).min(1),
    })
    .check(exactlyOneOf('quote', 'paraphrase'))

/** One file of `rules/`. What the domain's rulebook asks for, it holds under the same names. */
export const ruleSchema = (citation: Citation) =>
  z.strictObject({
    code,
    provision: text,
    title: text,
    appliesTo: z.array(code).min(1),
    versions: z.array(version(citation)).min(1),
    note: text.optional(),
  })

export type RuleSeed = Readonly<z.output<ReturnType<typeof ruleSchema>>>
export type RuleVersionSeed = RuleSeed['versions'][number]
