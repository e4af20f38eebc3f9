import type { Command } from 'commander'
import type { CommandLinePorts } from './ports.ts'

/** A command of `follow-up` itself: what `--help` says of it, and the file that declares it, which is read when it is called. */
export type CommandEntry = {
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<(ports: CommandLinePorts) => Command>
  /** It answers about all commands, so all are loaded with it. */
  readonly needsAll?: true
}

/** In the order of `--help`. */
export const commandEntries: readonly CommandEntry[] = [
  {
    name: 'start',
    summary: 'migrates, seeds, and runs all processes until Ctrl-C: web, worker, projections, sink, PostgreSQL, Temporal',
    load: async () => (await import('./start.ts')).startCommand,
  },
  {
    name: 'migrate',
    summary: "brings the database up to this release and makes its logins; the one command that uses the owner's login",
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  {
    name: 'seed',
    summary: 'records what the seeds say, and opens their cycles and plans; repeats nothing',
    load: async () => (await import('./seed.ts')).seedCommand,
  },
  { name: 'status', summary: 'where each obligation stands', load: async () => (await import('./status.ts')).statusCommand },
  {
    name: 'plan',
    summary: 'the rows of a plan, as printed and in our words, and where what they ask for stands',
    load: async () => (await import('./plan.ts')).planCommand,
  },
  {
    name: 'history',
    summary: 'everything on record about an obligation and its letters, or about what it rests on, in order',
    load: async () => (await import('./history.ts')).historyCommand,
  },
  {
    name: 'explain',
    summary: 'how the deadlines of an obligation follow from their rule or their row, with sources',
    load: async () => (await import('./explain.ts')).explainCommand,
  },
  { name: 'letters', summary: 'the letters that were issued, and what became of each', load: async () => (await import('./letters.ts')).lettersCommand },
  { name: 'report', summary: 'what those who owe answer, and its review', load: async () => (await import('./report.ts')).reportCommand },
  {
    name: 'extension',
    summary: 'exceptional circumstances, stated and never judged',
    load: async () => (await import('./extension.ts')).extensionCommand,
  },
  {
    name: 'session',
    summary: 'sessions: their days, whether they are held, their closing, what they adopted',
    load: async () => (await import('./session.ts')).sessionCommand,
  },
  {
    name: 'decision',
    summary: 'what bodies decided: the plans that it opens, the obligations that it enters, moves or releases',
    load: async () => (await import('./decision.ts')).decisionCommand,
  },
  { name: 'member', summary: 'who joins an organization and who leaves it', load: async () => (await import('./member.ts')).memberCommand },
  {
    name: 'supervision',
    summary: 'what bodies said of Members, and who is in serious failure',
    load: async () => (await import('./supervision.ts')).supervisionCommand,
  },
  {
    name: 'revise',
    summary: 'revises a plan: its rows, and the days of what is open; --dry-run shows what would change',
    load: async () => (await import('./revise.ts')).reviseCommand,
  },
  {
    name: 'close-plan',
    summary: 'closes a plan: nothing of it is added or revised any more, and what is open stays open',
    load: async () => (await import('./close-plan.ts')).closePlanCommand,
  },
  {
    name: 'command',
    summary: 'gives any command by its name, with its fields in a file, or previews it; without a name, lists them all',
    load: async () => (await import('./command.ts')).anyCommand,
  },
  {
    name: 'rehearse',
    summary: 'plays a whole cycle on the rehearsal clock, on real Temporal, PostgreSQL and SMTP',
    load: async () => (await import('./rehearse.ts')).rehearseCommand,
  },
  {
    name: 'reconcile',
    summary: 'compares the record with Temporal, and starts what does not run',
    load: async () => (await import('./reconcile.ts')).reconcileCommand,
  },
  { name: 'rebuild', summary: 'rebuilds the views from the log, and swaps them in', load: async () => (await import('./rebuild.ts')).rebuildCommand },
  {
    name: 'log',
    summary: 'the stored lines, byte for byte, in order of position; with --json as the texts of one list',
    load: async () => (await import('./log.ts')).logCommand,
  },
  {
    name: 'verify',
    summary: 'recomputes and checks the whole log: bytes, columns, chain and hash',
    load: async () => (await import('./verify.ts')).verifyCommand,
  },
  { name: 'seeds', summary: 'the data that the installation begins with', load: async () => (await import('./seeds-check.ts')).seedsCommand },
  {
    name: 'discrepancies',
    summary: 'what the documents print and what does not reconcile, with both places; nothing is corrected',
    load: async () => (await import('./discrepancies.ts')).discrepanciesCommand,
  },
  {
    name: 'paper',
    summary: 'the Office’s own paper for a session: the follow-up to its body’s decisions, or the progress report of one cycle',
    load: async () => (await import('./paper.ts')).paperCommand,
  },
  {
    name: 'completion',
    summary: 'prints a script with which bash, zsh or fish completes commands and options',
    load: async () => (await import('./completion.ts')).completionCommand,
    needsAll: true,
  },
]
