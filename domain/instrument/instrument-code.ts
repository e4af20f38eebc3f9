import { z } from 'zod'
import { Refusal } from '../refusal.ts'

/** The code of an instrument as its organization gives it: `R202`, `A.7`, `report-12`. It is part of the ids of what it asks for. */
export const instrumentCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.()-]*$/, 'This is no code of an instrument. It holds letters, digits, points, hyphens and brackets.')

/** A kind of instruments that an organization's sessions adopt. `codes`: how theirs are formed, a beginning and so many digits; any where nothing is said. */
export const instrumentKind = z.object({
  code: z.string(),
  codes: z.object({ begin: z.string().min(1), digits: z.int().positive() }).optional(),
})
export type InstrumentKind = Readonly<z.infer<typeof instrumentKind>>

/** What is wrong with the kind of an instrument, or with its code as one of that kind; `null` where nothing is. */
export function faultOfInstrument(
  code: string,
  kind: string,
  kinds: readonly InstrumentKind[],
): { readonly of: 'kind' | 'code'; readonly what: string } | null {
  const declared = kinds.find((each) => each.code === kind)
  const known = kinds.map((each) => each.code).join(', ') || 'none'
  if (declared === undefined) return { of: 'kind', what: `The organization declares no kind of instrument ${kind}, only ${known}` }
  if (declared.codes === undefined) return null
  const { begin, digits } = declared.codes
  const isFormed = code.startsWith(begin) && code.length === begin.length + digits && /^\d+$/.test(code.slice(begin.length))
  return isFormed ? null : { of: 'code', what: `${code} is no code of a ${kind}: it is ${begin} and ${digits} digits` }
}

/** @throws Refusal `unknown-instrument-kind`, `malformed-instrument-code` */
export function requireInstrument(code: string, kind: string, kinds: readonly InstrumentKind[]): void {
  const fault = faultOfInstrument(code, kind, kinds)
  if (fault !== null) throw new Refusal(fault.of === 'kind' ? 'unknown-instrument-kind' : 'malformed-instrument-code', fault.what, { instrument: code, kind })
}
