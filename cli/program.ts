import { Command } from 'commander'
import { closePlanCommand } from './close-plan.ts'
import { decisionCommand } from './decision.ts'
import { discrepanciesCommand } from './discrepancies.ts'
import { exitCodesExplained } from './exit-codes.ts'
import { explainCommand } from './explain.ts'
import { extensionCommand } from './extension.ts'
import { historyCommand } from './history.ts'
import { lettersCommand } from './letters.ts'
import { logCommand } from './log.ts'
import { memberCommand } from './member.ts'
import { migrateCommand } from './migrate.ts'
import { paperCommand } from './paper.ts'
import { planCommand } from './plan.ts'
import type { CommandLinePorts } from './ports.ts'
import { rebuildCommand } from './rebuild.ts'
import { reconcileCommand } from './reconcile.ts'
import { rehearseCommand } from './rehearse.ts'
import { reportCommand } from './report.ts'
import { reviseCommand } from './revise.ts'
import { seedCommand } from './seed.ts'
import { seedsCommand } from './seeds-check.ts'
import { sessionCommand } from './session.ts'
import { startCommand } from './start.ts'
import { statusCommand } from './status.ts'
import { supervisionCommand } from './supervision.ts'
import { verifyCommand } from './verify.ts'

/** `follow-up` with all its commands. */
export function createProgram(ports: CommandLinePorts): Command {
  const program = new Command('follow-up')
    .description('Follows what the decisions and instruments of organizations ask of their members: due, requested, reminded, reported, late or missing.')
    .version(ports.version)
    .addHelpText('after', exitCodesExplained)
    .showHelpAfterError('(--help shows what there is)')
  const commands = [
    ...[
      startCommand,
      migrateCommand,
      seedCommand,
      statusCommand,
      planCommand,
      historyCommand,
      explainCommand,
      lettersCommand,
      reportCommand,
      extensionCommand,
      sessionCommand,
      decisionCommand,
      memberCommand,
      supervisionCommand,
    ],
    ...[reviseCommand, closePlanCommand],
    ...[rehearseCommand, reconcileCommand, rebuildCommand, logCommand, verifyCommand, seedsCommand, discrepanciesCommand, paperCommand],
  ]
  for (const command of commands) program.addCommand(command(ports))
  return program
}
