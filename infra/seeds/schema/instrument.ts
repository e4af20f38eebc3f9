import { z } from 'zod'
import { instrumentCode } from '../../../domain/instrument/instrument-code.ts'
import { language } from '../../../domain/languages.ts'
import type { Citation } from './citation.ts'
import { code, datedFact, text } from './status.ts'
import { inItsLanguages } from './texts.ts'

/** One file of `instruments/`. */
export const instrumentSchema = (citation: Citation) =>
  z.strictObject({
    code: instrumentCode,
    /** One that `organization.yaml` declares. */
    kind: code,
    /** Code of the session that adopted it. */
    session: code,
    title: inItsLanguages,
    titleSource: z.array(citation).min(1),
    titleUnconfirmed: z.array(language).default([]),
    adoptedOn: datedFact(citation),
    /** Instruments whose wording this one changes; `notSeeded` are older than the seeds. */
    amends: z
      .strictObject({ instruments: z.array(instrumentCode).min(1), notSeeded: z.array(instrumentCode).default([]), source: z.array(citation).min(1) })
      .optional(),
    amendedBy: z.array(instrumentCode).default([]),
    note: text.optional(),
  })

export type InstrumentSeed = Readonly<z.output<ReturnType<typeof instrumentSchema>>>
