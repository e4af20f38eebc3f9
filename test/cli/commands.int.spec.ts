import { spawn } from 'node:child_process'
import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRunning } from '../../infra/local-servers/postgres/running.ts'
import {
  answered,
  commandLine,
  type Ended,
  followUp,
  type KeptPostgres,
  keepPostgres,
  makeInstallation,
  ownEnvironment,
  refused,
  temporaryFolder,
} from '../support/follow-up.ts'

const folder = temporaryFolder()
const data = join(folder.path, 'installation')
const metadata = (...words: string[]): Promise<Ended> => followUp([...words, '--data', data, '--json'])
const france = 'ilo:C192:submission:FRA'

const report = join(folder.path, 'report.json')
const complete = {
  submitted: 'yes',
  submissionDate: '2026-03-02',
  competentAuthorities: [{ name: 'Parliament', kind: 'legislature' }],
  governmentProposals: 'To ratify it',
  authorityAction: 'Under examination',
  communicatedTo: [
    { organization: 'An organization of employers', side: 'employers' },
    { organization: 'An organization of workers', side: 'workers' },
  ],
}

let alone: Ended
let runsAfterwards: boolean
let postgres: KeptPostgres

beforeAll(async () => {
  writeFileSync(report, JSON.stringify(complete))
  await makeInstallation(data)
  alone = await metadata('status')
  runsAfterwards = findRunning(join(data, 'postgres')) !== null
  postgres = await keepPostgres(data)
})

afterAll(async () => {
  await postgres.stop()
  folder.remove()
})

const eventsNow = async (): Promise<number> => Number((await postgres.session.query<{ count: string }>('select count(*) from recorded_event')).rows[0]?.count)

describe('a command on an installation that does not run', () => {
  it('finds its cycles open, and leaves no PostgreSQL behind', () => {
    const { obligations } = answered<{ obligations: { cycle: string }[] }>(alone)
    const count = (cycle: string) => obligations.filter((each) => each.cycle === cycle).length
    expect([alone.code, count('ilo:r202'), count('ilo:c192'), count('ilo:r209'), count('ilo:c193'), runsAfterwards]).toStrictEqual([
      0,
      185,
      187,
      187,
      187,
      false,
    ])
  })

  it('repeats nothing the second time', async () => {
    const before = await eventsNow()
    expect(answered(await metadata('seed'))).toMatchObject({ facts: 0, cycles: [] })
    await metadata('status', '--member', 'FRA')
    expect(await eventsNow()).toBe(before)
  })
})

describe('reading', () => {
  it('explains the deadlines of R202 with exactly the fields of an explanation', async () => {
    const { obligation, limits } = answered<{ obligation: string; limits: Record<string, unknown>[] }>(await metadata('explain', 'ilo:R202:submission:FRA'))
    expect(obligation).toBe('ilo:R202:submission:FRA')
    expect(limits.map(({ limit, dueOn, countedFrom, convention }) => ({ limit, dueOn, countedFrom, convention }))).toStrictEqual([
      { limit: '12-months', dueOn: '2013-06-13', countedFrom: '2012-06-14', convention: 'day_before' },
      { limit: '18-months', dueOn: '2013-12-13', countedFrom: '2012-06-14', convention: 'day_before' },
    ])
    for (const deadline of limits)
      expect(Object.keys(deadline)).toStrictEqual(['limit', 'dueOn', 'printed', 'rule', 'source', 'countedFrom', 'convention', 'computation'])
  })

  it('gives the stored lines byte for byte', async () => {
    const { out } = await followUp(['log', '--data', data, '--from', '3'])
    const { rows } = await postgres.session.query<{ line: string }>('select line from recorded_event where position >= 3 order by position')
    expect(out).toBe(rows.map(({ line }) => `${line}\n`).join(''))
  })

  it('takes a cycle and a State by their short names in any case', async () => {
    const { obligations } = answered<{ obligations: { id: string }[] }>(await metadata('status', '--cycle', 'R202', '--member', 'fra'))
    expect(obligations.map(({ id }) => id)).toStrictEqual(['ilo:R202:submission:FRA'])
  })

  it('finds that a State which was no Member owes nothing', async () => {
    const { obligations } = answered<{ obligations: { instrument: string }[] }>(await metadata('status', '--member', 'TON', '--instrument', 'R202'))
    expect(obligations).toStrictEqual([])
  })

  it.each([
    { words: ['status', '--cycle', 'r999'], code: 'unknown-cycle', known: 'ilo:r202' },
    { words: ['status', '--member', 'XXX'], code: 'unknown-state', known: 'FRA' },
    { words: ['status', '--instrument', 'R999'], code: 'unknown-instrument', known: 'ilo:R202' },
    { words: ['history', 'ilo:R202:submission:XXX'], code: 'unknown-obligation', known: 'R202' },
    { words: ['session', 'close', 'ilc-999'], code: 'unknown-session', known: 'ilo:ilc-114' },
  ])('$words: ends with 4 and names what is known', async ({ words, code, known }) => {
    const ended = await metadata(...words)
    expect([ended.code, ended.out, refused(ended).code]).toStrictEqual([4, '', code])
    expect(refused(ended).message).toContain(known)
  })
})

