import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { correction } from '../correction.ts'
import { inLanguages } from '../languages.ts'
import { dateStatus, source } from '../provenance.ts'

/** `occurredOn` of the event is the day of adoption; `status` says how far that day is known. */
const adopted = z.object({
  organization: z.string(),
  code: z.string(),
  /** One that the organization declares. */
  kind: z.string(),
  title: inLanguages,
  session: z.string(),
  status: dateStatus,
  note: z.string().optional(),
  source: z.array(source),
})

const amended = z.object({ by: z.string(), source: z.array(source) })

/** The adoption was recorded wrongly: as it counts from now on. */
const corrected = z.object({ ...correction, kind: z.string(), title: inLanguages, session: z.string(), adoptedOn: calendarDate })

export const instrumentEvents = { InstrumentAdopted: adopted, InstrumentAmended: amended, AdoptionCorrected: corrected }
