import { describe, expect, it } from 'vitest'
import { openCycle } from '../../../activities/commands/cycle/open-cycle.ts'
import { giveByName, previewByName } from '../../../activities/commands/give-by-name.ts'
import { registry } from '../../../activities/commands/registry.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { languages } from '../../../domain/languages.ts'
import { by, memoryContext, ministry, secretariat } from '../../support/memory-context.ts'
import { refusal } from '../../support/spec-for.ts'

const session = 'ilo:ilc-114'
const r210 = (party: string) => `ilo:R210:submission:${party}`
const closing = { session, closedOn: '2026-06-15', reason: 'Provisional Record No. 9' }
const context = async () => {
  const given = await memoryContext('2026-06-12')
  const opening = { cycle: 'ilo:r210', organization: 'ilo', instrument: 'R210', trackedFrom: day('2026-06-12'), synthetic: false }
  await openCycle(given.office, by(secretariat, 'open'), opening)
  given.turn('2026-06-20')
  return given
}

describe('the registry of commands', () => {
  it('lists each command once, with words for people in every language', () => {
    const names = registry.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, summary } of registry) for (const language of languages) expect(summary[language], `${name} in ${language}`).toMatch(/^\S.*[^\s.]$/u)
  })

  it('says for every command that it is somebody’s to give', () =>
    expect(registry.filter(({ mayBeGivenBy }) => Object.keys(mayBeGivenBy).length === 0)).toStrictEqual([]))
})

describe('a command given by its name', () => {
  it('is recorded once: the same id gets the first result', async () => {
    const { office, log } = await context()
    const first = await giveByName(office, () => by(secretariat, 'close'), 'close-session', closing)
    const events = log.events.length
    expect(first).toMatchObject({ about: { id: session }, result: { lastPosition: events } })
    expect(await giveByName(office, () => by(secretariat, 'close'), 'close-session', closing)).toMatchObject({ result: first.result })
    expect(log.events).toHaveLength(events)
  })

  it('takes a report on an obligation as it takes any other command', async () => {
    const { office, log } = await context()
    await giveByName(office, () => by(ministry('FRA'), 'report'), 'submit-report', { obligation: r210('FRA'), report: { submitted: 'no' } })
    expect(log.typesOf(`obligation/${r210('FRA')}`)).toContain('ReportReceived')
  })

  it.each([
    ['burn-report', {}, 'unknown-command'],
    ['close-session', { ...closing, preview: true }, 'preview-sent-as-command'],
  ] as const)('named %s with %o is refused as %s', async (name, payload, code) => {
    const { office, log } = await context()
    const events = log.events.length
    await expect(giveByName(office, () => by(secretariat, 'c'), name, payload)).rejects.toEqual(refusal(code))
    expect(log.events).toHaveLength(events)
  })
})

describe('a preview', () => {
  it('shows which obligations move and which letters have other days, and records nothing', async () => {
    const { office, log } = await context()
    const events = log.events.length
    const shown = await previewByName(office, () => by(secretariat, 'look'), 'close-session', closing)
    expect(shown).toMatchObject({ command: 'close-session', opens: [], ends: [] })
    expect(shown.moves.map(({ obligation }) => obligation)).toStrictEqual(['CHE', 'DEU', 'FRA', 'TON'].map(r210))
    expect(shown.moves[0]).toStrictEqual({
      obligation: r210('CHE'),
      limits: [
        { name: '12-months', from: '2027-06-11', to: '2027-06-14' },
        { name: '18-months', from: '2027-12-11', to: '2027-12-14' },
      ],
      letters: [
        { name: 'reminder12', from: '2027-06-12', to: '2027-06-15' },
        { name: 'reminder18', from: '2027-12-12', to: '2027-12-15' },
      ],
    })
    expect(log.events).toHaveLength(events)
  })

  it('shows what the command then records', async () => {
    const { office, log } = await context()
    const { records } = await previewByName(office, () => by(secretariat, 'look'), 'close-session', closing)
    const { result } = await giveByName(office, () => by(secretariat, 'close'), 'close-session', closing)
    const recorded = log.events.slice((result?.firstPosition ?? 0) - 1).map(({ stream, type }) => `${stream} ${type}`)
    expect(records.flatMap(({ stream, events }) => events.map((type) => `${stream} ${type}`))).toStrictEqual(recorded)
  })

  it('shows what would be opened', async () => {
    const { office } = await context()
    const title = { en: 'R211', fr: 'R211', es: 'R211', ar: 'R211' }
    const adoption = { session, instrument: 'R211', kind: 'recommendation', title, adoptedOn: '2026-06-12', follow: true }
    const { opens, moves } = await previewByName(office, () => by(secretariat, 'look'), 'adopt-instrument', adoption)
    expect(opens.map(({ obligation }) => obligation)).toContain('ilo:R211:submission:FRA')
    expect(moves).toStrictEqual([])
  })

  it.each([
    ['record-listing', {}, 'no-preview'],
    ['burn-report', {}, 'unknown-command'],
  ] as const)('of %s is refused', async (name, payload, code) => {
    const { office } = await context()
    await expect(previewByName(office, () => by(secretariat, 'look'), name, payload)).rejects.toEqual(refusal(code))
  })

  it('is for those who may give the command', async () => {
    const { office } = await context()
    await expect(previewByName(office, () => by(ministry('FRA'), 'look'), 'close-session', closing)).rejects.toEqual(refusal('not-allowed'))
  })
})
