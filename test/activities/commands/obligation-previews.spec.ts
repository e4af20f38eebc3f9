import { describe, expect, it } from 'vitest'
import { giveByName, previewByName } from '../../../activities/commands/give-by-name.ts'
import type { CommandName } from '../../../activities/commands/registry.ts'
import type { Actor } from '../../../domain/actor.ts'
import { by, contextOfR202, france, ministry, reviewer, secretariat } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'
import { refusal } from '../../support/spec-for.ts'

type Before = 'nothing' | 'an incomplete report' | 'a complete report' | 'two complete reports'
const incomplete = { ...complete(), authorityAction: null }

async function contextAfter(before: Before) {
  const context = await contextOfR202('2013-03-01')
  const report = (id: string, answer: object) => submitReport(context.office, by(ministry('FRA'), id), france, { ...answer })
  if (before === 'an incomplete report') await report('first', incomplete)
  if (before === 'a complete report' || before === 'two complete reports') await report('first', complete())
  if (before === 'two complete reports') await report('second', complete('2013-02-01'))
  return context
}

const acknowledged = [{ party: 'ilo:FRA', kind: 'acknowledgement', obligation: france, on: '2013-03-01' }]
const givenBack = [{ party: 'ilo:FRA', kind: 'return', obligation: france, on: '2013-03-01' }]
const ahead = [
  { name: 'reminder12', on: '2013-06-14' },
  { name: 'reminder18', on: '2013-12-14' },
]
const letters = [{ name: 'request', on: '2012-08-01' }, ...ahead]

type Case = { name: CommandName; before: Before; actor: Actor; payload: object; shows: object }
const cases: readonly Case[] = [
  {
    ...{ name: 'submit-report', before: 'nothing', actor: ministry('FRA'), payload: { report: complete() } },
    shows: { ends: [{ obligation: france, status: 'discharged', letters }], letters: acknowledged },
  },
  { name: 'submit-report', before: 'nothing', actor: ministry('FRA'), payload: { report: incomplete }, shows: { ends: [], letters: givenBack } },
  {
    ...{ name: 'complete-report', before: 'an incomplete report', actor: secretariat, payload: { report: { authorityAction: 'Took note' } } },
    shows: { ends: [{ obligation: france, status: 'discharged', letters }], letters: acknowledged },
  },
  {
    ...{ name: 'withdraw-report', before: 'a complete report', actor: ministry('FRA'), payload: {} },
    shows: { reopens: [{ obligation: france, letters }], letters: [] },
  },
  {
    ...{ name: 'return-report', before: 'a complete report', actor: reviewer, payload: { missing: ['documentRef'] } },
    shows: { reopens: [{ obligation: france, letters }], letters: givenBack },
  },
  { name: 'accept-report', before: 'a complete report', actor: reviewer, payload: {}, shows: { ends: [], reopens: [], letters: [] } },
  { name: 'acknowledge-report', before: 'two complete reports', actor: secretariat, payload: {}, shows: { letters: acknowledged } },
  {
    ...{ name: 'state-exceptional-circumstances', before: 'nothing', actor: ministry('FRA'), payload: { grounds: 'Elections' } },
    shows: { moves: [{ obligation: france, limits: [], letters: [{ name: 'reminder12', from: '2013-06-14', to: null }] }], letters: [] },
  },
]

describe('a preview of a command on an obligation', () => {
  it.each(cases)('$name after $before shows what it would change, records and encrypts nothing', async ({ name, before, actor, payload, shows }) => {
    const { office, log, encrypted } = await contextAfter(before)
    const [head, { size }] = [await log.head(), encrypted.items]
    const shown = await previewByName(office, () => by(actor, 'look'), name, { ...payload, obligation: france })
    expect(shown).toMatchObject({ opens: [], moves: [], ...shows })
    expect([await log.head(), encrypted.items.size]).toStrictEqual([head, size])
  })

  it.each(cases)('$name after $before shows what the command then records', async ({ name, before, actor, payload }) => {
    const { office, log } = await contextAfter(before)
    const { records } = await previewByName(office, () => by(actor, 'look'), name, { ...payload, obligation: france })
    const { result } = await giveByName(office, () => by(actor, 'give'), name, { ...payload, obligation: france })
    const recorded = log.events.slice((result?.firstPosition ?? 0) - 1).map(({ stream, type }) => `${stream} ${type}`)
    expect(records.flatMap(({ stream, events }) => events.map((type) => `${stream} ${type}`))).toStrictEqual(recorded)
  })

  it('is for those who may give the command, and says the same no as the command', async () => {
    const { office } = await contextAfter('a complete report')
    const look = (actor: Actor, name: CommandName, payload: object) => previewByName(office, () => by(actor, 'look'), name, { ...payload, obligation: france })
    await expect(look(ministry('DEU'), 'withdraw-report', {})).rejects.toEqual(refusal('not-allowed'))
    await expect(look(ministry('FRA'), 'state-exceptional-circumstances', { grounds: 'Elections' })).rejects.toEqual(refusal('already-discharged'))
  })
})
