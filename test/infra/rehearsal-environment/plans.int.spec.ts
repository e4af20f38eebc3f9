import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { listCaptured } from '../../../infra/mail/captured-mail.ts'
import { rehearse } from '../../../infra/rehearsal-environment/rehearse.ts'
import { installNativeRuntime } from '../../../infra/temporal/native-runtime.ts'

let folder: string

beforeAll(async () => {
  installNativeRuntime('ERROR')
  folder = await mkdtemp(join(tmpdir(), 'follow-up-rehearse-plans-'))
  // PostgreSQL may run as a user of its own, and must pass through.
  await chmod(folder, 0o711)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const sum = (counts: Readonly<Record<string, number>> = {}): number => Object.values(counts).reduce((total, count) => total + count, 0)

describe('a play of a plan', () => {
  it('tells what became of each kind, the same for the same seed, and every letter is captured', async () => {
    const dataDirectory = join(folder, 'gcsj')
    const options = { cycle: 'gcsj', until: day('2024-06-30'), seed: '7' }
    const [kept, again] = [await rehearse({ ...options, dataDirectory }), await rehearse(options)]
    expect(again).toMatchObject({ recordHash: kept.recordHash, events: kept.events })
    expect(kept.refused).toStrictEqual([])
    const kinds = Object.values(kept.kinds ?? {})
    expect(kinds.reduce((total, { obligations }) => total + obligations, 0)).toBe(kept.obligations)
    for (const { obligations, outcomes } of kinds) expect(sum(outcomes)).toBe(obligations)
    expect(sum(kept.outcomes)).toBe(kept.obligations)
    const captured = await listCaptured(dataDirectory)
    expect(captured).toHaveLength(sum(kept.letters))
    expect(captured.length).toBeGreaterThan(0)
  }, 120_000)

  it('plays what a scenario says of the Office, and tells of what it refused', async () => {
    const scenarioFile = join(folder, 'gcsj.yaml')
    await writeFile(
      scenarioFile,
      `
- { at: 2023-07-03, as: secretariat, command: submit-report, obligation: 'ilo:gcsj-§31(b)(2):governing-body-report:office:gb-349', report: { publishedOn: 2023-07-04, symbol: synthetic } }
- { at: 2023-10-20, as: secretariat, command: submit-report, obligation: 'ilo:gcsj-§31(b)(2):governing-body-report:office:gb-349', report: { publishedOn: 2023-10-10, symbol: synthetic } }
- { at: 2023-10-21, as: ministry:FRA, command: submit-report, obligation: 'ilo:gcsj-§31(b)(2):governing-body-report:office:gb-349', report: {} }
`,
    )
    const played = await rehearse({ cycle: 'gcsj', until: day('2023-11-30'), seed: '7', scenarioFile })
    expect(played.refused.map(({ code }) => code)).toStrictEqual(['date-in-future', 'not-allowed'])
    expect(played.kinds?.['governing-body-report']).toMatchObject({ obligations: 1, outcomes: { inTime: 1, open: 0 } })
  }, 120_000)
})

describe('a play of everything', () => {
  it('opens each cycle on its day, two organizations in one installation', async () => {
    const played = await rehearse({ cycle: 'all', until: day('2012-06-20'), seed: '7' })
    expect(played).not.toHaveProperty('letters')
    expect(played).not.toHaveProperty('outcomes')
    expect(played.kinds?.submission).toMatchObject({ obligations: 185, outcomes: { open: 185 } })
    expect(played.obligations).toBe(Object.values(played.kinds ?? {}).reduce((total, { obligations }) => total + obligations, 0))
    // Row V-2(i) was due before the end of 2011 and, by the document, done in March 2012.
    expect(played.kinds?.output?.outcomes.late).toBeGreaterThan(0)
  }, 120_000)
})
