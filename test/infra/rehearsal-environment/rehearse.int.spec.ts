import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from '@temporalio/worker'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { installationDatabase, layoutOf } from '../../../infra/installation/layout.ts'
import { projectRoot } from '../../../infra/installation/project-root.ts'
import { startPostgres } from '../../../infra/local-servers/postgres/start-postgres.ts'
import { listCaptured } from '../../../infra/mail/captured-mail.ts'
import { urlOfDatabase } from '../../../infra/postgres/provision-database.ts'
import { DirectoryTaken, type RehearsalResult, rehearse } from '../../../infra/rehearsal-environment/rehearse.ts'
import { installNativeRuntime } from '../../../infra/temporal/native-runtime.ts'
import { historyOf } from '../../support/histories.ts'

const scenario = `
- { at: 2012-09-03, as: ministry:FRA, command: submit-report, obligation: ilo:R202:submission:FRA, report: {
    submitted: yes,
    submissionDate: 2012-08-20,
    competentAuthorities: [{ name: Parliament (synthetic), kind: legislature }],
    governmentProposals: Synthetic,
    authorityAction: Synthetic,
    communicatedTo: [{ organization: Employers (synthetic), side: employers }, { organization: Workers (synthetic), side: workers }] } }
- { at: 2012-09-03, as: ministry:DEU, command: submit-report, obligation: ilo:R202:submission:DEU, report: { submitted: yes, submissionDate: 2012-08-01 } }
- { at: 2012-09-10, as: ministry:DEU, command: accept-report, obligation: ilo:R202:submission:FRA }
- { at: 2012-09-10, as: ministry:ESP, command: submit-report, obligation: ilo:R202:submission:ESP, report: { submitted: yes, submissionDate: 2012-06-13 } }
- { at: 2012-09-10, as: ministry:TON, command: submit-report, obligation: ilo:R202:submission:TON, report: {} }
- { at: 2012-09-10, as: ministry:ITA, command: submit-report, obligation: ilo:R202:submission:ITA, report: { sumbitted: yes } }
- { at: 2012-10-01, as: reviewer, command: accept-report, obligation: ilo:R202:submission:FRA }
`

const letters = { request: 185, reminder12: 0, reminder18: 0, acknowledgement: 1, return: 1 }

let folder: string
let installation: string
let played: RehearsalResult
const doing: string[] = []

const playInto = async (name: string, seed: string, keepHistories = false): Promise<RehearsalResult> => {
  const scenarioFile = join(folder, 'play.yaml')
  await writeFile(scenarioFile, scenario)
  const onProgress = (progress: { readonly doing: string; readonly day: string }) => doing.push(`${name} ${progress.doing} ${progress.day}`)
  return rehearse({ cycle: 'r202', until: day('2012-10-15'), scenarioFile, seed, dataDirectory: join(folder, name), keepHistories, onProgress })
}

