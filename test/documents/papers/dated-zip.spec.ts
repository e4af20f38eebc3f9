import { describe, expect, it } from 'vitest'
import { datedZip } from '../../../documents/papers/dated-zip.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'

describe('an archive that is to be dated', () => {
  it('is refused where it is none', () => {
    expect(() => datedZip(new TextEncoder().encode('no archive at all, yet long enough'), day('2024-02-03'))).toThrow(RangeError)
    expect(() => datedZip(new Uint8Array(3), day('2024-02-03'))).toThrow(RangeError)
  })
})
