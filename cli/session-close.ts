import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { give } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { byItsCode, dayOption, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { sessionInput } from './resolve-ids.ts'
import { answer } from './write-output.ts'

type CommandOptions = Acting & { readonly on?: CalendarDate; readonly reason?: string }

export const closeCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('close', 'records the actual closing of a session; deadlines counted from another day move')))
    .argument('<session>', byItsCode('<body>-<number>'))
    .option('--on <date>', 'the day of the closing (default: today at the seat)', dayOption)
    .option('--reason <text>', 'why the day is another than was announced')
    .action((given: string, options: CommandOptions) =>
      give(
        ports,
        'close-session',
        options,
        async (hand) => ({ session: await sessionInput(hand, given), closedOn: options.on, reason: options.reason }),
        ({ id: session, firstPosition, lastPosition }) =>
          answer(ports, options.json, { session, recorded: { firstPosition, lastPosition } }, () => [
            `The closing of ${session} is on record at position ${firstPosition}.`,
            ...(lastPosition > firstPosition ? [`${lastPosition - firstPosition} obligations have other deadlines now.`] : ['No deadline moved.']),
          ]),
      ),
    )
