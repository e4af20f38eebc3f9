import { describe, expect, it } from 'vitest'
import { type CalendarDate, day } from '../../../domain/calendar/calendar-date.ts'
import { stillApplies } from '../../../domain/correspondence/still-applies.ts'
import { replay } from '../../../domain/decider.ts'
import type { LetterKind } from '../../../domain/letter/events.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { openingUnder } from '../../../domain/plan/opening-under.ts'
import { countingOf } from '../../support/counting.ts'
import { followed, kinds, plan, row } from '../../support/plan.ts'
import { encryptedAs } from '../../support/r202.ts'
import { numbered } from '../../support/spec-for.ts'

const told: readonly LetterKind[] = ['request', 'notice', 'reminder', 'invitation']

/** Entered with a letter of each kind; the request, the notice and the reminder are of days of the timing, the invitation of the opening. */
function entered(year: number): Extract<ObligationEvent, { type: 'ObligationOpened' }> {
  const [output] = kinds
  if (output === undefined) throw new TypeError('No kind')
  const data = openingUnder({
    ...{
      cycle: 'ilo:fp',
      plan,
      row: row('1', []),
      followed: followed('output', { shape: 'year', year }),
      party: 'office',
      owedBy: 'unit',
      session: null,
      counting: countingOf(),
    },
    kind: {
      ...output,
      letters: [{ letter: 'request', from: 'timing-begins', days: 0 }, { letter: 'invitation', from: 'opening', days: 0 }, ...output.letters],
    },
    ...{ openedOn: day('2021-11-12'), trackedFrom: day('2021-11-12'), synthetic: false },
  })
  return { type: 'ObligationOpened', occurredOn: day('2021-11-12'), data }
}

const on = day('2023-03-01')
const opening = entered(2023)
const movedTo = (year: number): ObligationEvent => {
  const { session, limits, scheduled } = entered(year).data
  return { type: 'LimitsMoved', occurredOn: on, data: { session, limits, scheduled, reason: 'the plan was revised', source: [] } }
}
const released: ObligationEvent = { type: 'ObligationReleased', occurredOn: on, data: { reason: 'the row was dropped', source: [] } }
const received = (missing: string[] = []): ObligationEvent => ({
  type: 'ReportReceived',
  occurredOn: on,
  data: { report: 'r', values: {}, missing, furtherInformation: false, content: encryptedAs('r'), documents: [] },
})
const discharged: ObligationEvent = { type: 'ObligationDischarged', occurredOn: on, data: { report: 'r' } }
const returned: ObligationEvent = { type: 'ReportReturned', occurredOn: on, data: { report: 'r', missing: ['summary'], due: day('2023-03-31') } }

/** The days on which each was due to be told, before anything moved. */
const dayOf = (letter: LetterKind): CalendarDate => opening.data.scheduled.find((step) => step.letter === letter)?.on ?? day('1900-01-01')
const leave = (...events: ObligationEvent[]) => {
  const state = replay(obligation, numbered([opening, ...events]))
  return told.filter((kind) => stillApplies({ kind, dueOn: dayOf(kind) }, state))
}
const answers = (...events: ObligationEvent[]) => {
  const state = replay(obligation, numbered([opening, ...events]))
  return (['acknowledgement', 'return'] as const).filter((kind) => stillApplies({ kind, report: 'r', dueOn: on }, state))
}

describe('a letter about an obligation of a declared kind', () => {
  it('leaves while the obligation is open, and after an incomplete report', () => {
    expect(leave()).toStrictEqual(told)
    expect(leave(received(['summary']), returned)).toStrictEqual(told)
  })
  it('never leaves once it is discharged or released', () => {
    expect(leave(received(), discharged)).toStrictEqual([])
    expect(leave(released)).toStrictEqual([])
  })
  it('never leaves for a day that has moved; what has kept its day leaves', () => {
    expect(leave(movedTo(2024))).toStrictEqual(['invitation'])
    expect(leave(movedTo(2024), movedTo(2023))).toStrictEqual(told)
  })
  it('answers a report, and asks for what it lacks only while the obligation is open', () => {
    expect(answers(received(['summary']), returned)).toStrictEqual(['acknowledgement', 'return'])
    expect(answers(received(), discharged)).toStrictEqual(['acknowledgement'])
    expect(answers(received(['summary']), returned, released)).toStrictEqual(['acknowledgement'])
    expect(answers()).toStrictEqual([])
  })
})
