import { describe, expect, it } from 'vitest'
import { openCycle } from '../../../activities/commands/cycle/open-cycle.ts'
import { handle } from '../../../activities/commands/handle.ts'
import { openPlan } from '../../../activities/commands/plan/open-plan.ts'
import { deliverLetter } from '../../../activities/correspondence/deliver-letter.ts'
import { nextLetter } from '../../../activities/correspondence/next-letter.ts'
import { aboutObligation, decideObligation } from '../../../activities/obligation/decide-obligation.ts'
import { nextStep, takeStep } from '../../../activities/obligation/take-step.ts'
import type { LetterFacts } from '../../../documents/letters/letter-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import type { ObligationCommand } from '../../../domain/obligation/commands.ts'
import { plainDays } from '../../../domain/obligation/limit.ts'
import type { Kind } from '../../../domain/rulebook/kind.ts'
import { by, france, memoryContext, reviewer, secretariat } from '../../support/memory-context.ts'
import { never } from '../../support/notified.ts'
import { returnReport } from '../../support/obligation-commands.ts'
import { announcedSession, contextOfPlan, followed, inFour, plan, row } from '../../support/plan.ts'
import { encryptedAs } from '../../support/r202.ts'

type UseCaseContext = Awaited<ReturnType<typeof contextOfPlan>>

const outputOf = (rowId: string) => `ilo:fp-${rowId}:output:office`
const invited = (member: string) => `ilo:fp-5:invitation:${member}`
const indicator = 'ilo:fp-3:indicator:office'

/** Takes what is due today of each, as their workflows would. */
async function step(context: UseCaseContext, ...obligations: string[]) {
  for (const id of obligations) {
    const next = await nextStep(context.office, id)
    if (next.kind !== 'step' || next.waitMs !== 0) throw new TypeError(`${id} has no step that is due`)
    await takeStep(context.office, id, next)
  }
}

async function written(context: UseCaseContext, party = 'ilo:office'): Promise<{ letter: string; language: string } & LetterFacts> {
  const next = await nextLetter(context.office, party)
  if (next.kind === 'none') throw new TypeError('No letter is owed')
  const item = [...context.encrypted.items].find(([id]) => id.startsWith(`letter/${next.letter}/`))
  return { letter: next.letter, ...JSON.parse(JSON.parse(item?.[1].content ?? '{}').message) }
}

const give = (context: UseCaseContext, id: string, commandId: string, command: (today: ReturnType<typeof day>) => ObligationCommand) =>
  handle(
    context.office,
    {
      ...{ name: commandId, scope: 'obligation', mayBeGivenBy: { secretariat: 'any' }, about: () => aboutObligation(id) },
      decide: async ({ about, histories, today }) => decideObligation(about, histories, command(await today())),
    },
    by(secretariat, commandId),
    null,
  )

const answer = (context: UseCaseContext, id: string, values: Record<string, string | number>) =>
  give(context, id, `answer ${JSON.stringify(values)}`, (today) => ({
    type: 'SubmitReport',
    today,
    report: `r${today}`,
    answer: values,
    content: encryptedAs('r'),
    documents: [],
    grounds: null,
  }))

const dropped = ({ log }: UseCaseContext) => log.events.filter(({ type }) => type === 'NoticesDropped').map(({ data }) => data.reason)
const issued = ({ log }: UseCaseContext) => log.events.filter(({ type }) => type === 'LetterIssued').map(({ data }) => data)

/** Three outputs of one year. */
const three = {
  ...plan,
  rows: ['7', '8', '9'].map((id) => row(id, [followed('output', { shape: 'year', year: 2022 }, { responsible: 'Fictional Department' })])),
}

