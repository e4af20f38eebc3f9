import { describe, expect, it } from 'vitest'
import { actorName, actorNamed } from '../../domain/actor-name.ts'
import { requireMemberCode } from '../../domain/organization/member-codes.ts'

describe('who acts', () => {
  it.each(['ministry:FRA', 'ministry:dept-7', 'ministry:7', 'secretariat', 'reviewer'])('is read from %s and written so again', (text) => {
    const actor = actorNamed(text)
    expect(actor === null ? null : actorName(actor)).toBe(text)
  })

  it.each(['ministry:', 'ministry:-a', 'ministry:a b', 'ministry:é', 'ministry:FRA:x', 'system', 'nobody'])('is not read from %j', (text) =>
    expect(actorNamed(text)).toBeNull(),
  )
})

describe('the code of a Member', () => {
  it.each(['fr', 'fra', 'dept-7'])('%s is refused where Members have codes of ISO 3166-1, and taken elsewhere', (code) => {
    expect(() => requireMemberCode(code, 'iso-3166-1-alpha-3')).toThrow(expect.objectContaining({ code: 'malformed-member-code' }))
    expect(() => requireMemberCode(code, null)).not.toThrow()
  })
})
