import type { Message } from '../catalogs/message.ts'

/** A letter's parts in order, before they become plain text or HTML. */
export type LetterText = {
  readonly title: Message
  /** Stands above everything else, where the letter is not a real one. */
  readonly warning: Message | null
  readonly head: readonly Line[]
  readonly salutation: Message
  readonly opening: readonly Message[]
  readonly obligations: readonly { readonly title: Message; readonly lines: readonly Line[] }[]
  /** In place of a section for each, where there are many. */
  readonly list: List | null
  /** What the report is to hold, once for each kind of report. */
  readonly requested: readonly { readonly title: Message; readonly items: readonly Message[] }[]
  readonly reply: { readonly title: Message; readonly paragraphs: readonly Message[] }
  readonly notes: readonly Message[]
  readonly closing: readonly Message[]
  readonly footer: Message
}

/** A label, what it says, and remarks on it. */
export type Line = { readonly label: Message; readonly value: readonly Message[]; readonly remarks: readonly Message[] }

/** Two columns: what it is, and its days. */
export type List = { readonly heads: { readonly item: Message; readonly day: Message }; readonly items: readonly ListItem[]; readonly note: Message }

export type ListItem = { readonly title: Message; readonly details: readonly Message[]; readonly days: readonly Message[] }
