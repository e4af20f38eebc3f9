import type { InLanguages } from '../languages.ts'

/** Where something is printed: the code and the title of the document or page, and the place in it. */
export type PrintedPlace = { readonly document: string; readonly title: string; readonly place?: string }

/** A value as it is printed, beside the words that print it. */
export type PrintedValue = {
  /** A day, a month or a year in ISO form, `2012-03`; else a number or words. */
  readonly value: string
  readonly wording?: string
  /** Every place that prints it; empty where the value is general knowledge. */
  readonly places: readonly PrintedPlace[]
}

/** What is printed and does not reconcile: said with every place, and never corrected. */
export type PrintedDiscrepancy = {
  /** Stable, in small letters: `spf-v-2-i-late`. */
  readonly id: string
  readonly organization: string
  /** Rows of the document that it concerns, as printed. */
  readonly rows: readonly string[]
  readonly what: InLanguages
  readonly printed: readonly PrintedValue[]
  /** What follows by computation, or `null` where nothing can be computed. */
  readonly computed: string | null
}

/** `SPF, paragraph 13`: short, for a reader who has the titles. */
export const placeInShort = ({ document, place }: PrintedPlace): string => (place === undefined ? document : `${document}, ${place}`)

/** `SPF: Follow-up to the resolution, paragraph 13`. */
export const placeInFull = ({ document, title, place }: PrintedPlace): string => `${document}: ${title}${place === undefined ? '' : `, ${place}`}`
