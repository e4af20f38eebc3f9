import { z } from 'zod'
import { paperFormats } from '../../../documents/papers/paper-facts.ts'
import { countConvention } from '../../../domain/calendar/computation.ts'
import { instrumentKind } from '../../../domain/instrument/instrument-code.ts'
import { language } from '../../../domain/languages.ts'
import { memberCodes } from '../../../domain/organization/member-codes.ts'
import type { Citation } from './citation.ts'
import { dayOfYear } from './moment.ts'
import { civilPeriodSeed } from './period.ts'
import { code, provenance, status, text } from './status.ts'
import { inItsLanguages, organizationLanguages, productLanguage } from './texts.ts'

const wantedPaper = z.strictObject({ language, format: z.enum(paperFormats) })

const zone = text.refine((name) => Intl.supportedValuesOf('timeZone').includes(name), 'This is no time zone. Write its IANA name, as Europe/Zurich.')

/** `organization.yaml` */
export const organizationSchema = (citation: Citation) =>
  z.strictObject({
    code,
    name: inItsLanguages,
    nameSource: z.array(citation).min(1),
    nameUnconfirmed: z.array(language).default([]),
    /** Where a day ends. `note`: why here, where no source says so outright. */
    seat: z.strictObject({ city: text, zone, note: text.optional(), source: z.array(citation).min(1) }),
    /** In which it names things: one to eight. */
    languages: organizationLanguages,
    /** Stands where a page is read in a language that the organization does not use. */
    fallback: productLanguage,
    /** In which of them letters go, and which are official. */
    correspondence: z.strictObject({ letters: z.array(productLanguage).min(1), official: z.array(text).min(1), ...provenance(citation) }),
    /** The treaty under which Members owe; left out where none obliges them. */
    constitution: z
      .strictObject({
        ...{ name: inItsLanguages, short: inItsLanguages },
        /** As it stands before a provision, in English as in the rules. */
        cited: inItsLanguages,
        /** Whom Members inform, as it follows that verb. */
        informed: inItsLanguages,
        /** The article, if there is one, under which copies go to the representative organizations: `23(2)`. */
        copies: text.optional(),
        ...provenance(citation),
      })
      .optional(),
    bodies: z
      .array(
        z.strictObject({
          code,
          name: text,
          /** Its name as the subject of a sentence, and as it follows the name of a session. */
          inSentences: z.strictObject({ name: inItsLanguages, of: inItsLanguages }),
          /** On which days of a year it usually meets: what a rehearsal makes up sessions from, and nothing else. */
          usualDays: z.array(z.strictObject({ opens: dayOfYear, closes: dayOfYear })).optional(),
          /** Each of its sessions then adopts an instrument, or says that it did not. */
          adoptsInstruments: z.boolean().default(false),
          source: z.array(citation).min(1),
        }),
      )
      .min(1),
    /** When a notice of withdrawal takes effect; left out where no source says. */
    withdrawal: z
      .strictObject({
        period: civilPeriodSeed,
        countedFrom: z.literal('receipt'),
        convention: z.strictObject({ value: countConvention, status: status, note: text.optional() }),
        /** What else has to be met, in words. */
        subjectTo: text.optional(),
        ...provenance(citation),
      })
      .optional(),
    /** The Office's own papers; left out where none are prepared. */
    papers: z
      .strictObject({
        /** Ready on this day of this kind's calendar, counted from the opening of the session. */
        ready: z.strictObject({ kind: code, limit: code }),
        live: z.array(wantedPaper).min(1),
        /** A rehearsal prepares few: each costs time. */
        rehearsal: z.array(wantedPaper).min(1),
        productDefault: z.literal(true),
        note: text,
      })
      .optional(),
    /** The standard that gives Members their codes; left out where they are the organization's own. */
    memberCodes: memberCodes.optional(),
    /** What may happen and be recorded, beside sessions: limits may be counted from it. */
    eventTypes: z.array(z.strictObject({ code, name: inItsLanguages, ...provenance(citation) })).default([]),
    /** The kinds of instruments that its sessions adopt. `codes`: a beginning and so many digits, where they are formed so. */
    instrumentKinds: z.array(z.strictObject({ code, codes: z.strictObject(instrumentKind.shape.codes.unwrap().shape).optional() })).default([]),
    /** Who owes beside the Members: an office, a coordinating group, a network. Letters to them go in the language given. */
    units: z.array(z.strictObject({ code, name: inItsLanguages, language, ...provenance(citation) })).default([]),
  })

export type OrganizationSeed = Readonly<z.output<ReturnType<typeof organizationSchema>>>
