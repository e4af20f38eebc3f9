import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { openingFor } from '../../domain/cycle/opening.ts'
import { obligationId } from '../../domain/ids.ts'
import { membersOn } from '../../domain/organization/organization.ts'
import { requireMay } from '../../domain/permissions.ts'
import { Refusal } from '../../domain/refusal.ts'
import { inForceOn } from '../../domain/rulebook/rule.ts'
import { session as sessionDecider } from '../../domain/session/session.ts'
import { stream } from '../../domain/streams.ts'
import { type CommandMetadata, firstResult, retryOnVersionConflict } from '../command.ts'
import { foldInstrument, foldOrganization, foldSession } from '../fold.ts'
import type { CommandResult } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'

export type CycleOpening = {
  /** `<organization>:r202` */
  readonly cycle: string
  readonly organization: string
  readonly instrument: string
  /** Steps before this day are not taken. */
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
}

/**
 * Opens a cycle and, in the same append, what the rulebook opens with it: one obligation of each such kind for each State that was a Member on the
 * day of adoption.
 *
 * @throws Refusal `already-opened`, `unknown-instrument`, `unknown-session`, `closing-not-known`
 * @source ILO Constitution, article 19(5)(b) and 19(6)(b)
 */
export async function openCycle(context: UseCaseContext, metadata: CommandMetadata, opening: CycleOpening): Promise<CommandResult> {
  requireMay(metadata.actor, 'open-cycle', null)
  const { cycle, organization: body, instrument: code, trackedFrom, synthetic } = opening
  return retryOnVersionConflict(async () => {
    const names = [stream.cycle(cycle), stream.organization(body), stream.instrument(`${body}:${code}`)]
    const { histories, answered } = await context.log.read(names, metadata.commandId)
    if (answered !== null) return firstResult(metadata, answered)
    const [history, members, adopted] = histories
    if ((history?.version ?? 0) > 0) throw new Refusal('already-opened', `The cycle ${cycle} was opened before`, { cycle })
    const organization = foldOrganization(members)
    if (organization.status === 'unknown') throw new Refusal('unknown-organization', `There is no organization ${body}`, { organization: body })
    const instrument = foldInstrument(adopted)
    if (instrument.status === 'unknown') throw new Refusal('unknown-instrument', `There is no instrument ${code} of ${body}`, { instrument: code })

    const counted = await context.log.read([stream.session(instrument.session)])
    const session = foldSession(counted.histories[0])
    if (session.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${instrument.session}`, { session: instrument.session })
    if (session.closing === null)
      throw new Refusal('closing-not-known', `The closing of ${instrument.session} is not known, so nothing can be reckoned`, { session: instrument.session })

    const today = await context.clock.today(organization.zone)
    const closing = { session: instrument.session, ...session.closing }
    const applying = context.reference.kindsUnder(body, instrument.kind).filter(({ kind }) => kind.opensUpon === 'session-closing')
    if (applying.length === 0) throw new RangeError(`No kind of obligation of ${body} opens under a ${instrument.kind}: declare one in its seeds`)
    const owing = applying.flatMap((applied) => {
      const later = inForceOn(applied.rule, closing.date).laterMembersOwe ? membersOn(organization, today) : []
      const parties = [...new Set([...membersOn(organization, instrument.adoptedOn), ...later].map(({ member }) => member))].toSorted()
      return parties.map((party) => ({ party, applied, id: obligationId({ organization: body, request: code, kind: applied.kind.code, party }) }))
    })
    const owed = await context.log.read(owing.map(({ id }) => stream.obligation(id)))
    if (owed.histories.some(({ version }) => version > 0))
      throw new Refusal('already-opened', `${code} is followed by another cycle already`, { instrument: code })
    const { title, adoptedOn } = instrument
    const shared = { organization: body, cycle, instrument: code, title, adoptedOn, closing, openedOn: today, trackedFrom, synthetic }
    const parties = [...new Set(owing.map(({ party }) => party))].toSorted()
    const kinds = applying.map(({ kind }) => kind.code)
    return context.log.append({
      ...metadata,
      streams: [
        {
          stream: stream.cycle(cycle),
          atVersion: 0,
          events: [
            {
              type: 'CycleOpened',
              occurredOn: today,
              data: { organization: body, instrument: code, session: instrument.session, trackedFrom, synthetic, parties, kinds },
            },
          ],
        },
        {
          stream: stream.session(instrument.session),
          atVersion: counted.histories[0]?.version ?? 0,
          events: sessionDecider.decide({ type: 'CountCycle', today, cycle }, session),
        },
        ...owing.map(({ party, id, applied }) => {
          const printed = context.reference.printedFor(cycle, applied.kind.code)
          const opening = openingFor(party, { ...shared, ...applied, printed })
          return { stream: stream.obligation(id), atVersion: 0, events: [{ type: 'ObligationOpened', occurredOn: today, data: opening }] }
        }),
      ],
      preconditions: [members, adopted].flatMap((each) => (each === undefined ? [] : [{ stream: each.stream, version: each.version }])),
    })
  })
}