describe('a notice to a unit', () => {
  it('goes in its language, ahead of the day, and cites the row with its words, its timing and the department', async () => {
    const context = await contextOfPlan('2022-10-02', { plans: [three] })
    await step(context, outputOf('7'))
    const { obligations, ...letter } = await written(context)
    expect(letter).toMatchObject({
      kind: 'notice',
      language: 'en',
      letterId: 'ilo:office:2022-10-02:1',
      party: { organization: 'ilo', partyType: 'unit', code: 'office', name: inFour('Office') },
      synthetic: false,
    })
    expect(obligations).toStrictEqual([
      {
        id: outputOf('7'),
        kind: {
          code: 'output',
          name: inFour('output'),
          fields: [
            { name: 'doneOn', type: 'day', label: inFour('doneOn'), required: true },
            { name: 'summary', type: 'words', label: inFour('summary'), required: true },
          ],
          performedOn: 'doneOn',
          requested: [],
          opens: null,
        },
        title: inFour('output owed'),
        basis: {
          code: 'fp-7',
          source: ['Fictional plan, annex'],
          printed: { language: 'ar', text: 'نص 7', timing: { printed: 'as printed', parsed: { shape: 'year', year: 2022 }, status: 'confirmed' } },
          responsible: 'Fictional Department',
        },
        limits: [
          {
            ...{ limit: 'due', name: inFour('due'), date: '2022-12-31', exceptional: false, provisional: false },
            computation: {
              ...{ from: 'timing', countedFrom: '2022-12-31', status: 'confirmed', by: 'kind', counts: [], dueOn: '2022-12-31', unconfirmed: false },
            },
            rule: { source: [], productDefault: false },
          },
        ],
      },
    ])
  })

  it('gathers all that fall on one day, and shows both days where it is late', async () => {
    const context = await contextOfPlan('2022-10-05', { plans: [three] })
    await step(context, ...['7', '8', '9'].map(outputOf))
    const { obligations } = await written(context)
    expect(obligations.map(({ id }) => id)).toStrictEqual(['7', '8', '9'].map(outputOf))
    expect(obligations.map(({ lateBoth }) => lateBoth)).toStrictEqual(Array(3).fill({ dueOn: '2022-10-02', sentOn: '2022-10-05' }))
    expect(issued(context)).toMatchObject([{ kind: 'notice', dueOn: Array(3).fill('2022-10-02') }])
  })

  it('is not written of what was done or released meanwhile, nor for a day that moved, and the record says which', async () => {
    const context = await contextOfPlan('2022-10-02', { plans: [three] })
    await step(context, ...['7', '8', '9'].map(outputOf))
    await answer(context, outputOf('7'), { doneOn: '2022-09-30', summary: '' })
    await give(context, outputOf('8'), 'release', (today) => ({ type: 'Release', today, reason: 'dropped', source: [] }))
    await give(context, outputOf('9'), 'move', (today) => ({
      type: 'MoveLimits',
      today,
      session: null,
      limits: [],
      scheduled: [],
      reason: 'revised',
      source: [],
    }))
    expect(await nextLetter(context.office, 'ilo:office')).toMatchObject({ kind: 'none' })
    expect(issued(context)).toStrictEqual([])
    expect(dropped(context)).toStrictEqual([
      'answered before the letter was written',
      'released before the letter was written',
      'its day moved before the letter was written',
    ])
  })

  it('is withdrawn where it was answered after it was written, and another goes about the rest', async () => {
    const context = await contextOfPlan('2022-10-02', { plans: [three] })
    await step(context, outputOf('7'), outputOf('8'))
    const { letter } = await written(context)
    await answer(context, outputOf('7'), { doneOn: '2022-09-30', summary: '' })
    await deliverLetter(context.office, letter, never)
    expect(context.relay.delivered).toStrictEqual([])
    expect((await written(context)).obligations.map(({ id }) => id)).toStrictEqual([outputOf('8')])
  })

  it('asks for an observation with the target and the newest one that stands, not one that was withdrawn', async () => {
    const context = await contextOfPlan('2022-03-01')
    await answer(context, indicator, { observedOn: '2021-12-31', value: 59 })
    context.turn('2022-06-01')
    await answer(context, indicator, { observedOn: '2021-06-30', value: 58 })
    context.turn('2022-06-15')
    await answer(context, indicator, { observedOn: '2022-05-31', value: 65 })
    await give(context, indicator, 'withdraw', (today) => ({ type: 'WithdrawReport', today }))
    context.turn('2022-11-12')
    await step(context, indicator)
    expect((await written(context)).obligations[0]?.target).toStrictEqual({
      atLeast: 70,
      unit: inFour('ratifications'),
      newest: { value: 59, on: '2021-12-31' },
    })
  })

  it('names the session from whose days it is counted, provisional while it is only announced', async () => {
    const report = 'ilo:fp-4:governing-body-report:office:gb-349'
    const context = await contextOfPlan('2021-11-12', {
      plans: [{ ...plan, rows: [row('4', [followed('governing-body-report', { shape: 'session', session: 'gb-349' }, { occurrence: 'gb-349' })])] }],
      facts: [announcedSession('gb-349', '2023-10-30', '2023-11-09')],
    })
    context.turn('2023-10-01')
    await step(context, report)
    const [said] = (await written(context)).obligations
    expect(said?.session).toStrictEqual({ id: 'ilo:gb-349', organization: 'ilo', body: 'gb', number: 'gb-349' })
    expect(said?.limits.map(({ limit, date, provisional, computation }) => [limit, date, provisional, computation.from, plainDays(computation)])).toStrictEqual(
      [
        ['department', '2023-07-02', true, 'session-opening', -120],
        ['published', '2023-09-30', true, 'session-opening', -30],
        ['discussed', '2023-11-09', true, 'session-closing', 0],
      ],
    )
  })
})

