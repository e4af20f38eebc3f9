import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { correction } from '../correction.ts'
import { source } from '../provenance.ts'

const sources = z.array(source)
const encrypted = z.object({ id: z.string(), sha256: z.string() })

/** Where a body says it. */
const place = { paragraph: z.string().nullable(), source: sources }
/** Whom it concerns; `instruments` is empty where it concerns whatever the Member owes. */
const concerning = { organization: z.string(), member: z.string(), instruments: z.array(z.string()) }

/** A body made a comment, on the day of the event. The kind is the body's own. */
const comment = z.object({
  ...concerning,
  reference: z.string(),
  kind: z.string(),
  body: z.string(),
  /** The session at which it was made or published, or the year of the report that carries it. */
  session: z.string().nullable(),
  reportYear: z.int().nullable(),
  ...place,
})

/** The Member's reply arrived. What it says is encrypted. */
const reply = z.object({ reference: z.string(), content: encrypted.nullable() })

/** A body listed the Member among those in serious failure. `criteria`: by their codes, as the body gives them. */
const listed = z.object({ ...concerning, body: z.string(), session: z.string(), criteria: z.array(z.string()), ...place })

/** At the sitting on those listed, the Member gave explanations, or said nothing. */
const heard = z.object({ session: z.string(), outcome: z.enum(['explained', 'silent']), ...place })

const conclusions = z.object({ session: z.string(), body: z.string(), ...place })

/** A body has no more to ask. `instruments` is empty where that is so of all. */
const cleared = z.object({ body: z.string(), instruments: z.array(z.string()), ...place })

/** What was recorded of a Member, as it counts from now on; `null` where nothing of it happened. `on`: the day of what it records. */
const corrected = z.object({
  ...correction,
  on: calendarDate,
  fact: z
    .discriminatedUnion('type', [
      z.object({ type: z.literal('CommentRecorded'), data: comment }),
      z.object({ type: z.literal('CommentReplied'), data: reply }),
      z.object({ type: z.literal('MemberListed'), data: listed }),
      z.object({ type: z.literal('MemberHeard'), data: heard }),
      z.object({ type: z.literal('ConclusionsAdopted'), data: conclusions }),
      z.object({ type: z.literal('SupervisionCleared'), data: cleared }),
    ])
    .nullable(),
})

export const supervisionEvents = {
  CommentRecorded: comment,
  CommentReplied: reply,
  MemberListed: listed,
  MemberHeard: heard,
  ConclusionsAdopted: conclusions,
  SupervisionCleared: cleared,
  SupervisionCorrected: corrected,
}
