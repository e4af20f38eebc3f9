import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { timing } from '../calendar/timing.ts'
import { language } from '../languages.ts'
import { citation, dateStatus, type Source, source } from '../provenance.ts'

const ruleApplied = z.object({
  code: z.string(),
  provision: z.string(),
  versionFrom: calendarDate,
  convention: z.object({ status: dateStatus, source }),
  source: z.array(source),
})

/** What an adopted instrument asks of a Member, under the provision that applies to it. */
const ofProvision = z.object({ type: z.literal('provision'), instrument: z.string(), adoptedOn: calendarDate, rule: ruleApplied })

/** What a row of a document or a decision asks: as printed, and where. */
const ofRow = z.object({
  type: z.literal('row'),
  row: z.object({
    id: z.string(),
    printed: z.object({ language, text: z.string() }),
    /** The timing in the words of the document; `null` where it prints none. */
    timing: z.object({ printed: z.string().nullable(), parsed: timing, status: dateStatus }),
    source: z.array(source).min(1),
  }),
  /** The department that answers for it. */
  responsible: z.string().optional(),
})

/** What an obligation follows from. */
export const basis = z.discriminatedUnion('type', [ofProvision, ofRow])
export type Basis = Readonly<z.infer<typeof basis>>
export type ProvisionBasis = Readonly<z.infer<typeof ofProvision>>
export type RowBasis = Readonly<z.infer<typeof ofRow>>
export type RowTimingRead = RowBasis['row']['timing']

type Based = { readonly basis: Basis }

/** The instrument that it follows from; `null` where it follows from a row. */
export const instrumentOf = ({ basis: from }: Based): string | null => (from.type === 'provision' ? from.instrument : null)

/** The row that it follows from; `null` where it follows from an instrument. */
export const rowOf = ({ basis: from }: Based): RowBasis['row'] | null => (from.type === 'row' ? from.row : null)

export const responsibleFor = ({ basis: from }: Based): string | null => (from.type === 'row' ? (from.responsible ?? null) : null)

export const sourcesOf = ({ basis: from }: Based): readonly Source[] => (from.type === 'provision' ? from.rule.source : from.row.source)

/** The provision or the row that asks it, in a few words. */
export const citedAs = ({ basis: from, request }: Based & { readonly request: string }): string =>
  from.type === 'provision' ? from.rule.provision : `${request}, ${from.row.source.map(citation)[0] ?? ''}`
