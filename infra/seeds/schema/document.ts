import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { code, status, text } from './status.ts'

/** A statement about the document itself. One that is not printed on it says in `note` why it is held. */
const about = <T extends z.ZodType>(value: T) => z.strictObject({ value, status: status, note: text })

/** `documents.yaml`: what the seeds cite. Documents of a body say more of themselves than pages do. */
export const documentsSchema = z
  .array(
    z.strictObject({
      code,
      title: text,
      href: z.url({ protocol: /^https?$/ }).optional(),
      /** The day on which a person last looked. */
      checkedOn: calendarDate,
      languageRead: text.optional(),
      titleAsPrinted: text.optional(),
      body: text.optional(),
      date: about(calendarDate).optional(),
      agendaItem: about(text).optional(),
      session: about(text).optional(),
      unit: about(text).optional(),
    }),
  )
  .min(1)

export type DocumentSeed = Readonly<z.output<typeof documentsSchema>[number]>