describe('bad input', () => {
  it.each([
    { words: ['status', '--as-of', '2026-02-30'], says: 'There is no day 2026-02-30' },
    { words: ['status', '--as-of', 'yesterday'], says: 'is no date' },
    { words: ['start', '--port', '70000'], says: 'whole number from 1 to 65535' },
    { words: ['report', 'accept', france], says: "required option '--as <actor>'" },
    { words: ['report', 'submit', france, '--as', 'minister', '--file', report], says: 'is nobody who may act' },
    { words: ['stat'], says: 'unknown command' },
  ])('$words: ends with 2', async ({ words, says }) => {
    const ended = await metadata(...words)
    expect([ended.code, ended.out]).toStrictEqual([2, ''])
    expect(refused(ended).message).toContain(says)
  })

  it('names every setting of the environment that cannot be used, at once', async () => {
    const ended = await followUp(['status', '--data', data, '--json'], {
      environment: { SMTP_URL: 'mail.example.org', FOLLOW_UP_COLOUR: 'blue', TEMPORAL_NAMESPACE: 'a' },
    })
    expect(ended.code).toBe(2)
    for (const name of ['SMTP_URL', 'FOLLOW_UP_COLOUR', 'TEMPORAL_NAMESPACE']) expect(refused(ended).message).toContain(name)
  })

  it('refuses a file by its size before reading it', async () => {
    const large = join(folder.path, 'large.json')
    writeFileSync(large, '')
    truncateSync(large, 16 * 1024 * 1024 * 1024)
    const ended = await metadata('report', 'submit', france, '--file', large)
    expect([ended.code, refused(ended).message.includes('15 MiB')]).toStrictEqual([2, true])
  })

  it('names each field of a report that is not well formed', async () => {
    writeFileSync(join(folder.path, 'odd.json'), JSON.stringify({ submited: 'yes', submissionDate: '2026-02-30' }))
    const before = await eventsNow()
    const ended = await metadata('report', 'submit', france, '--file', join(folder.path, 'odd.json'))
    expect([ended.code, await eventsNow()]).toStrictEqual([2, before])
    expect(refused(ended).message).toMatch(/report\.submissionDate.*report\.submited|report\.submited.*report\.submissionDate/)
  })
})

