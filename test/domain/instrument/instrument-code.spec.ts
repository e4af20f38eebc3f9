import { describe, expect, it } from 'vitest'
import { type InstrumentKind, instrumentCode, requireInstrument } from '../../../domain/instrument/instrument-code.ts'
import { refusal } from '../../support/spec-for.ts'

/** Fictional: resolutions are numbered, declarations are named as their body likes. */
const kinds: readonly InstrumentKind[] = [{ code: 'resolution', codes: { begin: 'RES-', digits: 2 } }, { code: 'declaration' }]

describe('an instrument', () => {
  it.each([
    ['RES-07', 'resolution'],
    ['A.7', 'declaration'],
    ['report-12', 'declaration'],
  ])('may have the code %s as a %s', (code, kind) => expect(() => requireInstrument(code, kind, kinds)).not.toThrow())

  it.each(['RES-7', 'RES-007', 'RES-0x', 'A.7', 'res-07'])('has no code %s where its kind forms them otherwise', (code) =>
    expect(() => requireInstrument(code, 'resolution', kinds)).toThrow(refusal('malformed-instrument-code')),
  )

  it.each([[kinds], [[]]])('is of no kind that its organization does not declare', (declared) =>
    expect(() => requireInstrument('C193', 'convention', declared)).toThrow(refusal('unknown-instrument-kind')),
  )

  it.each(['', 'a:b', 'a b', '-1'])('has no code that would break an id: “%s”', (code) => expect(instrumentCode.safeParse(code).success).toBe(false))
})
