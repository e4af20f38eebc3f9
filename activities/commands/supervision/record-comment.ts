import { z } from 'zod'
import { bodyNamed, requireKind, requireKnown } from '../../supervision/known-facts.ts'
import { defineCommand } from '../define-command.ts'
import { code, concerningInput, instrumentsInput, text } from './concerning-input.ts'
import { onMember, supervise } from './supervise.ts'

/**
 * Records the comment that a body made, under its own reference. Which comment it is, and why now, the body alone decided.
 *
 * Refused as `already-commented`, `not-a-member`, `unknown-body`, `unknown-kind`, `unknown-session`, `unknown-instrument`, `date-in-future`.
 */
export const recordComment = defineCommand({
  name: 'record-comment',
  summary: {
    en: 'records a comment that a body made on a Member',
    fr: 'enregistre un commentaire qu’un organe a formulé sur un Membre',
    es: 'registra un comentario que un órgano formuló sobre un Miembro',
    ar: 'يسجّل تعليقاً أبدته هيئة بشأن دولة عضو',
  },
  ...onMember,
  payload: z
    .strictObject({
      ...concerningInput,
      reference: code,
      kind: code,
      body: code,
      /** By its whole id. */
      session: code.optional(),
      reportYear: z.int().min(1900).max(2200).optional(),
      instruments: instrumentsInput,
      paragraph: text.optional(),
    })
    .refine((comment) => comment.session !== undefined || comment.reportYear !== undefined, {
      path: ['session'],
      message: 'Name the session at which the comment was made, or the year of the report that carries it.',
    }),
  mayBeGivenBy: { secretariat: 'any' },
  decide: (deciding) =>
    supervise(deciding, async ({ today, on, source, rules }) => {
      const { organization, member, reference, kind, body, session, reportYear, instruments, paragraph } = deciding.payload
      requireKind(bodyNamed(rules, body), kind)
      const named = { organization, member, on, instruments, ...(session === undefined ? {} : { session }) }
      const comment = { organization, member, instruments, reference, kind, body, session: session ?? null, reportYear: reportYear ?? null }
      return {
        command: { type: 'RecordComment', today, on, data: { ...comment, paragraph: paragraph ?? null, source } },
        preconditions: await requireKnown(deciding.context.log, named),
      }
    }),
})
