import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseScenario, readScenario, UnplayableScenario } from '../../rehearsal/scenario.ts'

const parse = (...lines: readonly string[]) => parseScenario(lines.join('\n'), 'play.yaml')

const first = [
  '# synthetic',
  '- at: 2012-09-03',
  '  as: ministry:FRA',
  '  command: submit-report',
  '  obligation: ilo:R202:submission:FRA',
  '  report: { submitted: yes, submissionDate: 2012-08-20 }',
]

describe('a scenario', () => {
  it('is a list of who asks what and when', () =>
    expect(parse(...first, '- at: 2012-09-03', '  as: reviewer', '  command: close-session', '  session: ilo:ilc-101')).toStrictEqual([
      {
        at: '2012-09-03',
        as: { role: 'ministry', id: 'FRA' },
        command: 'submit-report',
        obligation: 'ilo:R202:submission:FRA',
        payload: { report: { submitted: 'yes', submissionDate: '2012-08-20' } },
      },
      { at: '2012-09-03', as: { role: 'reviewer', id: 'reviewer' }, command: 'close-session', obligation: null, payload: { session: 'ilo:ilc-101' } },
    ]))

  it('may move sessions, record decisions and revise plans, without an obligation', () =>
    expect(
      parse(
        '- { at: 2023-01-01, as: secretariat, command: announce-session, session: ilo:gb-349, opensOn: 2023-11-13 }',
        '- { at: 2023-02-01, as: secretariat, command: cancel-session, session: ilo:gb-350, reason: a flood, instead: ilo:gb-351 }',
        '- { at: 2023-11-20, as: secretariat, command: record-decision, session: ilo:gb-349, paragraph: 12(b), text: Approved., opens: sp }',
        '- { at: 2023-12-01, as: secretariat, command: revise-plan, plan: ilo:sp, reason: r, changes: [{ change: dropped, row: I-1 }] }',
      ),
    ).toMatchObject([
      { command: 'announce-session', obligation: null, payload: { opensOn: '2023-11-13' } },
      { command: 'cancel-session', obligation: null, payload: { instead: 'ilo:gb-351' } },
      { command: 'record-decision', obligation: null, payload: { paragraph: '12(b)', opens: 'sp' } },
      { command: 'revise-plan', obligation: null, payload: { changes: [{ change: 'dropped', row: 'I-1' }] } },
    ]))

  it('keeps a payload as it was written, right or wrong', () =>
    expect(
      parse('- { at: 2012-09-03, as: reviewer, command: return-report, obligation: o, missing: [], due: never, pages: 3, no: no, held: true }'),
    ).toMatchObject([{ payload: { missing: [], due: 'never', pages: 3, no: 'no', held: true } }]))

  it.each([
    ['nothing at all', ''],
    ['only a comment', '# nothing happens'],
    ['an empty list', '[]'],
  ])('with %s is an empty play', (_, text) => expect(parse(text)).toStrictEqual([]))
})

type Unplayable = { readonly lines: readonly string[]; readonly line: number; readonly says: RegExp }

function namesLine({ lines, line, says }: Unplayable): void {
  const unplayable = problemOf(() => parse(...lines))
  expect(unplayable).toBeInstanceOf(UnplayableScenario)
  expect(unplayable?.message.startsWith(`play.yaml:${line}: `), unplayable?.message).toBe(true)
  expect(unplayable?.message).toMatch(says)
}

describe('a scenario that cannot be played', () => {
  it.each([
    { fault: 'text that is no YAML', lines: [...first, '- at: [2012-09-04'], line: 7, says: /sequence/ },
    { fault: 'a key that stands twice', lines: [...first, '  obligation: ilo:R202:submission:DEU'], line: 7, says: /unique/ },
    { fault: 'two documents in one file', lines: [...first, '---', '[]'], line: 7, says: /multiple documents/ },
    { fault: 'no list', lines: ['at: 2012-09-03', 'as: auditor'], line: 1, says: /A scenario is a list: begin each entry with "- at: DATE"/ },
    { fault: 'an entry without its day', lines: [...first, '- as: reviewer', '  command: close-session'], line: 7, says: /at: / },
    { fault: 'a day that does not exist', lines: [...first, '- at: 2013-02-29', '  as: reviewer', '  command: close-session'], line: 7, says: /at: .*date/i },
    { fault: 'a time of day', lines: ['- at: 2013-02-28T09:00:00Z', '  as: reviewer', '  command: close-session'], line: 1, says: /at: .*date/i },
    { fault: 'an entry without an actor', lines: ['- at: 2012-09-03', '  command: close-session'], line: 1, says: /as: / },
    {
      fault: 'an unknown command',
      lines: [...first, '- at: 2012-09-04', '  as: reviewer', '  command: burn-report'],
      line: 7,
      says: /command: .*"submit-report"/,
    },
    { fault: 'an unknown actor', lines: [...first, '- at: 2012-09-04', '  as: minister', '  command: close-session'], line: 7, says: /"minister" is no actor/ },
    {
      fault: 'a party by what is no code',
      lines: ['- at: 2012-09-04', '  as: ministry:F_R', '  command: close-session'],
      line: 1,
      says: /"ministry:F_R" is no actor/,
    },
    { fault: 'the system as an actor', lines: ['- at: 2012-09-04', '  as: system:rehearsal', '  command: close-session'], line: 1, says: /is no actor/ },
    {
      fault: 'an entry out of order',
      lines: [...first, '', '- at: 2012-09-02', '  as: reviewer', '  command: close-session'],
      line: 8,
      says: /2012-09-02 comes after one of 2012-09-03: put the entries in order/,
    },
    {
      fault: 'no obligation',
      lines: [...first, '- at: 2012-09-04', '  as: reviewer', '  command: accept-report'],
      line: 7,
      says: /accept-report needs an obligation/,
    },
  ])('for $fault names file and line', namesLine)

  it.each([
    { fault: 'an entry that is none', lines: [...first, '- 2012-09-04'], line: 7, says: /at: / },
    { fault: 'an entry with nothing in it', lines: [...first, '-', ''], line: 7, says: /at: / },
    { fault: 'a name for nothing', lines: [...first, '- at: 2012-09-04', '  as: *reviewer', '  command: close-session'], line: 7, says: /reviewer/ },
  ])('for $fault names file and line', namesLine)
})

describe('a scenario file', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'follow-up-scenario-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  it('is read as it stands', async () => {
    const file = join(folder, 'play.yaml')
    await writeFile(file, first.join('\n'))
    expect(await readScenario(file)).toStrictEqual(parse(...first))
  })

  it('that is not there is named', () =>
    expect(readScenario(join(folder, 'none.yaml'))).rejects.toThrow(
      new UnplayableScenario(`The scenario ${join(folder, 'none.yaml')} cannot be read: check the path`),
    ))

  it('that is a folder is named', () => expect(readScenario(folder)).rejects.toBeInstanceOf(UnplayableScenario))

  it('of more than 20 MiB is not read', async () => {
    const file = join(folder, 'large.yaml')
    await writeFile(file, '')
    await truncate(file, 20 * 1024 * 1024 + 1)
    await expect(readScenario(file)).rejects.toThrow(new UnplayableScenario(`${file} has 20971521 bytes: a scenario may have 20971520`))
  })
})

function problemOf(act: () => unknown): Error | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    return error as Error
  }
}
