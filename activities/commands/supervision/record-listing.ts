import { z } from 'zod'
import { Refusal } from '../../../domain/refusal.ts'
import { bodyNamed, requireCriteria, requireKnown } from '../../supervision/known-facts.ts'
import { defineCommand } from '../define-command.ts'
import { code, concerningInput, instrumentsInput, text } from './concerning-input.ts'
import { onMember, supervise } from './supervise.ts'

/**
 * Records that a body listed a Member, at a session of the body that it sits at, by the criteria that it names.
 *
 * Refused as `already-listed`, `not-a-member`, `unknown-body`, `unknown-criterion`, `unknown-session`, `unknown-instrument`, `date-in-future`.
 */
export const recordListing = defineCommand({
  name: 'record-listing',
  summary: {
    en: 'records that a body listed a Member among those in serious failure',
    fr: 'enregistre qu’un organe a inscrit un Membre parmi ceux en manquement grave',
    es: 'registra que un órgano incluyó a un Miembro entre los que incurren en incumplimiento grave',
    ar: 'يسجّل إدراج هيئة لدولة عضو بين المتخلفين تخلفاً خطيراً',
  },
  ...onMember,
  payload: z.strictObject({
    ...concerningInput,
    body: code,
    /** By its whole id. */
    session: code,
    criteria: z.array(code).default([]),
    instruments: instrumentsInput,
    paragraph: text,
  }),
  mayBeGivenBy: { secretariat: 'any' },
  decide: (deciding) =>
    supervise(deciding, async ({ today, on, source, rules }) => {
      const { organization, member, body, session, criteria, instruments, paragraph } = deciding.payload
      const { listsAt } = bodyNamed(rules, body)
      if (listsAt === null) throw new Refusal('unknown-body', `${body} lists no Members`, { body })
      requireCriteria(rules, criteria)
      return {
        command: { type: 'RecordListing', today, on, data: { organization, member, instruments, body, session, criteria, paragraph, source } },
        preconditions: await requireKnown(deciding.context.log, { organization, member, on, session, sessionOf: listsAt, instruments }),
      }
    }),
})
