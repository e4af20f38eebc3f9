import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { organizationOf, ownedId } from '../domain/ids.ts'
import { give } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { byItsCode, dayOption, type TextOptions, textsIn, usualCommand, withActor, withTexts } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import type { SeenInstallation } from './read-as.ts'
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
    .requiredOption('--kind <kind>', 'of instrument, one that the organization declares: convention, recommendation')
    .option('--on <date>', 'the day of adoption (default: today at the seat)', dayOption)
    .option('--follow', 'opens the cycle: an obligation for each State that was a Member on that day', false)
    .option('--cycle <code>', 'the code of that cycle (default: the instrument’s, in small letters)')
    .action((given: string, code: string, options: CommandOptions) =>
      give(
        ports,
        'adopt-instrument',
        options,
        async (hand) => {
          const { kind, on, follow, cycle } = options
          const title = textsIn('title', options)
          return { session: await sessionInput(hand, given), instrument: code, kind, title, adoptedOn: on, follow: follow || undefined, cycle }
        },
        async ({ id: session, firstPosition }, _, hand) => {
          const cycle = options.follow ? await opened(hand, session, options.cycle ?? code.toLowerCase()) : null
          await answer(ports, options.json, { session, instrument: code, position: firstPosition, cycle }, () => [
            `${code} is on record as adopted by ${session}, at position ${firstPosition}.`,
            ...(cycle === null ? [] : [`The cycle ${cycle.id} is open: ${cycle.obligations} obligations.`]),
          ])
        },
      ),
    )

async function opened({ views }: SeenInstallation, session: string, code: string) {
  const cycle = ownedId(organizationOf(session), code)
  return { id: cycle, obligations: (await views.obligations({ cycle })).length }
}
