import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { computation } from '../calendar/computation.ts'
import { correction } from '../correction.ts'
import { inLanguages, language } from '../languages.ts'
import { partyCode } from '../party-code.ts'
import { dateStatus, source } from '../provenance.ts'

const established = z.object({ organization: z.string(), name: inLanguages, zone: z.string(), source: z.array(source) })

/** Admission in the words of the source where no day is known: `admittedOn` is null and `note` says what is. */
const admitted = z.object({
  member: partyCode,
  name: inLanguages,
  letterLanguage: language,
  admittedOn: calendarDate.nullable(),
  /** A day by which the State is known to have been a Member, where the day of admission itself is not known. */
  knownBy: calendarDate.nullable(),
  status: dateStatus,
  note: z.string().optional(),
  source: z.array(source),
})

/** `occurredOn` is the day of the notice; `receivedOn`, where it is known, the day from which the period runs. */
const withdrawalNotice = z.object({
  member: partyCode,
  effectiveOn: calendarDate,
  status: dateStatus,
  receivedOn: calendarDate.optional(),
  computation: computation.optional(),
  /** What else has to be met for it to take effect: recorded as said, judged by nobody here. */
  subjectTo: z.string().optional(),
  note: z.string().optional(),
  source: z.array(source),
})

/** Who owes beside the Members: an office, a coordinating group, a network. `language`: of letters to it. */
const unitNamed = z.object({ unit: partyCode, name: inLanguages, language, status: dateStatus, source: z.array(source) })

/** The admission was recorded wrongly: as it counts from now on. Without either day the State was never admitted. */
const admissionCorrected = z.object({
  ...correction,
  member: partyCode,
  name: inLanguages,
  letterLanguage: language,
  admittedOn: calendarDate.nullable(),
  knownBy: calendarDate.nullable(),
})

/** The notice was recorded wrongly: the day of its receipt, and of its effect; `null` for both where none was given. */
const withdrawalCorrected = z.object({
  ...correction,
  member: partyCode,
  receivedOn: calendarDate.nullable(),
  effectiveOn: calendarDate.nullable(),
  computation: computation.optional(),
})

export const organizationEvents = {
  UnitNamed: unitNamed,
  OrganizationEstablished: established,
  MemberAdmitted: admitted,
  WithdrawalNoticeGiven: withdrawalNotice,
  AdmissionCorrected: admissionCorrected,
  WithdrawalCorrected: withdrawalCorrected,
}
export type Admission = Readonly<z.infer<typeof admitted>>
