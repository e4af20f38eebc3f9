import { type Explanation, explanationOf } from '../domain/explanation/explanation.ts'
import { explanationLines } from '../domain/explanation/explanation-text.ts'
import { type Language, textIn } from '../domain/languages.ts'
import type { KnownObligation } from '../domain/obligation/state.ts'
import type { CommandLinePorts } from './ports.ts'
import { type Reading, readAs } from './read-as.ts'
import { resolveObligation } from './resolve-ids.ts'
import { answer } from './write-output.ts'

/** How the deadlines of an obligation follow from their rule or their row. */
export const showExplanation = (ports: CommandLinePorts, obligation: string, options: Reading): Promise<void> =>
  readAs(ports, options, async (installation) => {
    const { id, state, partyName } = await resolveObligation(installation, obligation)
    const { fallback } = installation.languagesOf(state.organization)
    const explained = explanationOf(id, state, fallback)
    await answer(ports, options.json, forPrograms(explained), () => [
      `${textIn(partyName, 'en', fallback)}: ${headOf(state, fallback)}`,
      ...explanationLines(explained),
    ])
  })

const headOf = ({ kindSnapshot, title }: KnownObligation, fallback: Language): string =>
  `${textIn(title, 'en', fallback)} (${textIn(kindSnapshot.name, 'en', fallback)})`

const forPrograms = ({ limits, ...explained }: Explanation) => ({
  ...explained,
  limits: limits.map(({ limit, dueOn, printed, rule, source, countedFrom, convention, computation }) => {
    return { limit, dueOn, printed, rule, source, countedFrom, convention, computation }
  }),
})
