import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { language } from '../../../domain/languages.ts'
import { partyCode } from '../../../domain/party-code.ts'
import type { Citation } from './citation.ts'
import { contradictionIsWhole } from './contradiction.ts'
import { admissionMoment } from './moment.ts'
import { datedFact, looseProvenance, provenance, status, text, unsourced } from './status.ts'
import { inItsLanguages } from './texts.ts'

const membership = (citation: Citation) =>
  z
    .strictObject({
      admitted: admissionMoment,
      /** The how-manieth Member, where a source counts. */
      number: z.int().positive().optional(),
      ...provenance(citation),
      others: z
        .array(z.strictObject({ says: admissionMoment, ...looseProvenance(citation), status: status.default('unconfirmed') }).check(unsourced))
        .default([]),
      usedBecause: text.optional(),
    })
    .check(contradictionIsWhole)

/** `received: null` where the day on which the notice arrived is not known: the notice takes effect two years after that day. */
const withdrawal = (citation: Citation) => z.strictObject({ notice: datedFact(citation), received: calendarDate.nullable(), effective: datedFact(citation) })

const member = (citation: Citation) =>
  z.strictObject({
    code: partyCode,
    names: inItsLanguages,
    namesFromCldr: z.array(language).default([]),
    namesUnconfirmed: z.array(language).default([]),
    /** Of letters to this Member. */
    language,
    membership: membership(citation),
    withdrawal: withdrawal(citation).optional(),
  })

/** `members.yaml` */
export const membersSchema = (citation: Citation) =>
  z.strictObject({
    count: z.strictObject({ value: z.int().nonnegative(), on: calendarDate, ...provenance(citation) }),
    names: z.strictObject({ source: z.array(citation).min(1), note: text }),
    language: z.strictObject({ productDefault: z.boolean(), status: status, rule: text }),
    notMembers: z.strictObject({ codes: z.array(partyCode), ...provenance(citation) }),
    /** What holds of all whose day of admission was not looked up; they refer to it. */
    before2005: membership(citation).optional(),
    /** Empty where all parties are units of the organization. */
    members: z.array(member(citation)),
  })

export type MembersSeed = Readonly<z.output<ReturnType<typeof membersSchema>>>
export type MemberSeed = MembersSeed['members'][number]
