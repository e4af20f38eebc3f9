import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { recordDecision } from '../../activities/commands/decision/record-decision.ts'
import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import { commandEntries } from '../../cli/commands.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { principalIn, systemPrincipal } from '../../domain/principal.ts'
import { commandLineOn } from '../support/command-line-on.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

const france = 'ilo:R202:submission:FRA'
const notFound = 4

/** Every command that reads what is an organization's; the rest reads nothing of the record, or is for those who operate it. */
const reading: readonly { readonly words: readonly string[]; readonly without: 'not found' | 'empty' }[] = [
  { words: ['status'], without: 'empty' },
  { words: ['status', '--cycle', 'ilo:r202'], without: 'not found' },
  { words: ['status', '--instrument', 'R202'], without: 'not found' },
  { words: ['plan', 'ilo:sp'], without: 'not found' },
  { words: ['history', france], without: 'not found' },
  { words: ['explain', france], without: 'not found' },
  { words: ['letters'], without: 'empty' },
  { words: ['letters', '--obligation', france], without: 'not found' },
  { words: ['decision', 'show'], without: 'empty' },
  { words: ['decision', 'show', 'ilo:gb-343-12'], without: 'not found' },
  { words: ['supervision', 'show', '--organization', 'ilo'], without: 'not found' },
  { words: ['paper', '--cycle', 'ilo:sp'], without: 'not found' },
  { words: ['paper', 'ilo:gb-349'], without: 'not found' },
]
const forOperators = ['start', 'migrate', 'seed', 'rehearse', 'reconcile', 'rebuild', 'log', 'verify', 'seeds', 'discrepancies', 'completion']
const recording = ['report', 'extension', 'session', 'member', 'revise', 'close-plan', 'command']

describe('commands that read', () => {
  let installation: WebInstallation
  let say: ReturnType<typeof commandLineOn>

  beforeAll(async () => {
    installation = await createWebInstallation('live', '2012-06-14')
    const { office, clock } = installation
    await installation.open('R202', '2012-06-14')
    await installation.begin('2012-08-01', ['FRA'], 'R202')
    clock.moveTo(day('2021-11-12'))
    await openPlan(office, { commandId: 'open', principal: systemPrincipal('seeds') }, { cycle: 'ilo:sp', trackedFrom: day('2021-11-12') })
    const secretariat = principalIn({ role: 'secretariat', id: 'secretariat' }, 'ilo', 'http')
    await recordDecision(
      office,
      { commandId: 'decide', principal: secretariat },
      { session: 'ilo:gb-343', paragraph: '12', text: 'Decided', takenOn: day('2021-11-12'), enters: [], moves: [], releases: [] },
    )
    say = commandLineOn(installation)
  }, 120_000)
  afterAll(() => installation.close())

  it('are all in the table', () => {
    const known = [...new Set(reading.map(({ words: [name] }) => name ?? '')), ...forOperators, ...recording]
    expect(commandEntries.map(({ name }) => name).toSorted()).toStrictEqual(known.toSorted())
  })

  it.each(reading)('$words shows what is the ILO’s to its own people, and to the other’s as if it did not exist', async ({ words, without }) => {
    const own = await say(...words, '--as', 'ilo/secretariat')
    expect(own).toMatchObject({ exit: 0, said: expect.stringMatching(/ilo:|R202|Governing Body|France/) })
    const other = await say(...words, '--as', 'oic/secretariat')
    expect(other.exit).toBe(without === 'empty' ? 0 : notFound)
    if (without === 'empty') expect(other.said).not.toMatch(/ilo:|R202|France/)
    expect(await say(...words)).toStrictEqual(own)
  })

  it('show a ministry what is its own', async () => {
    expect((await say('status', '--as', 'ilo/ministry:FRA')).said).toContain('1 obligation,')
    expect((await say('explain', france, '--as', 'ilo/ministry:DEU')).exit).toBe(notFound)
    expect((await say('letters', '--as', 'ilo/ministry:DEU')).said).toContain('0 letters.')
    expect((await say('paper', '--cycle', 'ilo:sp', '--as', 'ilo/ministry:FRA')).exit).toBe(3)
  })

  it.each([
    ['secretariat', 'Say of which organization: --as ilo/secretariat or --as oic/secretariat'],
    ['ministry:XXX', 'There is no Member or unit XXX'],
    ['nobody/secretariat', 'There is no secretariat in an organization called nobody'],
    ['oic/ministry:XXX', 'There is no ministry:XXX in an organization called oic'],
  ])('turn away %s by name', async (actor, why) => {
    const { exit, said } = await say('status', '--as', actor)
    expect([exit, said]).toStrictEqual([2, expect.stringContaining(why)])
  })
})
