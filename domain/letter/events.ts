import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { language } from '../languages.ts'

/** One kind a letter. */
export const letterKinds = ['request', 'reminder12', 'reminder18', 'acknowledgement', 'return', 'notice', 'reminder', 'invitation'] as const
export const letterKind = z.enum(letterKinds)
export type LetterKind = z.infer<typeof letterKind>

const encrypted = z.object({ id: z.string(), sha256: z.string() })

const issued = z.object({
  party: z.string(),
  kind: letterKind,
  language,
  /** Letters about an obligation are counted from these lists. */
  obligations: z.array(z.string()).min(1),
  /** The day on which each of these was due to be told, in the same order. */
  dueOn: z.array(calendarDate).optional(),
  /** For an acknowledgement or a return: the report that it answers. */
  report: z.string().optional(),
  /** With its angle brackets. */
  messageId: z.string(),
  /** The exact bytes, frozen: sent again they are the same. */
  content: encrypted,
})

/** Recorded after the relay answered DATA and before a byte of the message: an attempt that may have reached someone. */
const attempted = z.object({ attempt: z.int().positive() })
const accepted = z.object({ attempt: z.int().positive(), code: z.int() })
const refused = z.object({ attempt: z.int().nonnegative(), code: z.int(), permanent: z.boolean() })
/** The connection was lost before the final dot: nothing was sent. */
const notSent = z.object({ attempt: z.int().positive(), reason: z.string() })
/** What became of the bytes after the final dot is not known. */
const uncertain = z.object({ attempt: z.int().positive(), reason: z.string() })
/** The obligation was answered before the letter left. */
const withdrawn = z.object({ reason: z.string() })

export const letterEvents = {
  LetterIssued: issued,
  DeliveryAttempted: attempted,
  LetterAccepted: accepted,
  LetterRefused: refused,
  LetterNotSent: notSent,
  DeliveryUncertain: uncertain,
  LetterWithdrawn: withdrawn,
}
