import { describe, expect, it } from 'vitest'
import { by, contextOfR202, france, ministry, secretariat } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'
import { refusal } from '../../support/spec-for.ts'

describe('a report', () => {
  it.each([
    {
      what: 'for a State that is not a Member',
      actor: secretariat,
      id: 'ilo:R202:submission:AND',
      code: 'unknown-obligation' as const,
      facts: { member: 'AND' },
    },
    { what: 'from a State that is not a Member', actor: ministry('AND'), id: france, code: 'not-a-member' as const },
    { what: 'from a Member for another', actor: ministry('DEU'), id: france, code: 'not-allowed' as const },
    { what: 'on something that no Member owes', actor: secretariat, id: 'ilo:R999:submission:FRA', code: 'unknown-obligation' as const },
    { what: 'to an organization that nobody knows', actor: secretariat, id: 'nobody:R202:submission:AND', code: 'unknown-obligation' as const },
  ])('$what is refused, and nothing recorded', async ({ actor, id, code, facts = {} }) => {
    const { office, log } = await contextOfR202('2012-09-01')
    const before = log.events.length
    await expect(submitReport(office, by(actor, 'r'), id, { ...complete('2012-08-20') })).rejects.toThrow(refusal(code, facts))
    expect(log.events).toHaveLength(before)
  })
})
