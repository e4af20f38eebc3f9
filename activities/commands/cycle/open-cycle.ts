import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { isOwnedBy, ownedId } from '../../../domain/ids.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { stream } from '../../../domain/streams.ts'
import { cycleOpening } from '../../cycle/cycle-opening.ts'
import { foldInstrument, foldOrganization, foldSession } from '../../fold.ts'
import { defineCommand } from '../define-command.ts'

/**
 * Opens a cycle and, in the same append, what the rulebook opens with it.
 *
 * Refused as `already-opened`, `unknown-cycle` where the id is of another organization, `unknown-organization`, `unknown-instrument`, `unknown-session`, `closing-not-known`.
 */
export const openCycle = defineCommand({
  name: 'open-cycle',
  summary: {
    en: 'opens one obligation for each Member that owes',
    fr: 'ouvre une obligation pour chaque Membre qui doit répondre',
    es: 'abre una obligación por cada Miembro obligado',
    ar: 'يفتح التزاماً على كل دولة عضو ملزمة',
  },
  scope: 'cycle',
  payload: z.strictObject({
    /** `<organization>:r202` */
    cycle: z.string().min(1),
    organization: z.string().min(1),
    instrument: z.string().min(1),
    /** Steps before this day are not taken; today at the seat where none is given. */
    trackedFrom: calendarDate.optional(),
    synthetic: z.boolean().optional(),
  }),
  mayBeGivenBy: { secretariat: 'any', system: 'any' },
  preview: true,
  about: ({ cycle, organization, instrument }) => ({
    ...{ id: cycle, organization, party: null },
    streams: [stream.organization(organization), stream.instrument(ownedId(organization, instrument))],
  }),
  decide: async ({ context, payload, histories: [members, adopted] }) => {
    const { cycle, organization, instrument: code } = payload
    const established = foldOrganization(members)
    if (established.status === 'unknown') throw new Refusal('unknown-organization', `There is no organization ${organization}`, { organization })
    if (!isOwnedBy(organization, cycle))
      throw new Refusal('unknown-cycle', `${cycle} can be no cycle of ${organization}: its id begins with ${ownedId(organization, '')}`, {
        cycle,
        organization,
      })
    const instrument = foldInstrument(adopted)
    if (instrument.status === 'unknown') throw new Refusal('unknown-instrument', `There is no instrument ${code} of ${organization}`, { instrument: code })

    const counted = await context.log.read([stream.session(instrument.session)])
    const [held] = counted.histories
    const today = await context.clock.today(established.zone)
    const { trackedFrom = today, synthetic = context.synthetic ?? false } = payload
    const session = { state: foldSession(held), history: held }
    const input = { cycle, organization, trackedFrom, synthetic, instrument, members: established, session }
    const { streams, preconditions } = await cycleOpening(context, input, today)
    const read = [members, adopted].flatMap((each) => (each === undefined ? [] : [{ stream: each.stream, version: each.version }]))
    return { streams, preconditions: [...preconditions, ...read] }
  },
})
