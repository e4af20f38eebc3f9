import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { dayOption, numberOption, type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts, Rehearsed } from './ports.ts'
import { showProgress } from './progress.ts'
import { table } from './table.ts'
import { answer, type Output } from './write-output.ts'

type CommandOptions = Omit<Usual, 'data'> & {
  readonly data?: string
  readonly from?: CalendarDate
  readonly until?: CalendarDate
  readonly scenario?: string
  readonly seed: number
  readonly keepHistories: boolean
}

export const rehearseCommand = (ports: CommandLinePorts): Command =>
  usualCommand('rehearse')
    .argument('<cycle>', 'of the seeds, by its code; all plays every document at once')
    .option('--from <date>', 'first day played (default: the closing of the session, or the day on which the plan opens)', dayOption)
    .option('--until <date>', "last day played (default: the cycle's horizon)", dayOption)
    .option('--scenario <file>', 'a YAML list of commands, played alone; without it the play is generated from the seed')
    .option('--seed <number>', 'the same seed gives the same record', numberOption(0, Number.MAX_SAFE_INTEGER), 1)
    .option('--keep-histories', "leaves the workflows' histories in DIR/histories", false)
    .action(async (cycle: string, options: CommandOptions, command: Command) => {
      const { daysBetween } = await import('../domain/calendar/calendar-date.ts')
      const { from, until, scenario, seed, keepHistories, json, data } = options
      // Named for this play: never the directory of the live installation.
      const kept = command.getOptionValueSource('data') === 'cli' ? data : undefined
      const progress = showProgress(ports, `Rehearsing ${cycle}`)
      const rehearsed = await ports
        .rehearse({
          ...{ cycle, seed: String(seed), keepHistories, byState: !json },
          ...(from === undefined ? {} : { from }),
          ...(until === undefined ? {} : { until }),
          ...(scenario === undefined ? {} : { scenarioFile: scenario }),
          ...(kept === undefined ? {} : { dataDirectory: kept }),
          onProgress: ({ doing, day, from: first, until: last }) =>
            progress.at(doing === 'closing' ? 1 : daysBetween(first, day) / Math.max(1, daysBetween(first, last)), doing === 'playing' ? day : doing),
        })
        .finally(progress.end)
      const { byState, ...result } = rehearsed
      await answer(ports, json, result, () => inWords(rehearsed))
    })

function* inWords({ byState, ...played }: Rehearsed): Output {
  if (byState.length > 0) {
    yield table([['State', '', 'Outcome', 'Letters'], ...byState.map(({ name, code, outcome, letters }) => [name, code, outcome, letters])])
    yield ''
  }
  const { letters, outcomes, kinds, refused } = played
  if (kinds !== undefined)
    yield table([
      ['Kind', 'Obligations', 'Outcomes', 'Letters'],
      ...Object.entries(kinds).map(([kind, told]) => [kind, String(told.obligations), counted(told.outcomes), counted(told.letters)]),
    ])
  else {
    yield table([['Stage', 'Obligations'], ...Object.entries(outcomes ?? {}).map(([limit, count]) => [limitNames[limit] ?? limit, String(count)])])
    yield ''
    yield table([['Letters', ''], ...Object.entries(letters ?? {}).map(([kind, count]) => [kind, String(count)])])
  }
  for (const { at, command, obligation, code, reason } of refused) yield `refused ${at} ${command} ${obligation ?? ''}: ${code}, ${reason}`
  const { cycle, from, until, obligations, events, recordHash, seconds } = played
  yield `${cycle}, synthetic, ${from} to ${until}: ${obligations} obligations, ${events} events in ${seconds} s`
  yield `record hash ${recordHash}`
}

/** `58 in time, 24 late`: what there was none of is left out. */
const counted = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${kindNames[what] ?? what}`)
    .join(', ')

const kindNames: Readonly<Record<string, string>> = { inTime: 'in time', inExceptionalWindow: 'within the exceptional limit', undated: 'without a day to meet' }

const limitNames: Readonly<Record<string, string>> = {
  inTime: 'done in time',
  inExceptionalWindow: 'done within the exceptional limit',
  late: 'done late',
  open: 'open',
}
