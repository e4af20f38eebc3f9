import { z } from 'zod'
import { defineCommand } from '../define-command.ts'
import { code, concerningInput, text } from './concerning-input.ts'
import { onMember, supervise } from './supervise.ts'

/** Records whether the Member, listed at a session, gave explanations there or none. Refused as `not-listed`, `already-heard`, `out-of-order`, `date-in-future`. */
export const recordHearing = defineCommand({
  name: 'record-hearing',
  summary: {
    en: 'records whether a Member that was listed gave explanations, or none',
    fr: 'enregistre si un Membre inscrit a donné des explications, ou aucune',
    es: 'registra si un Miembro incluido en la lista dio explicaciones, o ninguna',
    ar: 'يسجّل ما إذا كانت الدولة العضو المدرجة قدّمت إيضاحات أم لم تقدّم',
  },
  ...onMember,
  payload: z.strictObject({ ...concerningInput, session: code, outcome: z.enum(['explained', 'silent']), paragraph: text.optional() }),
  mayBeGivenBy: { secretariat: 'any' },
  decide: (deciding) =>
    supervise(deciding, ({ today, on, source }) => {
      const { session, outcome, paragraph } = deciding.payload
      return { command: { type: 'RecordHearing', today, on, data: { session, outcome, paragraph: paragraph ?? null, source } } }
    }),
})
