import { type Explanation, explanationOf } from '../domain/explanation/explanation.ts'
import { explanationOfEntered } from '../domain/explanation/explanation-entered.ts'
import { enteredExplanationLines } from '../domain/explanation/explanation-entered-text.ts'
import { explanationLines } from '../domain/explanation/explanation-text.ts'
import type { Usual } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { resolveObligation } from './resolve-ids.ts'
import { answer } from './write-output.ts'

/** How the deadlines of an obligation follow from their rule or their row. */
export const showExplanation = (ports: CommandLinePorts, obligation: string, { data, json }: Usual): Promise<void> =>
  ports.read(data, async (installation) => {
    const { id, state, partyName } = await resolveObligation(installation, obligation)
    if (state.family === 'entered') {
      const explained = explanationOfEntered(id, state)
      return answer(ports, json, explained, () => [`${partyName.en}: ${state.title.en} (${state.kindName.en})`, ...enteredExplanationLines(explained)])
    }
    const explained = explanationOf(id, state)
    return answer(ports, json, forPrograms(explained), () => [`${partyName.en}: ${state.kind} of ${state.instrument}`, ...explanationLines(explained)])
  })

const forPrograms = ({ obligation, limits }: Explanation) => ({
  obligation,
  limits: limits.map(({ limit, date, printed, rule, source, countedFrom, convention, computation }) => {
    return { limit, date, printed, rule, source, countedFrom, convention, computation }
  }),
})
