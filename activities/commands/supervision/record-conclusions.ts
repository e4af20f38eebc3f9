import { z } from 'zod'
import { bodyNamed } from '../../supervision/known-facts.ts'
import { defineCommand } from '../define-command.ts'
import { code, concerningInput, text } from './concerning-input.ts'
import { onMember, supervise } from './supervise.ts'

/** Records the conclusions on a Member listed at a session. Refused as `unknown-body`, `not-listed`, `already-concluded`, `out-of-order`, `date-in-future`. */
export const recordConclusions = defineCommand({
  name: 'record-conclusions',
  summary: {
    en: 'records the conclusions on a Member that was listed',
    fr: 'enregistre les conclusions sur un Membre inscrit',
    es: 'registra las conclusiones sobre un Miembro incluido en la lista',
    ar: 'يسجّل الاستنتاجات بشأن دولة عضو مدرجة',
  },
  ...onMember,
  payload: z.strictObject({ ...concerningInput, body: code, session: code, paragraph: text }),
  mayBeGivenBy: { secretariat: 'any' },
  decide: (deciding) =>
    supervise(deciding, ({ today, on, source, rules }) => {
      const { body, session, paragraph } = deciding.payload
      bodyNamed(rules, body)
      return { command: { type: 'RecordConclusions', today, on, data: { session, body, paragraph, source } } }
    }),
})
