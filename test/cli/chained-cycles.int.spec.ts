import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answered, type Ended, followUp, type KeptPostgres, keepPostgres, makeInstallation, refused, temporaryFolder } from '../support/follow-up.ts'

const folder = temporaryFolder()
const data = join(folder.path, 'installation')
const metadata = (...words: string[]): Promise<Ended> => followUp([...words, '--data', data, '--json'])
const file = (name: string, ...lines: string[]): string => {
  const path = join(folder.path, name)
  writeFileSync(path, lines.join('\n'))
  return path
}
const discussion = 'ilo:sp-§24(2):recurrent-discussion:office:3'
const session = ['ilc-115', '--body', 'ilc', '--number', '115', '--opens', '2027-06-07', '--closes', '2027-06-18']

let postgres: KeptPostgres

beforeAll(async () => {
  await makeInstallation(data)
  postgres = await keepPostgres(data)
})

afterAll(async () => {
  await postgres.stop()
  folder.remove()
})

type Day = { readonly limit: string; readonly dueOn: string }
const daysOf = async (id: string): Promise<readonly string[]> => {
  const { limits } = answered<{ limits: readonly Day[] }>(await metadata('explain', id))
  return limits.map(({ limit, dueOn }) => `${limit} ${dueOn}`)
}
const recordedIn = (ended: Ended) => answered<{ recorded: { firstPosition: number; lastPosition: number } }>(ended).recorded

describe('a decision that enters the next discussion', () => {
  it('gives it the days of the session that it names by number and month', async () => {
    expect((await metadata('session', 'announce', ...session)).code).toBe(0)
    const decision = file(
      'decision.yaml',
      'session: gb-350',
      'paragraph: 12(b)',
      'text: The Governing Body places the third discussion on the agenda of the 115th Session.',
      `moves: [{ obligation: "${discussion}", session: { organization: ilo, body: ilc, number: 115th, month: 2027-06 } }]`,
    )
    const recorded = answered(await metadata('decision', 'record', '--file', decision))
    expect(recorded).toMatchObject({ id: 'ilo:gb-350-12(b)', takenOn: '2024-03-14', status: 'inferred', moves: [discussion] })
    expect((await followUp(['decision', 'show', 'ilo:gb-350-12(b)', '--data', data])).out).toContain('2024-03-14 (inferred: no day was given)')
    expect(await daysOf(discussion)).toStrictEqual(['report 2027-04-08', 'conclusions 2027-06-18'])
  })

  it('moves on with its business where that session is cancelled for another', async () => {
    const cancelled = recordedIn(await metadata('session', 'cancel', 'ilc-115', '--reason', 'a pandemic', '--instead', 'ilc-114'))
    expect(cancelled.lastPosition - cancelled.firstPosition).toBe(2)
    expect(await daysOf(discussion)).toStrictEqual(['report 2026-04-03', 'conclusions 2026-06-12'])
  })
})

describe('a revision of a plan', () => {
  it('is shown, asks to be confirmed, and then is recorded', async () => {
    const given = file(
      'revision.yaml',
      'reason: The resources are others',
      'source: [{ document: SP, place: paragraph 25 }]',
      'changes:',
      '  - { change: timing, row: "1.1", timing: { printed: "2027", parsed: { shape: year, year: 2027 } } }',
    )
    const days = { from: [{ limit: 'due', dueOn: '2026-12-31' }], to: [{ limit: 'due', dueOn: '2027-12-31' }] }
    const shown = { plan: 'ilo:sp', revision: 1, reason: 'The resources are others', moved: [{ obligation: 'ilo:sp-1.1:output:office', ...days }] }
    expect(answered(await metadata('revise', 'sp', '--file', given, '--dry-run'))).toMatchObject({ ...shown, recorded: null })
    expect(refused(await metadata('revise', 'sp', '--file', given)).code).toBe('not-confirmed')
    const done = await metadata('revise', 'sp', '--file', given, '--yes')
    expect(answered(done)).toMatchObject(shown)
    expect(recordedIn(done).lastPosition - recordedIn(done).firstPosition).toBe(2)
  })
})
