import { z } from 'zod'
import { partyId } from '../../../domain/ids.ts'
import { hashOf } from '../../command.ts'
import { awaitingEncryption } from '../command-definition.ts'
import { defineCommand } from '../define-command.ts'
import { code, concerningInput } from './concerning-input.ts'
import { onMember, supervise } from './supervise.ts'

/** Records that the Member's reply to a comment arrived; its words are encrypted. Refused as `unknown-comment`, `out-of-order`, `date-in-future`. */
export const recordReply = defineCommand({
  name: 'record-comment-reply',
  summary: {
    en: "records that the Member's reply to a comment arrived",
    fr: 'enregistre l’arrivée de la réponse du Membre à un commentaire',
    es: 'registra la llegada de la respuesta del Miembro a un comentario',
    ar: 'يسجّل وصول رد الدولة العضو على تعليق',
  },
  ...onMember,
  payload: z.strictObject({ ...concerningInput, reference: code, text: z.string().trim().min(1).max(100_000).optional() }),
  // A Government replies for itself.
  mayBeGivenBy: { ministry: 'own', secretariat: 'any' },
  decide: (deciding) =>
    supervise(deciding, ({ today, on }) => {
      const { organization, member, reference, text } = deciding.payload
      const command = { type: 'RecordReply', today, on } as const
      if (text === undefined) return { command: { ...command, data: { reference, content: null } } }
      const id = `reply/${hashOf(deciding.metadata.commandId).slice(0, 16)}`
      return {
        command: { ...command, data: { reference, content: awaitingEncryption(id) } },
        written: [{ id, subject: partyId(organization, member), mediaType: 'text/plain', content: text }],
      }
    }),
})
