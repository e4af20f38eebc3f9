import { withInstallation } from '../../infra/command-line/with-installation.ts'
import type { RehearsalResult } from '../../infra/rehearsal-environment/rehearse.ts'
import { letterLines } from './letter-lines.ts'
import { goldenName } from './names.ts'
import { obligationLines } from './obligation-lines.ts'
import { paperLines } from './paper-lines.ts'
import { readRecordFacts } from './record-facts.ts'

/** What a play came to, as lists of lines: ids and days, and no words of people. */
export type Golden = {
  readonly play: string
  readonly from: string
  readonly until: string
  readonly obligations: readonly object[]
  readonly letters: readonly object[]
  readonly refusals: readonly object[]
  readonly papers: readonly object[]
}

/** Reads the installation that a play left, through its views and its papers. */
export function extract(play: string, dataDirectory: string, { from, until, refused }: Pick<RehearsalResult, 'from' | 'until' | 'refused'>): Promise<Golden> {
  const reading = { config: { logLevel: 'error', ports: {} }, purpose: 'read', stopping: new AbortController().signal } as const
  return withInstallation(dataDirectory, reading, async ({ open, views }) => {
    const record = await readRecordFacts(open.office.log)
    const cycles = await views.cycles()
    const held = (await views.sessions()).flatMap(({ id, session: { opensOn } }) => (opensOn !== null && opensOn >= from && opensOn <= until ? [id] : []))
    return {
      ...{ play, from, until },
      obligations: obligationLines(await views.obligations({}), record, until),
      letters: letterLines(await views.letters(), record),
      refusals: refused.map(({ at, command, obligation, code }) => ({ at, command: goldenName(command), code: goldenName(code), obligation })),
      papers: await paperLines(open.office, cycles, held, until),
    }
  })
}
