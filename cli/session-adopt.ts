import type { Command } from 'commander'
import { askedFromOutside } from '../activities/command.ts'
import { openCycle } from '../activities/cycle/open-cycle.ts'
import { adoptInstrument, adoptInstrumentPayload } from '../activities/session/adopt-instrument.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { answer } from './answer.ts'
import { givenSession } from './given-ids.ts'
import { type Acting, withKey } from './key.ts'
import { byItsCode, dayOption, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts, HouseAtHand } from './ports.ts'

type Wishes = Acting & {
  readonly kind: string
  readonly titleEn: string
  readonly titleFr: string
  readonly titleEs: string
  readonly titleAr: string
  readonly on?: CalendarDate
  readonly follow: boolean
}

export const adoptCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('adopt', 'records that a session adopted an instrument')))
    .argument('<session>', byItsCode('<body>-<number>'))
    .argument('<instrument>', 'as C193')
    .requiredOption('--kind <kind>', 'convention, recommendation or protocol')
    .requiredOption('--title-en <title>', 'in English')
    .requiredOption('--title-fr <title>', 'in French')
    .requiredOption('--title-es <title>', 'in Spanish')
    .requiredOption('--title-ar <title>', 'in Arabic')
    .option('--on <date>', 'the day of adoption (default: today at the seat)', dayOption)
    .option('--follow', 'opens the cycle: an obligation for each State that was a Member on that day', false)
    .action((given: string, code: string, wishes: Wishes) =>
      ports.change(wishes.data, async (hand) => {
        const session = await givenSession(hand, given)
        const { as, key, kind, titleEn, titleFr, titleEs, titleAr, on, follow, json } = wishes
        const title = { en: titleEn, fr: titleFr, es: titleEs, ar: titleAr }
        const payload = adoptInstrumentPayload.parse({ session, instrument: code, kind, title, ...(on === undefined ? {} : { adoptedOn: on }) })
        const { firstPosition } = await adoptInstrument(hand.house, askedFromOutside(as, 'adopt-instrument', key, payload), payload)
        const cycle = follow ? await opened(hand, session, wishes, code) : null
        await answer(ports, json, { session, instrument: code, position: firstPosition, cycle }, () => [
          `${code} is on record as adopted by ${session}, at position ${firstPosition}.`,
          ...(cycle === null ? [] : [`The cycle ${cycle.id} is open: ${cycle.obligations} obligations.`]),
        ])
      }),
    )

async function opened({ house, today, views }: HouseAtHand, session: string, { as, key }: Wishes, instrument: string) {
  const organization = session.slice(0, session.indexOf(':'))
  const cycle = `${organization}:${instrument.toLowerCase()}`
  const asked = askedFromOutside(as, 'open-cycle', key, { cycle })
  await openCycle(house, asked, { cycle, organization, instrument, trackedFrom: await today(organization), synthetic: false })
  return { id: cycle, obligations: (await views.obligations({ cycle })).length }
}
