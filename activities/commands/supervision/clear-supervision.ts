import { z } from 'zod'
import { bodyNamed, requireKnown } from '../../supervision/known-facts.ts'
import { defineCommand } from '../define-command.ts'
import { code, concerningInput, instrumentsInput, text } from './concerning-input.ts'
import { onMember, supervise } from './supervise.ts'

/** Records that a body has no more to ask, of some instruments or of all. Refused as `unknown-body`, `unknown-instrument`, `nothing-to-clear`, `date-in-future`. */
export const clearSupervision = defineCommand({
  name: 'clear-supervision',
  summary: {
    en: 'records that a body has no more to ask',
    fr: 'enregistre qu’un organe n’a plus rien à demander',
    es: 'registra que un órgano no tiene nada más que pedir',
    ar: 'يسجّل أنّ هيئة لم يبق لديها ما تطلبه',
  },
  ...onMember,
  payload: z.strictObject({ ...concerningInput, body: code, instruments: instrumentsInput, paragraph: text }),
  mayBeGivenBy: { secretariat: 'any' },
  decide: (deciding) =>
    supervise(deciding, async ({ today, on, source, rules }) => {
      const { organization, body, instruments, paragraph } = deciding.payload
      bodyNamed(rules, body)
      return {
        command: { type: 'ClearSupervision', today, on, data: { body, instruments, paragraph, source } },
        preconditions: await requireKnown(deciding.context.log, { organization, on, instruments }),
      }
    }),
})
