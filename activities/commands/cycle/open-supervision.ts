import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { computedCriterion } from '../../../domain/rulebook/supervision.ts'
import { stream } from '../../../domain/streams.ts'
import { supervisionCycle } from '../../supervision/supervision-cycle.ts'
import { defineCommand } from '../define-command.ts'

/**
 * Opens the cycle that makes the list of those in serious failure, in each year on its two days.
 *
 * Refused as `already-opened`; `rule-not-known` where the organization declares no criterion that can be computed.
 */
export const openSupervision = defineCommand({
  name: 'open-supervision',
  summary: {
    en: 'opens the yearly list of those in serious failure',
    fr: 'ouvre la liste annuelle des Membres en manquement grave',
    es: 'abre la lista anual de los Miembros en incumplimiento grave',
    ar: 'يفتح القائمة السنوية للمتخلفين تخلفاً خطيراً',
  },
  scope: 'organization',
  payload: z.strictObject({
    organization: z.string().min(1),
    /** No list of a day before this one is made; today at the seat where none is given. */
    trackedFrom: calendarDate.optional(),
    synthetic: z.boolean().optional(),
  }),
  mayBeGivenBy: { secretariat: 'any', system: 'any' },
  preview: true,
  about: ({ organization }) => ({
    ...{ id: supervisionCycle(organization), organization, party: null },
    streams: [stream.cycle(supervisionCycle(organization))],
  }),
  decide: async ({ context, payload, about: { id: cycle, organization }, histories: [history], today: todayAtSeat }) => {
    if ((history?.version ?? 0) > 0) throw new Refusal('already-opened', `The cycle ${cycle} was opened before`, { cycle })
    const rules = context.reference.supervisionOf(organization)
    if (rules === null || computedCriterion(rules) === null)
      throw new Refusal('rule-not-known', `${organization} declares no criterion by which a list could be made`, { organization })
    const today = await todayAtSeat()
    const { trackedFrom = today, synthetic = context.synthetic ?? false } = payload
    const { title, prepared, refreshed } = rules.list
    const days = { prepared: { month: prepared.month, day: prepared.day }, refreshed: { month: refreshed.month, day: refreshed.day } }
    const data = { organization, title, ...days, trackedFrom, synthetic }
    return { streams: [{ stream: stream.cycle(cycle), atVersion: 0, events: [{ type: 'SupervisionOpened', occurredOn: today, data }] }] }
  },
})
