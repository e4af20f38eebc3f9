import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { followUp, temporaryFolder } from '../../support/follow-up.ts'

const folder = temporaryFolder()
const scenario = join(folder.path, 'play.yaml')
writeFileSync(scenario, '- { at: 2013-02-30, as: secretariat, command: close-session, session: ilo:ilc-101 }\n')

afterAll(folder.remove)

describe('a rehearsal that cannot be played', () => {
  it.each([
    ['a scenario that is not well formed', ['r202', '--scenario', scenario]],
    ['an unknown cycle', ['r999']],
    ['an end before the beginning', ['r202', '--until', '2012-06-13']],
  ])('ends by itself, with nothing on standard output: %s', async (_, words) => {
    const { code, out } = await followUp(['rehearse', ...words, '--json'])
    expect({ code, out }).toStrictEqual({ code: 2, out: '' })
  })
})
