/** A name of the product as the golden files say it: what is renamed in the product is given its place here, and the files stay as they are. */
export const goldenName = (name: string): string => renamed.get(name) ?? name

/** From a name of the product to the one in the golden files: of kinds, limits, letters, statuses, outcomes, refusals and figures. */
const renamed: ReadonlyMap<string, string> = new Map()

/** The events that are counted, by what the golden files say of them. No other name of an event is read. */
export const countedEvents = {
  returns: ['ReportReturned'],
  withdrawals: ['ReportWithdrawn'],
  reopenings: ['ObligationReopened'],
  moves: ['LimitsMoved'],
} as const satisfies Readonly<Record<string, readonly string[]>>

/** The event that says in which language a letter was written. */
export const letterWritten = 'LetterIssued'