beforeAll(async () => {
  installNativeRuntime('ERROR')
  folder = await mkdtemp(join(tmpdir(), 'follow-up-rehearse-'))
  // PostgreSQL may run as a user of its own, and must pass through.
  await chmod(folder, 0o711)
  installation = join(folder, 'first')
  played = await playInto('first', '1', true)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** What the installation that a play left answers, its PostgreSQL started for it alone. */
async function metadata<Row extends object>(text: string): Promise<readonly Row[]> {
  const postgres = await startPostgres({ dataDir: layoutOf(installation).postgres })
  const client = new Client({ connectionString: urlOfDatabase(postgres.url, installationDatabase) })
  try {
    await client.connect()
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
    await postgres.stop()
  }
}

describe('a rehearsal of R202 until October 2012', () => {
  it('answers what came of it, refusals with code and reason', () =>
    expect(played).toStrictEqual({
      cycle: 'r202',
      from: '2012-06-14',
      until: '2012-10-15',
      obligations: 185,
      letters,
      outcomes: { inTime: 1, inExceptionalWindow: 0, late: 0, open: 184 },
      refused: [
        refused('accept-report', 'FRA', 'not-allowed'),
        refused('submit-report', 'ESP', 'submission-predates-adoption'),
        refused('submit-report', 'TON', 'unknown-obligation'),
        refused('submit-report', 'ITA', 'malformed'),
      ],
      events: expect.any(Number),
      recordHash: expect.stringMatching(/^[0-9a-f]{64}$/),
      seconds: expect.any(Number),
    }))

  it('tells what it is doing, and each day on which something happens', () =>
    expect(doing.filter((line) => line.startsWith('first')).map((line) => line.replace('first ', ''))).toStrictEqual([
      'starting 2012-06-14',
      'playing 2012-06-14',
      'playing 2012-08-01',
      'playing 2012-09-03',
      'playing 2012-09-10',
      'playing 2012-10-01',
      'closing 2012-06-14',
    ]))

  it('leaves each letter captured once', async () => {
    const captured = await listCaptured(installation)
    expect(captured).toHaveLength(187)
    expect(new Set(captured.map(({ messageId }) => messageId)).size).toBe(187)
  })

  it('leaves a record that says on which day which part began', async () => {
    const rows = await metadata<{ type: string; on: string }>(
      `select e.type, e.occurred_on::text as on from recorded_event e join stream s on s.id = e.stream_id where s.name = 'rehearsal/ilo:r202' order by e.version`,
    )
    expect(rows.map(({ type, on }) => `${on} ${type}`)).toStrictEqual([
      '2012-06-14 DayBegan',
      '2012-08-01 DayBegan',
      '2012-08-01 LettersBegan',
      '2012-09-03 DayBegan',
      '2012-09-03 LettersBegan',
      '2012-09-10 DayBegan',
      '2012-10-01 DayBegan',
    ])
  })

  it('leaves every history as a file that replays', async () => {
    const kept = await readdir(layoutOf(installation).histories)
    expect(new Set(kept.map((file) => decodeURIComponent(file).split(/[/:]/).slice(0, 2).join('/')))).toStrictEqual(
      new Set(['rehearsal/obligation', 'rehearsal/correspondence']),
    )
    const bundlePath = join(projectRoot(), 'dist', 'workflow-bundle.js')
    const some = kept.filter((file) => /FRA|DEU|TUR/.test(file))
    expect(some.length).toBeGreaterThanOrEqual(6)
    const histories = await Promise.all(
      some.map(async (file) => ({ workflowId: file, history: historyOf(await readFile(join(layoutOf(installation).histories, file), 'utf8')) })),
    )
    const wrong: unknown[] = []
    let replayed = 0
    for await (const { error } of Worker.runReplayHistories({ workflowBundle: { codePath: bundlePath } }, histories)) {
      replayed += 1
      if (error !== undefined) wrong.push(error)
    }
    expect({ replayed, wrong }).toStrictEqual({ replayed: some.length, wrong: [] })
  })
})

const refused = (command: string, member: string, code: string) => ({
  at: '2012-09-10',
  command,
  obligation: `ilo:R202:submission:${member}`,
  code,
  reason: expect.stringMatching(/./),
})

describe('the same play again', () => {
  it('gives the same record for the same seed, however the installation was scheduled', async () => {
    const again = await playInto('again', '1')
    expect({ ...again, seconds: 0 }).toStrictEqual({ ...played, seconds: 0 })
  })

  it('gives another record for another seed, and otherwise the same', async () => {
    const other = await playInto('other', '2')
    expect(other.recordHash).not.toBe(played.recordHash)
    expect({ ...other, recordHash: '', seconds: 0 }).toStrictEqual({ ...played, recordHash: '', seconds: 0 })
  })
})

describe('a rehearsal that cannot be', () => {
  it.each(['postgres', 'mail', 'run.json'])('refuses a directory that holds an installation (%s), and touches nothing', async (found) => {
    const taken = join(folder, `taken-${found}`)
    await mkdir(join(taken, found), { recursive: true })
    await expect(rehearse({ cycle: 'r202', seed: '1', dataDirectory: taken })).rejects.toBeInstanceOf(DirectoryTaken)
    expect(await readdir(taken, { recursive: true })).toStrictEqual([found])
  })

  it.each([
    ['a cycle that is not in the seeds', { cycle: 'r999' }, /no cycle r999 to rehearse/],
    ['an end before its beginning', { cycle: 'r202', until: day('2012-06-13') }, /cannot end on 2012-06-13/],
  ])('refuses %s before anything is made', async (_, options, says) => {
    const dataDirectory = join(folder, 'never')
    await expect(rehearse({ ...options, seed: '1', dataDirectory })).rejects.toThrow(says)
    await expect(readdir(dataDirectory)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it('refuses an entry before the first day played', async () => {
    const scenarioFile = join(folder, 'early.yaml')
    await writeFile(scenarioFile, '- { at: 2012-06-13, as: reviewer, command: close-session }')
    await expect(rehearse({ cycle: 'r202', seed: '1', scenarioFile })).rejects.toThrow(/an entry of 2012-06-13 lies before the first day played, 2012-06-14/)
  })
})
