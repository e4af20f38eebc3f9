import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answered, type Ended, followUp, type KeptPostgres, keepPostgres, makeInstallation, refused, temporaryFolder } from '../support/follow-up.ts'

const folder = temporaryFolder()
const data = join(folder.path, 'installation')
const metadata = (...words: string[]): Promise<Ended> => followUp([...words, '--data', data, '--json'])

type Member = {
  readonly member: string
  readonly supervisionStage: { readonly stage: string; readonly comment: { readonly kind: string; readonly repliedOn: string | null } | null }
  readonly counted: readonly string[]
  readonly sessions: readonly { readonly session: string; readonly status: string; readonly instruments: readonly { readonly events: readonly number[] }[] }[]
  readonly events: readonly number[]
}
const supervision = async (...words: string[]) =>
  answered<{ asOf: string; counted: { members: number; inSeriousFailure: number }; members: readonly Member[] }>(await metadata('supervision', ...words))

let postgres: KeptPostgres
beforeAll(async () => {
  await makeInstallation(data)
  postgres = await keepPostgres(data)
})
afterAll(async () => {
  await postgres.stop()
  folder.remove()
})

const said = ['--body', 'ceacr', '--report-year', '2023', '--on', '2023-02-10']
const comment = (member: string, reference: string, kind = 'direct-request') =>
  metadata('supervision', 'comment', member, '--reference', reference, '--kind', kind, '--instruments', 'R202', ...said)

describe('supervision, from the command line', () => {
  it('counts nothing against anybody in an installation that began in 2026', async () => {
    expect(await supervision()).toMatchObject({ counted: { members: 187, inSeriousFailure: 0 }, members: [] })
  })

  it('takes a comment and its reply, and shows them with the events behind', async () => {
    expect((await comment('FRA', 'C-1')).code).toBe(0)
    expect((await metadata('supervision', 'reply', 'FRA', '--reference', 'C-1', '--on', '2023-05-02', '--text', 'We shall')).code).toBe(0)
    const commented = (await supervision('--member', 'FRA')).members[0]
    expect(commented).toMatchObject({
      member: 'FRA',
      counted: ['ilo:ilc-101'],
      supervisionStage: { stage: 'commented', comment: { kind: 'direct-request', repliedOn: '2023-05-02' } },
    })
    expect(commented?.events).toHaveLength(2)
    expect(commented?.sessions.find(({ session }) => session === 'ilo:ilc-101')).toMatchObject({ status: 'failed', instruments: [{ events: { length: 1 } }] })
  })

  it.each([
    { words: ['listed', 'FRA', '--body', 'cas', '--session', 'ilc-111', '--paragraph', '3', '--criteria', '5', '--on', '2023-06-06'] },
    { words: ['heard', 'FRA', '--session', 'ilc-111', '--outcome', 'explained', '--on', '2023-06-08'] },
    { words: ['conclusions', 'FRA', '--body', 'cas', '--session', 'ilc-111', '--paragraph', '12', '--on', '2023-06-15'] },
    { words: ['cleared', 'FRA', '--body', 'ceacr', '--paragraph', '9', '--on', '2024-02-09'] },
  ])('takes $words', async ({ words }) => expect((await metadata('supervision', ...words)).code).toBe(0))

  it.each([
    { on: '2023-02-09', stage: 'none' },
    { on: '2023-06-08', stage: 'explained' },
    { on: '2024-02-09', stage: 'cleared' },
  ])('stands on $on at $rung', async ({ on, stage }) =>
    expect((await supervision('--member', 'FRA', '--as-of', on)).members[0]?.supervisionStage.stage).toBe(stage),
  )

  it('shows the ladder beside the other three dimensions of an obligation', async () => {
    expect((await comment('DEU', 'C-2', 'observation')).code).toBe(0)
    const { obligations } = answered<{ obligations: { dimensions: Record<string, unknown> }[] }>(
      await metadata('status', '--member', 'DEU', '--instrument', 'R202'),
    )
    expect(obligations[0]?.dimensions).toMatchObject({
      legalClock: 'expired',
      performance: null,
      notification: 'none',
      supervision: { stage: 'commented', comment: { kind: 'observation' } },
      leftOn: null,
    })
    const { out } = await followUp(['supervision', '--data', data])
    expect(out).toMatch(/Germany +DEU +1 of 7 +observation of ceacr, no reply \(2023-02-10\)/)
  })

  it.each([
    { words: ['comment', 'FRA', '--reference', 'C-1', '--kind', 'observation', ...said], exit: 3, code: 'already-commented' },
    { words: ['comment', 'AND', '--reference', 'C-9', '--kind', 'observation', ...said], exit: 3, code: 'not-a-member' },
    { words: ['comment', 'FRA', '--reference', 'C-9', '--kind', 'praise', ...said], exit: 4, code: 'unknown-kind' },
    { words: ['comment', 'FRA', '--reference', 'C-9', '--kind', 'observation', ...said, '--instruments', 'R999'], exit: 4, code: 'unknown-instrument' },
    { words: ['comment', 'FRA', '--reference', 'C-9', '--kind', 'observation', ...said, '--session', 'ilc-999'], exit: 4, code: 'unknown-session' },
    { words: ['comment', 'FRA', '--reference', 'C-9', '--kind', 'observation', ...said, '--on', '2999-01-01'], exit: 3, code: 'date-in-future' },
    { words: ['comment', 'FRA', '--reference', 'C-9', '--kind', 'observation', '--body', 'ceacr'], exit: 2, code: 'malformed' },
    { words: ['reply', 'FRA', '--reference', 'C-9'], exit: 4, code: 'unknown-comment' },
    { words: ['heard', 'DEU', '--session', 'ilc-111', '--outcome', 'silent'], exit: 3, code: 'not-listed' },
    { words: ['heard', 'DEU', '--session', 'ilc-111', '--outcome', 'loud'], exit: 2, code: 'malformed' },
    { words: ['reply', 'FRA', '--reference', 'C-1', '--as', 'ministry:DEU'], exit: 3, code: 'not-allowed' },
    { words: ['--organization', 'oic'], exit: 3, code: 'rule-not-known' },
    { words: ['--member', 'Fr_nce'], exit: 2, code: 'malformed' },
  ])('$words: ends with $exit, $code', async ({ words, exit, code }) => {
    const ended = await metadata('supervision', ...words)
    expect([ended.code, ended.out, refused(ended).code]).toStrictEqual([exit, '', code])
  })
})

describe('membership, from the command line', () => {
  it('computes when a notice takes effect, and keeps the seeded one', async () => {
    expect(answered(await metadata('member', 'withdraw', 'ilo', 'FRA', '--received', '2026-03-02'))).toMatchObject({ member: 'FRA', effectiveOn: '2028-03-02' })
    const seeded = await metadata('member', 'withdraw', 'ilo', 'NIC')
    expect([seeded.code, refused(seeded).code]).toStrictEqual([3, 'notice-already-given'])
  })

  it('admits a State once', async () => {
    const names = ['--name-en', 'Andorra', '--name-fr', 'Andorre', '--name-es', 'Andorra', '--name-ar', 'أندورا', '--language', 'es']
    expect((await metadata('member', 'admit', 'ilo', 'AND', ...names)).code).toBe(0)
    const again = await metadata('member', 'admit', 'ilo', 'AND', ...names)
    expect([again.code, refused(again).code]).toStrictEqual([3, 'already-member'])
    expect((await supervision()).counted.members).toBe(188)
  })
})
