import { z } from 'zod'
import { source } from './provenance.ts'
import { Refusal } from './refusal.ts'

/** How every correction on record begins. The event that it corrects stays as it is. */
export const correction = {
  /** Version of the event that counted until now, in the same stream: the recording, or its last correction. */
  corrects: z.int().positive(),
  reason: z.string(),
  /** What says that it was recorded wrongly. */
  source: z.array(source),
}
export type Correction = Readonly<z.infer<z.ZodObject<typeof correction>>>

/**
 * Whoever corrects names the event that is wrong: of two who correct one event at once, the second finds that another one counts.
 *
 * @param counts version of the event that counts
 * @throws Refusal `already-corrected`
 */
export function requireCounts(counts: number, corrects: number, what: string): void {
  if (counts !== corrects)
    throw new Refusal(
      'already-corrected',
      `${what} counts as recorded in event ${counts} of its stream, not ${corrects}: look at it again before correcting it`,
      {
        counts: String(counts),
        corrects: String(corrects),
      },
    )
}

/** @throws Refusal `nothing-corrected` */
export function requireChange(before: unknown, after: unknown, what: string): void {
  if (JSON.stringify(before) === JSON.stringify(after)) throw new Refusal('nothing-corrected', `${what} is on record like this already`)
}
