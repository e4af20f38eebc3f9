import { z } from 'zod'
import type { Citation } from './citation.ts'
import { text } from './status.ts'

/** Where a rule of a kind is from: a source, or this product's own default. */
export const grounds = (citation: Citation) => ({ productDefault: z.boolean().default(false), note: text.optional(), source: z.array(citation).default([]) })

export const grounded = {
  path: ['source'],
  message: 'The source is missing. Cite one, or set `productDefault: true` where the rule is ours.',
}

export const isGrounded = ({ productDefault, source }: { productDefault: boolean; source: readonly unknown[] }): boolean => productDefault || source.length > 0
