import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { organizationOf, ownedId } from '../domain/ids.ts'
import { give } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { byItsCode, dayOption, type TextOptions, textsIn, usualCommand, withActor, withTexts } from './options.ts'
import type { AvailableInstallation, CommandLinePorts } from './ports.ts'
import { sessionInput } from './resolve-ids.ts'
import { answer } from './write-output.ts'

type CommandOptions = Acting &
  TextOptions<'title'> & {
    readonly kind: string
    readonly on?: CalendarDate
    readonly follow: boolean
    readonly cycle?: string
  }

export const adoptCommand = (ports: CommandLinePorts): Command =>
  withTexts('title', withActor(withKey(usualCommand('adopt', 'records that a session adopted an instrument'))))
    .argument('<session>', byItsCode('<body>-<number>'))
    .argument('<instrument>', 'as C193')
    .requiredOption('--kind <kind>', 'convention, recommendation or protocol')
    .option('--on <date>', 'the day of adoption (default: today at the seat)', dayOption)
    .option('--follow', 'opens the cycle: an obligation for each State that was a Member on that day', false)
    .option('--cycle <code>', 'the code of that cycle (default: the instrument’s, in small letters)')
    .action((given: string, code: string, options: CommandOptions) =>
      ports.change(options.data, async (hand) => {
        const session = await sessionInput(hand, given)
        const { as, key, kind, on, follow, json } = options
        const title = textsIn('title', options)
        const payload = { session, instrument: code, kind, title, adoptedOn: on, follow: follow || undefined, cycle: options.cycle }
        const { firstPosition } = await give(hand, { as, key }, 'adopt-instrument', payload)
        const cycle = follow ? await opened(hand, session, options.cycle ?? code.toLowerCase()) : null
        await answer(ports, json, { session, instrument: code, position: firstPosition, cycle }, () => [
          `${code} is on record as adopted by ${session}, at position ${firstPosition}.`,
          ...(cycle === null ? [] : [`The cycle ${cycle.id} is open: ${cycle.obligations} obligations.`]),
        ])
      }),
    )

async function opened({ views }: AvailableInstallation, session: string, code: string) {
  const cycle = ownedId(organizationOf(session), code)
  return { id: cycle, obligations: (await views.obligations({ cycle })).length }
}