describe('a report on an obligation of a declared kind', () => {
  it('is returned to a unit with what it lacks by name, and alone', async () => {
    const context = await contextOfPlan('2022-11-01', { plans: [three] })
    await step(context, outputOf('8'))
    await answer(context, outputOf('7'), { summary: '' })
    expect(await written(context)).toMatchObject({ kind: 'notice', obligations: [{ id: outputOf('8') }] })
    await deliverLetter(context.office, (await written(context)).letter, never)
    expect(await written(context)).toMatchObject({
      kind: 'return',
      obligations: [{ id: outputOf('7'), missing: ['doneOn'], returnDue: '2022-12-01', report: { receivedOn: '2022-11-01', performedOn: null, class: null } }],
    })
  })

  it('goes back from a reviewer with questions by name and the reviewer’s own words apart', async () => {
    const context = await contextOfPlan('2022-11-01', { plans: [three] })
    await answer(context, outputOf('7'), { doneOn: '2022-10-01', summary: '' })
    await returnReport(context.office, by(reviewer, 'back'), outputOf('7'), { missing: ['summary', 'The annex is not signed'] })
    expect((await written(context)).obligations).toMatchObject([{ missing: ['summary'], remarks: 'The annex is not signed' }])
  })

  it('of a Member is acknowledged, with its class or without a day', async () => {
    const context = await contextOfPlan('2021-12-12')
    await answer(context, invited('FRA'), { doneOn: '2021-12-01', summary: '' })
    expect(await written(context, 'ilo:FRA')).toMatchObject({
      kind: 'acknowledgement',
      language: 'fr',
      party: { organization: 'ilo', partyType: 'member', code: 'FRA' },
      obligations: [{ report: { receivedOn: '2021-12-12', performedOn: '2021-12-01', class: 'undated' } }],
    })
  })
})

describe('an invitation', () => {
  it('goes to a Member, and again on the cadence of its plan', async () => {
    const context = await contextOfPlan('2021-12-12')
    await step(context, invited('FRA'))
    const first = await written(context, 'ilo:FRA')
    expect(first).toMatchObject({
      kind: 'invitation',
      language: 'fr',
      obligations: [{ id: invited('FRA'), limits: [], basis: { printed: { timing: { parsed: { shape: 'none' } } } } }],
    })
    await deliverLetter(context.office, first.letter, never)
    context.turn('2022-12-12')
    await step(context, invited('FRA'))
    expect((await written(context, 'ilo:FRA')).letter).toBe('ilo:FRA:2022-12-12:2')
  })
})

describe('two letters of one kind to one Member', () => {
  it('are written where one kind has words of its own, each about its own', async () => {
    const metadata: Kind = {
      code: 'member-report',
      ...{ name: inFour('Report'), owedBy: ['member'], limits: [], discharge: { by: 'complete-report' }, answerWithin: 30 },
      letters: [{ letter: 'request', from: 'timing-begins', days: 0 }],
      report: { fields: [{ name: 'doneOn', type: 'day', required: true, label: inFour('doneOn') }], performedOn: 'doneOn' },
    }
    const request = row('1', [followed('member-report', { shape: 'month', month: '2012-08' }, { party: 'FRA' })])
    const context = await memoryContext('2012-06-14', { plans: [{ ...plan, opensOn: day('2012-06-14'), rows: [request] }], kinds: [metadata] })
    const opening = { trackedFrom: day('2012-06-14'), synthetic: false }
    await openCycle(context.office, by(secretariat, 'cycle'), { cycle: 'ilo:r202', organization: 'ilo', instrument: 'R202', ...opening })
    await openPlan(context.office, by(secretariat, 'plan'), { cycle: 'ilo:fp', ...opening })
    context.turn('2012-08-01')
    await step(context, 'ilo:fp-1:member-report:FRA', france)
    const first = await written(context, 'ilo:FRA')
    await deliverLetter(context.office, first.letter, never)
    expect([first, await written(context, 'ilo:FRA')]).toMatchObject([
      { kind: 'request', obligations: [{ id: 'ilo:fp-1:member-report:FRA' }] },
      { kind: 'request', obligations: [{ id: france }] },
    ])
  })
})

describe('a rehearsal', () => {
  it('of one plan says so in its letters, though the installation is live', async () => {
    const context = await contextOfPlan('2021-11-12', { plans: [] })
    const synthetic = { ...plan, rows: three.rows }
    Object.assign(context.office.reference, { planOf: () => synthetic })
    await openPlan(context.office, by(secretariat, 'plan'), { cycle: 'ilo:fp', trackedFrom: day('2021-11-12'), synthetic: true })
    context.turn('2022-10-02')
    await step(context, outputOf('7'))
    expect((await written(context)).synthetic).toBe(true)
  })
})
