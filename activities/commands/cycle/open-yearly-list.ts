import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { yearlyListId } from '../../../domain/ids.ts'
import { stream } from '../../../domain/streams.ts'
import { yearlyList } from '../../../domain/yearly-list/yearly-list.ts'
import { foldYearlyList } from '../../fold.ts'
import { unusedElsewhere } from '../../followed.ts'
import { defineCommand } from '../define-command.ts'

/**
 * Opens the list of those in serious failure, made in each year on its two days.
 *
 * Refused as `already-opened`; `rule-not-known` where the organization declares no criterion that can be computed.
 */
export const openYearlyList = defineCommand({
  name: 'open-yearly-list',
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
    ...{ id: yearlyListId(organization), organization, party: null },
    streams: [stream.yearlyList(yearlyListId(organization))],
  }),
  decide: async ({ context, payload, about: { id, organization }, histories: [history], today: todayAtSeat }) => {
    const rules = context.reference.supervisionOf(organization)
    const today = await todayAtSeat()
    const { trackedFrom = today, synthetic = context.synthetic ?? false } = payload
    const events = yearlyList.decide({ type: 'OpenYearlyList', today, organization, rules, trackedFrom, synthetic }, foldYearlyList(history))
    return {
      streams: [{ stream: stream.yearlyList(id), atVersion: history?.version ?? 0, events }],
      preconditions: await unusedElsewhere(context.log, id, 'yearly-list'),
    }
  },
})
