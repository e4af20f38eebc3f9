import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { organizationOf } from '../../../domain/ids.ts'
import { openingOf } from '../../plan/open-plan.ts'
import { defineCommand } from '../define-command.ts'

/**
 * Opens a plan: records every row of its document and, in the same append, an obligation for each thing that a row asks.
 *
 * Refused as `unknown-plan`, `already-opened`, `unknown-organization`, `unknown-kind`, `wrong-party`, `output-claimed-twice`.
 */
export const openPlan = defineCommand({
  name: 'open-plan',
  summary: {
    en: 'opens a plan with an obligation for each thing that its rows ask',
    fr: 'ouvre un plan, avec une obligation pour chaque chose que ses lignes demandent',
    es: 'abre un plan, con una obligación por cada cosa que piden sus filas',
    ar: 'يفتح خطة، مع التزام لكل ما تطلبه بنودها',
  },
  scope: 'plan',
  payload: z.strictObject({
    /** `<organization>:<code>` of a plan of the seeds. */
    cycle: z.string().min(1),
    /** Steps before this day are not taken; today at the seat where none is given. */
    trackedFrom: calendarDate.optional(),
    synthetic: z.boolean().optional(),
  }),
  mayBeGivenBy: { secretariat: 'any', system: 'any' },
  preview: true,
  about: ({ cycle }) => ({ id: cycle, organization: organizationOf(cycle), party: null, streams: [] }),
  decide: async ({ context, payload: { cycle, trackedFrom, synthetic }, today }) => {
    const plan = context.reference.planOf(cycle)
    const opening = { cycle, trackedFrom: trackedFrom ?? (await today()), synthetic: synthetic ?? context.synthetic ?? false }
    return openingOf(context, plan, opening)
  },
})
