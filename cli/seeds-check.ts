import { Command } from 'commander'
import { exitCodes } from './exit-codes.ts'
import { CommandFailed } from './failure.ts'
import { type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts, SeedProblem, SeedsFound } from './ports.ts'
import { answer } from './write-output.ts'

export const seedsCommand = (ports: CommandLinePorts): Command =>
  new Command('seeds').addCommand(
    usualCommand('check', 'walks every seed: shapes, codes, sources, versions, printed dates').action(async ({ json }: Usual) => {
      const found = await ports.checkSeeds()
      await answer(ports, json, found, () => inWords(found))
      const { length } = found.problems
      if (length === 0) return
      throw new CommandFailed({
        code: 'seeds-unsound',
        message: `The seeds have ${length === 1 ? 'a problem' : `${length} problems`}`,
        facts: { problems: length },
        exit: exitCodes.unsound,
      })
    }),
  )

function* inWords({ files, problems, discrepancies, warnings }: SeedsFound): Generator<string> {
  for (const problem of problems) yield lineOf(problem)
  for (const { used, others, why, ...problem } of discrepancies) yield `discrepancy ${lineOf(problem)} Used: ${used}; also said: ${others.join(', ')}. ${why}`
  for (const warning of warnings) yield `warning ${lineOf(warning)}`
  yield `${files} files: ${problems.length} problems, ${discrepancies.length} discrepancies, ${warnings.length} warnings`
}

const lineOf = ({ file, line, path, what }: SeedProblem): string => `${file}:${line}${path === '' ? '' : ` ${path}`}: ${what}`
