import { describe, expect, it } from 'vitest'
import { nextLetter } from '../../../activities/correspondence/next-letter.ts'
import { foldCorrespondence, foldObligation } from '../../../activities/fold.ts'
import { submitReport } from '../../../activities/obligation/submit-report.ts'
import { nextStep, takeStep } from '../../../activities/obligation/take-step.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { explanationOf } from '../../../domain/explanation/explanation.ts'
import type { Kind } from '../../../domain/rulebook/kind.ts'
import { statusOn } from '../../../domain/status/status-on.ts'
import { tallyByKind } from '../../../domain/status/tally.ts'
import { by, ministry } from '../../support/memory-context.ts'
import { contextOfPlan, followed, inFour, kinds, plan, row } from '../../support/plan.ts'

/** A kind that the product does not know: it stands here alone, and nothing else was changed for it. */
const declaration: Kind = {
  code: 'declaration',
  name: inFour('Declaration on territories'),
  owedBy: ['member'],
  limits: [{ limit: 'declared', from: 'timing', daysBefore: 0, name: inFour('declared') }],
  letters: [
    { letter: 'request', from: 'timing-begins', days: 0 },
    { letter: 'reminder', from: { limit: 'declared' }, days: 1 },
  ],
  report: {
    fields: [
      { name: 'declaredOn', type: 'day', required: true, label: inFour('declared on') },
      { name: 'applies', type: 'yes-no', required: true, label: inFour('applies') },
      { name: 'text', type: 'words', required: false, label: inFour('text') },
    ],
    performedOn: 'declaredOn',
  },
  discharge: { by: 'complete-report' },
  answerWithin: 14,
}

const plans = [{ ...plan, code: 'np', rows: [row('35', [followed('declaration', { shape: 'year', year: 2022 }, { party: 'FRA' })])] }]
const id = 'ilo:np-35:declaration:FRA'

describe('a kind of obligation that is declared and nothing else', () => {
  it('is asked for, reminded, reported, judged by its own questions, discharged, tallied and explained', async () => {
    const context = await contextOfPlan('2022-01-01', { plans, declared: [...kinds, declaration] })
    const { office, log } = context
    const stateNow = async () => foldObligation((await log.read([`obligation/${id}`])).histories[0])

    const metadata = await nextStep(office, id)
    expect(metadata).toMatchObject({ step: 'request-timing-begins', waitMs: 0 })
    if (metadata.kind === 'step') await takeStep(office, id, metadata)
    expect(foldCorrespondence((await log.read(['correspondence/ilo:FRA'])).histories[0]).pending).toMatchObject([{ obligation: id, kind: 'request' }])
    expect(await nextLetter(office, 'ilo:FRA')).toMatchObject({ kind: 'deliver' })

    context.turn('2023-01-01')
    const reminded = await nextStep(office, id)
    expect(reminded).toMatchObject({ step: 'reminder-declared', waitMs: 0 })
    if (reminded.kind === 'step') await takeStep(office, id, reminded)

    context.turn('2023-02-01')
    const incomplete = await submitReport(office, by(ministry('FRA'), 'r1'), id, { declaredOn: '2023-01-20' })
    expect(incomplete.missing).toStrictEqual(['applies'])
    await expect(submitReport(office, by(ministry('FRA'), 'r2'), id, { submitted: 'yes' })).rejects.toThrow(/Unrecognized key/)
    const complete = await submitReport(office, by(ministry('FRA'), 'r3'), id, { declaredOn: '2023-01-20', applies: true, text: 'in confidence' })
    expect(complete.missing).toStrictEqual([])

    const state = await stateNow()
    if (state.status === 'unknown') throw new TypeError('not opened')
    expect(state).toMatchObject({ status: 'discharged', expired: ['declared/1'] })
    expect(JSON.stringify(log.events)).not.toContain('in confidence')
    expect(statusOn(state, day('2023-02-01'))).toMatchObject({ performance: { performedOn: '2023-01-20', class: 'late' }, discharged: true, overdue: false })
    expect(tallyByKind([[id, state]], [])).toMatchObject({ declaration: { obligations: 1, outcomes: { late: 1, inTime: 0, open: 0 } } })
    expect(explanationOf(id, state).limits).toMatchObject([{ limit: 'declared', dueOn: '2022-12-31', rule: 'Declaration on territories: declared' }])
  })
})
