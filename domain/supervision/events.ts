import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { inLanguages } from '../languages.ts'
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

/** The Member's reply arrived. What it says is sealed. */
const reply = z.object({ reference: z.string(), content: encrypted.nullable() })

/** A body listed the Member among those in serious failure. `criteria`: by their codes, as the body gives them. */
const listed = z.object({ ...concerning, body: z.string(), session: z.string(), criteria: z.array(z.string()), ...place })

/** At the sitting on those listed, the Member gave explanations, or said nothing. */
const heard = z.object({ session: z.string(), outcome: z.enum(['explained', 'silent']), ...place })

const conclusions = z.object({ session: z.string(), body: z.string(), ...place })

/** A body has no more to ask. `instruments` is empty where that is so of all. */
const cleared = z.object({ body: z.string(), instruments: z.array(z.string()), ...place })

/** A day of each year. */
const yearly = z.object({ month: z.int(), day: z.int() })

/** The list of those in serious failure is made from now on, in each year on these two days. */
const opened = z.object({
  organization: z.string(),
  title: inLanguages,
  prepared: yearly,
  refreshed: yearly,
  /** No list of a day before this one is made. */
  trackedFrom: calendarDate,
  synthetic: z.boolean(),
})

/** What a list rests on: the criterion as it was applied, and the sessions counted against each Member. */
const rests = {
  /** The year in which it is refreshed and examined. */
  year: z.int(),
  criterion: z.object({ code: z.string(), sessions: z.int().positive(), source: sources }),
  /** In alphabetical order of their codes. */
  members: z.array(z.string()),
  counted: z.record(z.string(), z.array(z.string())),
}

const prepared = z.object(rests)

/** Why a Member is off the list: what it owed was submitted, or it is no Member any more. */
export const dropReason = z.enum(['submitted', 'left'])

const refreshed = z.object({ ...rests, dropped: z.array(z.object({ member: z.string(), reason: dropReason })) })

export const supervisionEvents = {
  CommentRecorded: comment,
  CommentReplied: reply,
  MemberListed: listed,
  MemberHeard: heard,
  ConclusionsAdopted: conclusions,
  SupervisionCleared: cleared,
}

/** Of the cycle that makes the list of an organization, year by year. */
export const listEvents = { SupervisionOpened: opened, ListPrepared: prepared, ListRefreshed: refreshed }
export type SupervisionOpened = Readonly<z.infer<typeof opened>>