describe('recording', () => {
  it('refuses an actor who may not, and records nothing', async () => {
    const before = await eventsNow()
    const ended = await metadata('report', 'submit', france, '--file', report, '--as', 'ministry:DEU')
    expect([ended.code, refused(ended).code, await eventsNow()]).toStrictEqual([3, 'not-allowed', before])
  })

  it('refuses a submission dated before the adoption', async () => {
    writeFileSync(join(folder.path, 'early.json'), JSON.stringify({ ...complete, submissionDate: '2024-01-01' }))
    const ended = await metadata('report', 'submit', france, '--file', join(folder.path, 'early.json'), '--as', 'ministry:FRA')
    expect([ended.code, refused(ended).code]).toStrictEqual([3, 'submission-predates-adoption'])
  })

  it('takes a report from standard input, once for each key, and refuses the key for another body', async () => {
    const submit = (body: object) =>
      followUp(['report', 'submit', france, '--file', '-', '--as', 'ministry:FRA', '--key', 'one', '--data', data, '--json'], { input: JSON.stringify(body) })
    const one = await submit(complete)
    const after = await eventsNow()
    const again = await submit(complete)
    const other = await submit({ ...complete, authorityAction: 'Adopted' })
    expect(answered<{ status: string; missing: string[] }>(one)).toMatchObject({ status: 'discharged', missing: [] })
    expect([one.code, again.out, await eventsNow(), other.code, refused(other).code]).toStrictEqual([0, one.out, after, 3, 'key-reused'])
  })

  it('returns and accepts as a reviewer, and tells the history', async () => {
    expect((await metadata('report', 'return', france, '--missing', 'documentRef', '--as', 'reviewer')).code).toBe(0)
    expect((await metadata('report', 'complete', france, '--file', report)).code).toBe(0)
    expect((await metadata('report', 'accept', france, '--as', 'reviewer')).code).toBe(0)
    const { events } = answered<{ events: { type: string }[] }>(await metadata('history', france))
    const types = events.map(({ type }) => type)
    expect(types.filter((type) => ['ObligationOpened', 'ReportReturned', 'ObligationReopened', 'ReportAccepted'].includes(type))).toStrictEqual([
      'ObligationOpened',
      'ReportReturned',
      'ObligationReopened',
      'ReportAccepted',
    ])
  })

  it('moves the deadlines of a cycle when the actual closing is recorded, and refuses a second closing', async () => {
    const ahead = await metadata('session', 'close', 'ilc-114', '--on', '2999-01-01')
    expect([ahead.code, refused(ahead).code]).toStrictEqual([3, 'date-in-future'])
    const closed = await metadata('session', 'close', 'ilc-114', '--on', '2026-06-13')
    expect(closed.code).toBe(0)
    const { limits } = answered<{ limits: { dueOn: string }[] }>(await metadata('explain', 'ilo:C193:submission:FRA'))
    expect(limits.map(({ dueOn }) => dueOn)).toStrictEqual(['2027-06-12', '2027-12-12'])
    const again = await metadata('session', 'close', 'ilc-114', '--on', '2026-06-13')
    expect([again.code, refused(again).code]).toStrictEqual([3, 'already-closed'])
  })

  it('adopts an instrument and follows it', async () => {
    const title = ['--title-en', 'Test Convention', '--title-fr', 'Convention', '--title-es', 'Convenio', '--title-ar', 'اتفاقية']
    const adopted = await metadata('session', 'adopt', 'ilc-114', 'C194', '--kind', 'convention', ...title, '--on', '2026-06-12', '--follow')
    expect(answered(adopted)).toMatchObject({ session: 'ilo:ilc-114', instrument: 'C194', cycle: { id: 'ilo:c194', obligations: 187 } })
  })

  it('states exceptional circumstances', async () => {
    const stated = await metadata('extension', 'state', 'ilo:C193:submission:DEU', '--grounds', 'An election', '--as', 'ministry:DEU')
    const { obligations } = answered<{ obligations: { circumstancesStated: boolean }[] }>(await metadata('status', '--cycle', 'c193', '--member', 'DEU'))
    expect([stated.code, obligations[0]?.circumstancesStated]).toStrictEqual([0, true])
  })
})

describe('the record', () => {
  it('is rebuilt into views that answer the same', async () => {
    const before = await metadata('status')
    expect((await metadata('rebuild')).code).toBe(0)
    expect((await metadata('status')).out).toBe(before.out)
  })

  it('names the first position that is not what it should be, and ends with 6', async () => {
    const sound = answered<{ events: number; recordHash: string; head: string }>(await metadata('verify'))
    expect(Object.keys(sound)).toStrictEqual(['events', 'recordHash', 'head'])
    await postgres.session.query(
      "begin; set local session_replication_role = replica; update recorded_event set line = replace(line, 'ilo', 'oil') where position = 5; commit",
    )
    const bent = await metadata('verify')
    expect([bent.code, answered<{ firstBad: { position: number } }>(bent).firstBad.position]).toStrictEqual([6, 5])
  })
})

describe('a reader that goes away', () => {
  it('ends the command quietly', async () => {
    const child = spawn('/bin/sh', ['-c', `"${process.execPath}" "${commandLine}" log --data "${data}" | head -1`], { env: ownEnvironment() })
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)])
    expect([out.split('\n').length, error]).toStrictEqual([2, ''])
  })
})
