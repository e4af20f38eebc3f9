import { describe, expect, it } from 'vitest'
import { composeLetter } from '../../../documents/letters/compose-letter.ts'
import type { ObligationFacts } from '../../../documents/letters/obligation-facts.ts'
import { readCatalogs } from '../../support/catalogs.ts'
import { letterFacts, r202 } from '../../support/letter-facts.ts'

const catalogs = await readCatalogs()
const about = (...obligations: readonly ObligationFacts[]) => composeLetter(letterFacts('reminder18', { obligations }), 'en', catalogs.en)

const inFour = (text: string) => ({ en: text, fr: text, es: text, ar: text })
const referral: ObligationFacts = {
  ...r202,
  id: 'ilo:R202:referral:FRA',
  kind: {
    code: 'referral',
    name: inFour('Referral to the appropriate authorities'),
    fields: [],
    performedOn: null,
    requested: ['federal.referralDate'],
    opens: null,
  },
}

describe('a letter about what an instrument asks', () => {
  it('calls the obligation by the name that its kind has on record', () =>
    expect(about({ ...r202, kind: { ...r202.kind, name: inFour('Laying before Parliament') } }).text).toContain(
      'Laying before Parliament (ilo:R202:submission:FRA)',
    ))

  it('speaks in its own words where all of it is of one kind, else in those of all kinds', () => {
    const subjectOf = (...obligations: readonly ObligationFacts[]) => about(...obligations).subject
    const other = { ...r202, kind: { ...r202.kind, opens: null } }
    expect(subjectOf(r202)).toMatch(/^Submission to the competent authorities, /)
    expect(subjectOf(referral)).toMatch(/^Referral to the appropriate authorities, /)
    expect(subjectOf(other, referral)).toBe('2 items: reminder (France)')
    expect(subjectOf({ ...r202, kind: { ...r202.kind, code: 'declared-no-longer' } })).toMatch(/: reminder \(France\)$/)
  })

  it('asks for the points that the kind names, and for no others', () => {
    const { text } = about({ ...r202, kind: { ...r202.kind, requested: ['governmentProposals'] } })
    expect(text).toContain(catalogs.en.messages.askedProposals)
    expect(text).not.toContain(catalogs.en.messages.askedAction)
  })

  it('speaks of a kind and of the one that it opened as of the first', () => {
    const { text, subject } = about(r202, referral)
    expect(subject).toMatch(/^Submission/)
    expect(text).toContain(catalogs.en.messages.askedProposals)
    expect(text).not.toContain(catalogs.en.messages.askedReferralDate)
  })

  it('asks for the points of each of two kinds of which neither opens the other', () => {
    const { text } = about({ ...r202, kind: { ...r202.kind, opens: null } }, referral)
    expect(text).toContain(catalogs.en.messages.askedProposals)
    expect(text).toContain(catalogs.en.messages.askedReferralDate)
  })
})
