import { describe, expect, it } from 'vitest'
import { openCycle } from '../../../activities/commands/cycle/open-cycle.ts'
import { previewByName } from '../../../activities/commands/give-by-name.ts'
import { closeSession } from '../../../activities/commands/session/close-session.ts'
import { correctClosing } from '../../../activities/commands/session/correct-closing.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, memoryContext, ministry, secretariat } from '../../support/memory-context.ts'
import { refusal } from '../../support/spec-for.ts'

const session = 'ilo:ilc-114'
const correction = { session, corrects: day('2026-06-15'), closedOn: day('2026-06-16'), reason: 'Provisional Record No. 9, corrigendum' }
const context = async () => {
  const given = await memoryContext('2026-06-12')
  const opening = { cycle: 'ilo:r210', organization: 'ilo', instrument: 'R210', trackedFrom: day('2026-06-12'), synthetic: false }
  await openCycle(given.office, by(secretariat, 'open'), opening)
  given.turn('2026-06-20')
  await closeSession(given.office, by(secretariat, 'close'), { session, closedOn: day('2026-06-15') })
  return given
}

describe('the correction of a closing', () => {
  it('moves everything that was counted from it, in the same append and for its reason', async () => {
    const { office, log } = await context()
    const { firstPosition } = await correctClosing(office, by(secretariat, 'correct'), correction)
    const news = log.events.slice(firstPosition - 1)
    expect(news.map(({ stream }) => stream)).toStrictEqual([
      `session/${session}`,
      ...['CHE', 'DEU', 'FRA', 'TON'].map((code) => `obligation/ilo:R210:submission:${code}`),
    ])
    expect(news.every(({ commandId, data }) => commandId === 'correct' && data.reason === correction.reason)).toBe(true)
    expect(news.at(-1)?.data).toMatchObject({ limits: [{ dueOn: '2027-06-15' }, { dueOn: '2027-12-15' }] })
  })

  it('is previewed without a trace', async () => {
    const { office, log } = await context()
    const head = await log.head()
    const { moves } = await previewByName(office, () => by(secretariat, 'look'), 'correct-closing', correction)
    expect(moves).toHaveLength(4)
    expect(await log.head()).toBe(head)
  })

  it('that meets another one of the same day is decided again, and refused by name', async () => {
    const { office, log } = await context()
    log.meanwhile = () => correctClosing(office, by(secretariat, 'first'), correction)
    const second = correctClosing(office, by(secretariat, 'second'), { ...correction, closedOn: day('2026-06-17') })
    await expect(second).rejects.toEqual(refusal('already-corrected', { closedOn: '2026-06-16', corrects: '2026-06-15' }))
    expect(log.events.filter(({ type }) => type === 'ClosingCorrected')).toHaveLength(1)
  })

  it('is the secretariat’s alone', async () => {
    const { office } = await context()
    await expect(correctClosing(office, by(ministry('FRA'), 'c'), correction)).rejects.toEqual(refusal('not-allowed'))
  })
})
