import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { openingFor } from '../../domain/cycle/opening.ts'
import { requireMay } from '../../domain/may.ts'
import { obligationId, stream } from '../../domain/obligation/obligation-id.ts'
import { membersOn } from '../../domain/organization/organization.ts'
import { Refusal } from '../../domain/refusal.ts'
import { inForceOn } from '../../domain/rulebook/rule.ts'
import { session as sessionDecider } from '../../domain/session/session.ts'
import { type Asked, decidingAgain, firstResult } from '../command.ts'
import { foldInstrument, foldOrganization, foldSession } from '../fold.ts'
import type { House } from '../house.ts'
import type { CommandResult } from '../ports.ts'

export type CycleOpening = {
  /** `ilo:r202` */
  readonly cycle: string
  readonly organization: string
  readonly instrument: string
  /** Steps before this day are not taken. */
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
}

/**
 * Opens a cycle and, in the same append, one obligation for each State that was a Member on the day of adoption.
 *
 * @throws Refusal `already-opened`, `unknown-instrument`, `unknown-session`, `closing-not-known`
 * @source ILO Constitution, article 19(5)(b) and 19(6)(b)
 */
export async function openCycle(house: House, asked: Asked, opening: CycleOpening): Promise<CommandResult> {
  requireMay(asked.actor, 'open-cycle', null)
  const { cycle, organization: body, instrument: code, trackedFrom, synthetic } = opening
  return decidingAgain(async () => {
    const names = [stream.cycle(cycle), stream.organization(body), stream.instrument(`${body}:${code}`)]
    const { histories, answered } = await house.log.read(names, asked.commandId)
    if (answered !== null) return firstResult(asked, answered)
    const [history, members, adopted] = histories
    if ((history?.version ?? 0) > 0) throw new Refusal('already-opened', `The cycle ${cycle} was opened before`, { cycle })
    const organization = foldOrganization(members)
    if (organization.status === 'unknown') throw new Refusal('unknown-organization', `There is no organization ${body}`, { organization: body })
    const instrument = foldInstrument(adopted)
    if (instrument.status === 'unknown') throw new Refusal('unknown-instrument', `There is no instrument ${code} of ${body}`, { instrument: code })

    const counted = await house.log.read([stream.session(instrument.session)])
    const session = foldSession(counted.histories[0])
    if (session.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${instrument.session}`, { session: instrument.session })
    if (session.closing === null)
      throw new Refusal('closing-not-known', `The closing of ${instrument.session} is not known, so nothing can be reckoned`, { session: instrument.session })

    const today = await house.clock.today(organization.zone)
    const rule = house.reference.ruleFor(body, 'submission', instrument.kind)
    const later = inForceOn(rule, session.closing.date).laterMembersOwe ? membersOn(organization, today) : []
    const debtors = [...new Set([...membersOn(organization, instrument.adoptedOn), ...later].map(({ member }) => member))].toSorted()
    const owed = await house.log.read(
      debtors.map((debtor) => stream.obligation(obligationId({ organization: body, request: code, kind: 'submission', debtor }))),
    )
    if (owed.histories.some(({ version }) => version > 0))
      throw new Refusal('already-opened', `${code} is followed by another cycle already`, { instrument: code })
    const grounds = {
      organization: body,
      cycle,
      instrument: code,
      kind: 'submission',
      adoptedOn: instrument.adoptedOn,
      closing: { session: instrument.session, ...session.closing },
      rule,
      policy: house.reference.policyOf(body),
      printed: house.reference.printedFor(cycle),
      trackedFrom,
    } as const
    return house.log.append({
      ...asked,
      streams: [
        {
          stream: stream.cycle(cycle),
          atVersion: 0,
          events: [
            {
              type: 'CycleOpened',
              occurredOn: today,
              data: { organization: body, instrument: code, session: instrument.session, trackedFrom, synthetic, debtors },
            },
          ],
        },
        {
          stream: stream.session(instrument.session),
          atVersion: counted.histories[0]?.version ?? 0,
          events: sessionDecider.decide({ type: 'CountCycle', today, cycle }, session),
        },
        ...debtors.map((debtor) => ({
          stream: stream.obligation(obligationId({ organization: body, request: code, kind: 'submission', debtor })),
          atVersion: 0,
          events: [{ type: 'ObligationOpened', occurredOn: today, data: openingFor(debtor, grounds) }],
        })),
      ],
      guards: [members, adopted].flatMap((each) => (each === undefined ? [] : [{ stream: each.stream, version: each.version }])),
    })
  })
}
