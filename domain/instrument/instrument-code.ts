import { z } from 'zod'
import { Refusal } from '../refusal.ts'
import type { InstrumentKind } from './events.ts'

/** The code of an instrument as its organization gives it: `R202`, `A.7`, `report-12`. It is part of the ids of what it asks for. */
export const instrumentCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.()-]*$/, 'This is no code of an instrument. It holds letters, digits, points, hyphens and brackets.')

/** A way of giving codes that an organization follows: the letter of the kind and three digits, `R202`. */
export const instrumentCodes = z.enum(['letter-of-kind-and-three-digits'])
export type InstrumentCodes = z.infer<typeof instrumentCodes>

const letters: Readonly<Record<InstrumentKind, string>> = { convention: 'C', recommendation: 'R', protocol: 'P' }

/** What is wrong with a code where an organization follows a way of giving them; `null` where nothing is. */
export function faultOfCode(code: string, kind: InstrumentKind, way: InstrumentCodes | null): string | null {
  if (way === null) return null
  if (!/^[A-Z]\d{3}$/.test(code)) return `${code} is no code of an instrument: it is the letter of its kind and three digits, as R202`
  return code.startsWith(letters[kind]) ? null : `The code of a ${kind} begins with ${letters[kind]}, not as ${code}`
}

/** @throws Refusal `malformed-instrument-code` */
export function requireInstrumentCode(code: string, kind: InstrumentKind, way: InstrumentCodes | null): void {
  const fault = faultOfCode(code, kind, way)
  if (fault !== null) throw new Refusal('malformed-instrument-code', fault, { instrument: code, kind })
}
