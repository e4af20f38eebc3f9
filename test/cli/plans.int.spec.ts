import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answered, type Ended, followUp, type KeptPostgres, keepPostgres, makeInstallation, refused, temporaryFolder } from '../support/follow-up.ts'

const folder = temporaryFolder()
const data = join(folder.path, 'installation')
const metadata = (...words: string[]): Promise<Ended> => followUp([...words, '--data', data, '--json'])
const told = async (...words: string[]): Promise<string> => (await followUp([...words, '--data', data])).out
const output = 'ilo:sp-3.5:output:office'

type Obligation = Record<string, unknown> & { id: string; kind: string; cycle: string; party: string; limits: Record<string, unknown>[] }
const status = async (...words: string[]) => answered<{ obligations: Obligation[] }>(await metadata('status', ...words)).obligations

let postgres: KeptPostgres

beforeAll(async () => {
  await makeInstallation(data)
  postgres = await keepPostgres(data)
})
afterAll(async () => {
  await postgres.stop()
  folder.remove()
})

describe('where the obligations of a plan stand', () => {
  it('is told with their row and their title, and without what is an instrument’s', async () => {
    const [first] = (await status('--cycle', 'sp')).filter(({ id }) => id === output)
    expect(first).toMatchObject({ cycle: 'ilo:sp', instrument: null, request: 'sp-3.5', row: '3.5', kind: 'output', party: 'office', status: 'open' })
    expect(first?.limits).toStrictEqual([{ limit: 'due', dueOn: '2026-12-31', provisional: false, exceptional: false, printed: null, computed: '2026-12-31' }])
    expect(first?.title).toMatch(/evaluation/i)
  })

  it('is of one shape, whatever asks it', async () => {
    const [[ofInstrument], [ofRow]] = await Promise.all([status('--cycle', 'c192', '--member', 'FRA'), status('--cycle', 'sp', '--kind', 'output')])
    const shape = [
      ...['id', 'cycle', 'instrument', 'request', 'row', 'title', 'occurrence', 'kind', 'party', 'name', 'status', 'trackedFrom', 'circumstancesStated'],
      ...['limits', 'dimensions'],
    ]
    for (const each of [ofInstrument, ofRow]) {
      expect(Object.keys(each ?? {})).toStrictEqual(shape)
      expect(Object.keys(each?.limits[0] ?? {})).toStrictEqual(['limit', 'dueOn', 'provisional', 'exceptional', 'printed', 'computed'])
    }
  })

  it('is asked by kind, by unit, and by a State in one organization or in all of its', async () => {
    expect(new Set((await status('--kind', 'Indicator')).map(({ kind }) => kind))).toStrictEqual(new Set(['indicator']))
    expect(new Set((await status('--cycle', 'spf', '--member', 'office')).map(({ party }) => party))).toStrictEqual(new Set(['office']))
    const organizations = async (member: string) => new Set((await status('--member', member)).map(({ id }) => id.slice(0, 3)))
    expect(await organizations('TUN')).toStrictEqual(new Set(['ilo', 'oic']))
    expect(await organizations('oic:TUN')).toStrictEqual(new Set(['oic']))
  })

  it.each([
    { words: ['status', '--kind', 'memorial'], code: 'unknown-kind', known: 'output' },
    { words: ['plan', 'r202'], code: 'unknown-plan', known: 'ilo:spf' },
    { words: ['explain', 'ilo:sp-9.9:output:office'], code: 'unknown-obligation', known: 'ilo:' },
  ])('$words: ends with 4 and names what is known', async ({ words, code, known }) => {
    const ended = await metadata(...words)
    expect([ended.code, refused(ended).code]).toStrictEqual([4, code])
    expect(refused(ended).message).toContain(known)
  })
})

describe('a plan', () => {
  it('is given row by row, as printed and in the language asked for, with its timing twice', async () => {
    type Row = {
      row: string
      printed: { language: string; text: string }
      wording: string
      timing: { printed: string; parsed: { shape: string } }
      obligations: { id: string }[]
    }
    const { rows, components } = answered<{ rows: Row[]; components: unknown[] }>(await metadata('plan', 'spf', '--language', 'fr'))
    const found = rows.find(({ row }) => row === 'I-4')
    expect(components).toHaveLength(5)
    expect(found?.timing.parsed.shape).toBe('years')
    expect(found?.printed).toMatchObject({ language: 'ar', text: expect.stringContaining('١٠٢') })
    expect(found?.wording).toContain('la ratification')
    expect(found?.obligations.map(({ id }) => id)).toContain('ilo:spf-I-4:event:office:2014')
  })

  it('is told as lines, with what is followed under each row and where it stands', async () => {
    const lines = await told('plan', 'spf')
    expect(lines).toMatch(/Followed: ilo:spf-I-4:indicator:office {2}.*observed 2021-10-08; target not reached; overdue/)
    expect(lines).toMatch(/Followed: ilo:spf-II-1:output:office {2}.*no report; its days lay before tracking began/)
    expect(lines).toMatch(/“٢٠١٢-٢٠١٩”; read as years 2012 to 2019/)
    expect(lines).toMatch(/Followed: ilo:spf-I-4:event:office:2014 {2}/)
  })

  it('says once what is asked of many, and names them', async () => {
    const invited = (await told('plan', 'oic')).split('\n').filter((line) => line.includes('oic:oic-8:invitation:'))
    expect(invited).toHaveLength(1)
    expect(invited[0]).toMatch(/Followed: oic:oic-8:invitation:AFG and \d\d more, of ALB .* EGY /)
  })
})

describe('an obligation of a row', () => {
  it('is explained from its row to its day', async () => {
    const explained = answered<{ row: string; limits: { dueOn: string; computation: { text: string } }[] }>(await metadata('explain', output))
    expect([explained.row, explained.limits[0]?.dueOn]).toStrictEqual(['3.5', '2026-12-31'])
    expect(await told('explain', output)).toContain('Row 3.5')
  })

  it('is explained with what a report on it holds', async () => {
    expect(await told('explain', 'ilo:sp-4.4:indicator:office')).toContain('A report holds: observedOn (day), value (number), basis (words)')
    expect(await told('explain', output)).toContain('A report holds: deliveredOn (day), summary (words), reference (words, may be left out)')
  })

  it('is reported on by the questions of its kind, and its history told', async () => {
    const file = join(folder.path, 'report.yaml')
    writeFileSync(file, 'deliveredOn: 2026-02-30\nsumary: Published\n')
    const wrong = await metadata('report', 'submit', output, '--file', file)
    expect(wrong.code).toBe(2)
    expect(refused(wrong).message).toMatch(/report\.deliveredOn.*report\.sumary|report\.sumary.*report\.deliveredOn/)
    writeFileSync(file, 'deliveredOn: 2026-06-30\nsummary: The evaluation was published\n')
    expect(answered(await metadata('report', 'submit', output, '--file', file))).toMatchObject({ obligation: output, status: 'discharged', missing: [] })
    expect(await told('history', output)).toMatch(/report received.*deliveredOn 2026-06-30/)
  })
})
