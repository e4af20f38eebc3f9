import type { Command } from 'commander'
import { InvalidArgumentError } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { tellSession } from './format-session.ts'
import { give } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { newSession } from './new-session.ts'
import { byItsCode, dayOption, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

type Sitting = { readonly from: CalendarDate; readonly to: CalendarDate }
type CommandOptions = Acting & {
  readonly body?: string
  readonly number?: string
  readonly opens?: CalendarDate
  readonly closes?: CalendarDate
  readonly month?: string
  readonly sitting?: readonly Sitting[]
  readonly confirmed: boolean
  readonly reason?: string
}

export const announceCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('announce', 'announces a session, or other days for one: what is counted from them moves')))
    .argument('<session>', byItsCode('<body>-<number>'))
    .option('--body <code>', 'the body that meets, of a session that is not on record yet')
    .option('--number <number>', 'as printed, "338 bis", of a session that is not on record yet')
    .option('--opens <date>', 'its first day', dayOption)
    .option('--closes <date>', 'its last day', dayOption)
    .option('--month <month>', 'where only the month is known, as 2027-06', (text: string) => text)
    .option('--sitting <from/to>', 'one of several sittings, as 2021-06-03/2021-06-19; give it once for each', sittings)
    .option('--confirmed', 'the closing is confirmed, not only announced', false)
    .option('--reason <text>', 'why the days are others than were announced')
    .action((given: string, options: CommandOptions) =>
      give(
        ports,
        'announce-session',
        options,
        async (hand) => {
          const { body, number, opens, closes, month, sitting, confirmed, reason } = options
          const days = { opensOn: opens, closesOn: closes, month, sittings: sitting, status: confirmed ? 'confirmed' : undefined }
          return { session: await newSession(hand, given), body, number, ...days, reason }
        },
        (recorded) => tellSession(ports, options.json, 'The announcement', recorded),
      ),
    )

function sittings(text: string, before: readonly Sitting[] = []): readonly Sitting[] {
  const [from = '', to = '', ...rest] = text.split('/')
  if (rest.length > 0 || to === '') throw new InvalidArgumentError(`"${text}" is no sitting: write its first and its last day, as 2021-06-03/2021-06-19.`)
  return [...before, { from: dayOption(from), to: dayOption(to) }]
}
