import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { dateStatus } from '../../../domain/provenance.ts'
import type { Citation } from './citation.ts'

/** How far an entry can be relied on. Whether a day was only announced is another question: see `kind` of a session's days. */
export const status = dateStatus.exclude(['announced'])

/** A word or a sentence; an empty one is as good as a missing one, and is refused like it. */
export const text = z.string().trim().min(1)

export const code = z.string().regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'A code holds letters, digits and single hyphens. Correct it.')

/** The fields that every fact carries. */
export const provenance = (citation: Citation) => ({ status, note: text.optional(), source: z.array(citation).min(1) })

/** For what may stand without a source: only if it is marked unconfirmed, and says why. Use with `unsourced`. */
export const looseProvenance = (citation: Citation) => ({ status, note: text.optional(), source: z.array(citation).default([]) })

export const unsourced = ({ value, issues }: z.core.ParsePayload<{ status: string; note?: string | undefined; source: readonly unknown[] }>): void => {
  if (value.source.length > 0 || (value.status === 'unconfirmed' && value.note !== undefined)) return
  issues.push({
    code: 'custom',
    input: value,
    path: ['source'],
    message: 'The source is missing. Cite one, or mark the entry `unconfirmed` and say in `note` what it rests on.',
  })
}

export const datedFact = (citation: Citation) => z.strictObject({ date: calendarDate, ...provenance(citation) })
