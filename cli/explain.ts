import type { Command } from 'commander'
import { type Explanation, explanationOf } from '../domain/views/explanation.ts'
import { explanationOfEntered } from '../domain/views/explanation-entered.ts'
import { enteredExplanationLines } from '../domain/views/explanation-entered-text.ts'
import { explanationLines } from '../domain/views/explanation-text.ts'
import { answer } from './answer.ts'
import { givenObligation } from './given-ids.ts'
import { obligationArgument, type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

export const explainCommand = (ports: CommandLinePorts): Command =>
  usualCommand('explain', 'how the deadlines of an obligation follow from their rule or their row, with sources')
    .argument('<obligation>', obligationArgument)
    .action((obligation: string, { data, json }: Usual) =>
      ports.read(data, async (house) => {
        const { id, state, debtorName } = await givenObligation(house, obligation)
        if (state.family === 'entered') {
          const explained = explanationOfEntered(id, state)
          return answer(ports, json, explained, () => [`${debtorName.en}: ${state.title.en} (${state.kindName.en})`, ...enteredExplanationLines(explained)])
        }
        const explained = explanationOf(id, state)
        return answer(ports, json, forPrograms(explained), () => [`${debtorName.en}: ${state.kind} of ${state.instrument}`, ...explanationLines(explained)])
      }),
    )

const forPrograms = ({ obligation, deadlines }: Explanation) => ({
  obligation,
  deadlines: deadlines.map(({ stage, date, printed, rule, source, countedFrom, convention, reckoning }) => {
    return { stage, date, printed, rule, source, countedFrom, convention, reckoning }
  }),
})
