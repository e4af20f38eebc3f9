import type { Principal } from '../domain/principal.ts'
import { createRecordAnswers, type RecordAnswers } from './record-answers.ts'
import type { UseCaseContext } from './use-case-context.ts'
import type { Views } from './views.ts'

/**
 * What faces may ask: every question is asked as somebody, and what they may not see is answered as if it did not exist.
 *
 * Pages, programs and the command line read through it, never the log.
 */
export interface Queries {
  as(principal: Principal): Answers
}

/** Of the views, and what is made of the record itself. */
export type Answers = Views & RecordAnswers

/** Joins the answers of the read models and those that are made of the record. */
export const joinQueries = (views: { as(principal: Principal): Views }, context: UseCaseContext): Queries => ({
  as: (principal) => ({ ...views.as(principal), ...createRecordAnswers(context, principal) }),
})
