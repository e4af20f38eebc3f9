import { z } from 'zod'
import { partyOf } from '../../../domain/ids.ts'
import { awaitingEncryption } from '../command-definition.ts'
import { defineObligationCommand } from './define-obligation-command.ts'
import { idFrom } from './report-id.ts'

/**
 * Stated by a Government, recorded, never judged: no reminder goes at 12 months after it. Its words are encrypted.
 *
 * Refused as `wrong-report-for-kind`, `already-discharged`, `already-released`.
 */
export const stateCircumstances = defineObligationCommand({
  name: 'state-exceptional-circumstances',
  summary: {
    en: 'records what a Government stated',
    fr: 'enregistre ce qu’un gouvernement a déclaré',
    es: 'registra lo que declaró un gobierno',
    ar: 'يسجّل ما ذكرته حكومة',
  },
  fields: { grounds: z.string().trim().min(1).max(20_000) },
  mayBeGivenBy: { ministry: 'own', secretariat: 'any' },
  request: ({ metadata, id, today, payload }) => {
    const grounds = { id: `grounds/${idFrom(metadata)}`, subject: partyOf(id), mediaType: 'text/plain', content: payload.grounds }
    return { command: { type: 'StateExceptionalCircumstances', today, grounds: awaitingEncryption(grounds.id) }, written: [grounds] }
  },
})
