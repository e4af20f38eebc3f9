import { z } from 'zod'
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

export const instrumentEvents = { InstrumentAdopted: adopted, InstrumentAmended: amended }
