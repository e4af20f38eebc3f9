/** What there is to say of an event beside its name: plain values by name. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>

type Data = Readonly<Record<string, unknown>>

/** Names of an event's payload that people look at, in order. What is sealed, and the sequencing of steps, are not among them. */
const shown: Readonly<Record<string, readonly string[]>> = {
  LetterFellDue: ['step', 'dueOn', 'superseded'],
  ReminderSuppressed: ['step', 'dueOn'],
  DeadlinePassed: ['stage', 'dueOn'],
  ExceptionalCircumstancesStated: ['report'],
  ReportReceived: ['report', 'submitted', 'missing', 'circumstancesStated', 'constituentMatter', 'furtherInformation', 'completes'],
  SubmissionMade: ['report'],
  ObligationDischarged: ['report'],
  ReportReturned: ['report', 'missing', 'due'],
  ObligationReopened: ['report', 'reason'],
  ReportAccepted: ['report'],
  ReportWithdrawn: ['report'],
  AcknowledgementOwed: ['report'],
  ObligationReleased: ['reason'],
  NoticeFellDue: ['letter', 'step', 'dueOn', 'superseded'],
  ObligationPerformed: ['report'],
  LetterIssued: ['kind', 'language', 'obligations', 'report', 'messageId'],
  DeliveryAttempted: ['attempt'],
  LetterAccepted: ['attempt', 'code'],
  LetterRefused: ['attempt', 'code', 'permanent'],
  LetterNotSent: ['attempt', 'reason'],
  DeliveryUncertain: ['attempt', 'reason'],
  LetterWithdrawn: ['reason'],
}

/** @param data payload of an event of that type, as the log's reader parsed it */
export function factsOf(type: string, data: Data): Facts {
  if (type === 'ObligationOpened' || type === 'DeadlineMoved') return deadlineFacts(data as Deadlines)
  if (type === 'ObligationEntered' || type === 'ObligationMoved') return enteredFacts(data as Days)
  if (type === 'AnswerReceived') return { ...(data as Answer).values, ...named(data, ['report', 'missing', 'furtherInformation', 'completes']) }
  if (type === 'ReportReceived') return { ...named(data, shown.ReportReceived), ...copies(data) }
  return named(data, shown[type] ?? [])
}

const named = (data: Data, names: readonly string[] = []): Facts =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = data[name]
      return isFact(value) ? [[name, value]] : []
    }),
  )

const isFact = (value: unknown): value is Facts[string] => ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.length > 0)

type Deadlines = {
  readonly instrument?: string
  readonly reason?: string
  readonly closing: { readonly session: string; readonly date: string; readonly provisional: boolean }
  readonly limits: readonly { readonly limit: string; readonly dueOn: string }[]
}

const deadlineFacts = ({ instrument, reason, closing, limits }: Deadlines): Facts => ({
  ...(instrument === undefined ? {} : { instrument }),
  ...(reason === undefined ? {} : { reason }),
  session: closing.session,
  closing: closing.date,
  provisional: closing.provisional,
  ...Object.fromEntries(limits.map(({ limit, dueOn }) => [limit, dueOn])),
})

type Days = {
  readonly kind?: string
  readonly row?: { readonly id: string }
  readonly occurrence?: string | null
  readonly reason?: string
  readonly session: string | null
  readonly timing?: { readonly printed: string | null }
  readonly limits: readonly { readonly limit: string; readonly dueOn: string }[]
}

/** The days by their stages, and what they follow from. */
const enteredFacts = ({ kind, row, occurrence, reason, session, timing, limits }: Days): Facts => ({
  ...(row === undefined ? {} : { row: row.id }),
  ...(kind === undefined ? {} : { kind }),
  ...(typeof occurrence === 'string' ? { occurrence } : {}),
  ...(reason === undefined ? {} : { reason }),
  ...(session === null ? {} : { session }),
  ...(typeof timing?.printed === 'string' ? { timing: timing.printed } : {}),
  ...Object.fromEntries(limits.map(({ limit, dueOn }) => [limit, dueOn])),
})

type Answer = { readonly values: Readonly<Record<string, string | number | boolean>> }

const copies = ({ copies: given }: Data): Facts => {
  const { employers, workers } = given as { readonly employers: number; readonly workers: number }
  return { copiesToEmployers: employers, copiesToWorkers: workers }
}
