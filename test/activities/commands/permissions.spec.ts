import { describe, expect, it } from 'vitest'
import { type CommandName, commandNamed, commandNames } from '../../../activities/commands/registry.ts'
import type { Actor } from '../../../domain/actor.ts'
import { mayGive, requireGiver } from '../../../domain/permissions.ts'
import { principalIn } from '../../../domain/principal.ts'
import { refusal } from '../../support/spec-for.ts'

const france: Actor = { role: 'ministry', id: 'FRA' }
const secretariat: Actor = { role: 'secretariat', id: 'secretariat' }
const reviewer: Actor = { role: 'reviewer', id: 'reviewer' }
const auditor: Actor = { role: 'auditor', id: 'auditor' }
const context: Actor = { role: 'system', id: 'seeds' }

/** For whose obligation each may: `own` alone, `any`, or `no` obligation at all. */
type Allowed = 'own' | 'any' | 'no'
const table: Readonly<Record<CommandName, readonly [ministry: Allowed, secretariat: Allowed, reviewer: Allowed, auditor: Allowed, context: Allowed]>> = {
  // The installation takes in what a document itself reports.
  'submit-report': ['own', 'any', 'no', 'no', 'any'],
  'complete-report': ['own', 'any', 'no', 'no', 'no'],
  'withdraw-report': ['own', 'no', 'no', 'no', 'no'],
  'return-report': ['no', 'no', 'any', 'no', 'no'],
  'accept-report': ['no', 'no', 'any', 'no', 'no'],
  'acknowledge-report': ['no', 'any', 'any', 'no', 'no'],
  'state-exceptional-circumstances': ['own', 'any', 'no', 'no', 'no'],
  'close-session': ['no', 'any', 'no', 'no', 'no'],
  'correct-closing': ['no', 'any', 'no', 'no', 'no'],
  'adopt-instrument': ['no', 'any', 'no', 'no', 'no'],
  'announce-session': ['no', 'any', 'no', 'no', 'no'],
  'cancel-session': ['no', 'any', 'no', 'no', 'no'],
  'correct-decision': ['no', 'any', 'no', 'no', 'no'],
  'correct-adoption': ['no', 'any', 'no', 'no', 'no'],
  'correct-admission': ['no', 'any', 'no', 'no', 'no'],
  'correct-withdrawal': ['no', 'any', 'no', 'no', 'no'],
  'correct-supervision': ['no', 'any', 'no', 'no', 'no'],
  'record-event': ['no', 'any', 'no', 'no', 'no'],
  'record-decision': ['no', 'any', 'no', 'no', 'no'],
  'open-plan': ['no', 'any', 'no', 'no', 'any'],
  'revise-plan': ['no', 'any', 'no', 'no', 'no'],
  'close-plan': ['no', 'any', 'no', 'no', 'no'],
  'enter-obligation': ['no', 'any', 'no', 'no', 'no'],
  'open-cycle': ['no', 'any', 'no', 'no', 'any'],
  'open-yearly-list': ['no', 'any', 'no', 'no', 'any'],
  'admit-member': ['no', 'any', 'no', 'no', 'no'],
  'give-withdrawal-notice': ['no', 'any', 'no', 'no', 'no'],
  'record-comment': ['no', 'any', 'no', 'no', 'no'],
  'record-comment-reply': ['own', 'any', 'no', 'no', 'no'],
  'record-listing': ['no', 'any', 'no', 'no', 'no'],
  'record-hearing': ['no', 'any', 'no', 'no', 'no'],
  'record-conclusions': ['no', 'any', 'no', 'no', 'no'],
  'clear-supervision': ['no', 'any', 'no', 'no', 'no'],
}
const cases = commandNames.flatMap((command) =>
  [france, secretariat, reviewer, auditor, context].flatMap((actor, column) =>
    ['FRA', 'DEU', null].map((party) => {
      const allowed = table[command][column]
      return { who: `${actor.role} ${actor.id}`, actor, command, party, allowed: allowed === 'any' || (allowed === 'own' && party === 'FRA') }
    }),
  ),
)

const may = (actor: Actor, command: CommandName, party: string | null, owedBy: 'member' | 'unit' = 'member') =>
  mayGive(principalIn(actor, 'ilo', 'http'), commandNamed(command).mayBeGivenBy, { organization: 'ilo', party, owedBy })

describe('who may do what', () => {
  it.each(cases)('$who, $command, for $party: $allowed', ({ actor, command, party, allowed }) => {
    expect(may(actor, command, party)).toBe(allowed)
    const metadata = () =>
      requireGiver(principalIn(actor, 'ilo', 'http'), commandNamed(command), { scope: 'obligation', id: 'o', organization: 'ilo', party, owedBy: 'member' })
    if (allowed) expect(metadata).not.toThrow()
    else expect(metadata).toThrow(refusal('not-allowed', { role: actor.role, id: actor.id, command, party: party ?? '' }))
  })

  it('lets a unit report for itself through its own focal point, and for no other', () => {
    const unit: Actor = { role: 'ministry', id: 'dept-health' }
    const own = ['submit-report', 'complete-report', 'withdraw-report'] as const
    expect(own.filter((command) => may(unit, command, 'dept-health', 'unit'))).toStrictEqual([...own])
    expect(own.filter((command) => may(unit, command, 'dept-works', 'unit'))).toStrictEqual([])
    expect(may(unit, 'record-event', null)).toBe(false)
  })

  it('lets the secretariat withdraw what a unit of the organization reported, and what no Government did', () => {
    expect(may(secretariat, 'withdraw-report', 'office', 'unit')).toBe(true)
    expect(may(secretariat, 'withdraw-report', 'FRA', 'member')).toBe(false)
    expect(may(reviewer, 'withdraw-report', 'office', 'unit')).toBe(false)
    expect(may(france, 'withdraw-report', 'office', 'unit')).toBe(false)
  })
})
