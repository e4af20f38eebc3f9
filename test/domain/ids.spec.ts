import { describe, expect, it } from 'vitest'
import { isOwnedBy, nameWithin, obligationId, organizationOf, parseObligationId, partyOf, partyOfLetter, qualifyId } from '../../domain/ids.ts'
import { parseStreamName, stream } from '../../domain/streams.ts'

describe('the id of an obligation', () => {
  it.each([
    { organization: 'org', request: 'R1', kind: 'submission', party: 'FRA', occurrence: null, id: 'org:R1:submission:FRA' },
    { organization: 'org', request: 'plan-§14(1)', kind: 'event', party: 'office', occurrence: '2014', id: 'org:plan-§14(1):event:office:2014' },
  ])('$id is printed from its parts and parsed back into them', ({ id, ...parts }) => {
    expect(obligationId(parts)).toBe(id)
    expect(parseObligationId(id)).toStrictEqual(parts)
  })

  it.each(['nonsense', 'org:R1:submission', 'org:R1:submission:', ':R1:submission:FRA', 'org:R1:submission:FRA:', 'org:R1:submission:FRA:2014:x'])(
    'is not %s: a part is missing, or there is one too many',
    (id) => expect(() => parseObligationId(id)).toThrow(expect.objectContaining({ name: 'Refusal', code: 'unknown-obligation' })),
  )

  it('names the party to whom its letters go', () => expect(partyOf('org:R1:submission:FRA')).toBe('org:FRA'))
})

describe('an id', () => {
  it('names its organization and what it is called there', () => {
    expect([organizationOf('org:body-12'), nameWithin('org:body-12')]).toStrictEqual(['org', 'body-12'])
    expect(isOwnedBy('org', 'org:body-12')).toBe(true)
    expect(isOwnedBy('or', 'org:body-12')).toBe(false)
  })

  it('is made whole within an organization, once', () => {
    expect(qualifyId('org', 'body-12')).toBe('org:body-12')
    expect(qualifyId('org', 'other:body-12')).toBe('other:body-12')
  })

  it('of a letter begins with its party', () => expect(partyOfLetter('org:FRA:2012-08-01:1')).toBe('org:FRA'))
})

describe('the name of a stream', () => {
  it('is its category and an id, whatever signs the id holds', () =>
    expect(parseStreamName(stream.obligation('org:plan/§1:event:office'))).toStrictEqual({ category: 'obligation', id: 'org:plan/§1:event:office' }))
})
