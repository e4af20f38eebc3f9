import { z } from 'zod'
import { sourcesInput } from '../source-input.ts'

/** What every correction gives: which event of the stream is wrong, by its version, and why. `source`: what says so. */
export const correctionInput = {
  corrects: z.int().positive(),
  reason: z.string().trim().min(1).max(2_000),
  source: sourcesInput.optional(),
}
