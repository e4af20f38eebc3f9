/**
 * What a workflow is told to do next, whatever it keeps the time for.
 *
 * `asOf` is the head of the log of the same reading: the workflow looks again only for what came after it.
 */
export type Step =
  | { readonly kind: 'none'; readonly asOf: number }
  | {
      readonly kind: 'step'
      readonly asOf: number
      /** Milliseconds to wait: 0 where it is due, at least 1,000 before that, `null`: wait only to be woken. */
      readonly waitMs: number | null
      readonly step: string
      /** Version of the event that set the day. */
      readonly setAtVersion: number
      /** For Temporal's own pages: what is waited for, and its legal source; at most 200 bytes, nothing personal. */
      readonly summary: string
    }

/** A text of at most 200 bytes of UTF-8, as a timer's summary may be, cut between characters. */
export function summaryOf(text: string): string {
  let cut = text
  while (new TextEncoder().encode(cut).length > 200) cut = cut.slice(0, -1)
  return cut
}
