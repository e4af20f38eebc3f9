import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../domain/calendar/calendar-date.ts'
import { commandLineOn } from '../support/command-line-on.ts'
import { complete } from '../support/r202.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

const france = 'ilo:R202:submission:FRA'
const refused = 3

describe('a command with --dry-run', () => {
  let installation: WebInstallation
  let say: ReturnType<typeof commandLineOn>
  let report: string
  let circumstances: string

  beforeAll(async () => {
    installation = await createWebInstallation('live', '2012-06-14')
    await installation.open('R202', '2012-06-14')
    await installation.begin('2012-08-01', ['FRA'], 'R202')
    installation.clock.moveTo(day('2013-03-01'))
    say = commandLineOn(installation)
    report = join(installation.dataDirectory, 'report.json')
    await writeFile(report, JSON.stringify(complete()))
    circumstances = join(installation.dataDirectory, 'circumstances.json')
    await writeFile(circumstances, JSON.stringify({ obligation: france, grounds: 'Elections' }))
  }, 120_000)
  afterAll(() => installation.close())

  const title = ['--title-en', 'R', '--title-fr', 'R', '--title-es', 'R', '--title-ar', 'R']
  const cases: readonly { readonly words: () => readonly string[]; readonly shows: RegExp }[] = [
    {
      words: () => ['report', 'submit', france, '--file', report],
      shows:
        /ends {4}ilo:R202:submission:FRA: discharged; letters that will not be sent: reminder12 2013-06-14, reminder18 2013-12-14\nletter {2}to ilo:FRA: acknowledgement about/,
    },
    { words: () => ['extension', 'state', france, '--grounds', 'Elections'], shows: /letters: reminder12 2013-06-14 -> no day/ },
    { words: () => ['command', 'state-exceptional-circumstances', '--file', circumstances], shows: /letters: reminder12 2013-06-14 -> no day/ },
    { words: () => ['session', 'cancel', 'ilo:ilc-102', '--reason', 'moved'], shows: /cancel-session would open 0, move \d+/ },
    {
      words: () => ['session', 'announce', 'ilo:ilc-102', '--opens', '2013-06-05', '--closes', '2013-06-21', '--reason', 'moved'],
      shows: /announce-session would/,
    },
    {
      words: () => ['session', 'adopt', 'ilo:ilc-101', 'R299', '--kind', 'recommendation', ...title, '--on', '2012-06-14', '--follow'],
      shows: /opens {3}ilo:R299:submission:FRA: .*\n[\s\S]*adopt-instrument would open 185,/,
    },
    {
      words: () => ['decision', 'record', '--session', 'ilo:ilc-101', '--paragraph', '1', '--text', 'Decided', '--on', '2012-06-14'],
      shows: /records decision\/ilo:ilc-101-1: decision taken/,
    },
  ]
  const withPreview = (words: readonly string[]) => [...words, words[0] === 'command' ? '--preview' : '--dry-run']

  it('shows in words what would follow, and records nothing', async () => {
    const head = await installation.office.log.head()
    for (const { words, shows } of cases) {
      const answer = await say(...withPreview(words()))
      expect(answer).toStrictEqual({ exit: 0, said: expect.stringMatching(shows), recording: false })
      expect(answer.said).toMatch(/Nothing was recorded\.$/)
    }
    expect(await installation.office.log.head()).toBe(head)
  })

  it('is no command: with a --key it is refused by name', async () => {
    for (const { words } of cases) {
      const answer = await say(...withPreview(words()), '--key', '1')
      expect(answer).toStrictEqual({ exit: refused, said: expect.stringContaining('command-sent-as-preview'), recording: false })
    }
  })

  it('is refused by name where a command changes nothing for others', async () => {
    const answer = await say('member', 'withdraw', 'ilo', 'FRA', '--dry-run')
    expect(answer).toStrictEqual({ exit: refused, said: expect.stringContaining('no-preview'), recording: false })
  })

  it('is for those who may give the command', async () => {
    const answer = await say('report', 'submit', france, '--file', report, '--dry-run', '--as', 'ministry:DEU')
    expect(answer).toStrictEqual({ exit: refused, said: expect.stringContaining('not-allowed'), recording: false })
  })

  it('left out, records what it showed', async () => {
    const answer = await say('report', 'submit', france, '--file', report, '--as', 'ministry:FRA', '--json')
    expect([answer.exit, answer.recording, JSON.parse(answer.said)]).toMatchObject([0, true, { status: 'discharged', missing: [] }])
  })
})
