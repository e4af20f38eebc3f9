import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import type { DateStatus } from '../../../domain/provenance.ts'
import type { Citation } from './citation.ts'
import { contradictionIsWhole } from './contradiction.ts'
import { exactlyOneOf, firstDayOf, lastDayOf, month } from './moment.ts'
import { code, looseProvenance, provenance, text, unsourced } from './status.ts'

const sessionDay = (citation: Citation) =>
  z
    .strictObject({
      date: calendarDate.optional(),
      month: month.optional(),
      /** From the first of one month to the end of another. */
      between: z.tuple([month, month]).optional(),
      /** Whether a source reports the day, or only announced it, or we conclude it from other facts. */
      kind: z.enum(['actual', 'announced', 'inferred']),
      ...provenance(citation),
      others: z.array(z.strictObject({ date: calendarDate, printed: text.optional(), note: text.optional(), source: z.array(citation).min(1) })).default([]),
      usedBecause: text.optional(),
    })
    .check(exactlyOneOf('date', 'month', 'between'), contradictionIsWhole)
    .transform(({ date, month, between, status, ...rest }) => {
      const ranked: DateStatus = status === 'confirmed' && rest.kind === 'announced' ? 'announced' : status
      const [first, last] = between ?? [month, month]
      return {
        ...rest,
        /** `null` where only the month is known, or less. */
        date: date ?? null,
        earliest: date ?? firstDayOf(String(first)),
        latest: date ?? lastDayOf(String(last)),
        /** As the domain ranks it: a day that is confirmed as announced is no confirmed day. */
        status: ranked,
      }
    })

/** One file of `sessions/`. */
export const sessionSchema = (citation: Citation) =>
  z.strictObject({
    code,
    /** A body of `organization.yaml`. */
    body: code,
    /** As printed, `338 bis`: never a number to count with. */
    number: text,
    state: z.enum(['held', 'by-correspondence', 'cancelled', 'expected']),
    opens: sessionDay(citation),
    closes: sessionDay(citation),
    /** The days on which it sat, where it did not sit throughout. */
    sittings: z.array(z.strictObject({ from: calendarDate, to: calendarDate })).default([]),
    /** Said of a session that adopted nothing to submit, of a body that adopts instruments. */
    instruments: z
      .strictObject({ none: z.literal(true), ...looseProvenance(citation) })
      .check(unsourced)
      .optional(),
    note: text.optional(),
  })

export type SessionSeed = Readonly<z.output<ReturnType<typeof sessionSchema>>>
export type SessionDaySeed = SessionSeed['closes']
