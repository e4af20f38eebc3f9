import type { Command } from 'commander'
import { type Explanation, explanationOf } from '../domain/explanation/explanation.ts'
import { explanationOfEntered } from '../domain/explanation/explanation-entered.ts'
import { enteredExplanationLines } from '../domain/explanation/explanation-entered-text.ts'
import { explanationLines } from '../domain/explanation/explanation-text.ts'
import { textIn } from '../domain/languages.ts'
import { obligationArgument, type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { resolveObligation } from './resolve-ids.ts'
import { answer } from './write-output.ts'

export const explainCommand = (ports: CommandLinePorts): Command =>
  usualCommand('explain', 'how the deadlines of an obligation follow from their rule or their row, with sources')
    .argument('<obligation>', obligationArgument)
    .action((obligation: string, { data, json }: Usual) =>
      ports.read(data, async (installation) => {
        const { id, state, partyName } = await resolveObligation(installation, obligation)
        if (state.family === 'entered') {
          const explained = explanationOfEntered(id, state)
          return answer(ports, json, explained, () => [
            `${textIn(partyName, 'en')}: ${textIn(state.title, 'en')} (${textIn(state.kindName, 'en')})`,
            ...enteredExplanationLines(explained),
          ])
        }
        const explained = explanationOf(id, state)
        return answer(ports, json, forPrograms(explained), () => [
          `${textIn(partyName, 'en')}: ${state.kind} of ${state.instrument}`,
          ...explanationLines(explained),
        ])
      }),
    )

const forPrograms = ({ obligation, limits }: Explanation) => ({
  obligation,
  limits: limits.map(({ limit, date, printed, rule, source, countedFrom, convention, computation }) => {
    return { limit, date, printed, rule, source, countedFrom, convention, computation }
  }),
})
