import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Language } from '../../domain/languages.ts'
import type { Message } from '../catalogs/message.ts'

/**
 * A paper before it becomes a file of one format or another.
 *
 * A link inside it is an inset whose `href` is `#` and an anchor; every other `href` is an address.
 */
export type PaperDocument = {
  readonly title: string
  readonly author: string
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /** The day that the file bears. */
  readonly day: CalendarDate
  readonly blocks: readonly Block[]
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: Message; readonly anchor?: string }
  | { readonly kind: 'paragraph'; readonly text: Message; readonly look?: 'warning' | 'note' }
  /** Short lines below one another. */
  | { readonly kind: 'list'; readonly items: readonly Message[] }
  | Table

export type Table = {
  readonly kind: 'table'
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
}

/** `share`: of the width, in hundredths; those of a table add up to 100. */
export type Column = { readonly head: Message; readonly share: number }

/** A paragraph or several. */
export type Cell = readonly Message[]

/** Letters, digits and underscores, begun by a letter: a bookmark of Word takes nothing else, and 40 of them at most. */
export const anchorFor = (what: 'figure' | 'obligation', number: number): string => `${what}_${number}`
