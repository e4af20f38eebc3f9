import type { Views } from '../../activities/views.ts'
import * as questions from './questions.ts'
import type { Ask } from './reader.ts'

/** The questions that people ask of the views, through one way of asking. */
export const answering = (ask: Ask): Views => ({
  cycles: () => questions.cycles(ask),
  cycle: (id) => questions.cycle(ask, id),
  plan: (cycle) => questions.plan(ask, cycle),
  rows: (cycle) => questions.rows(ask, cycle),
  parties: () => questions.parties(ask),
  member: (organization, code) => questions.member(ask, organization, code),
  obligations: (filter, asOf) => questions.obligations(ask, filter, asOf ?? null),
  obligation: (id) => questions.obligation(ask, id),
  obligationCounts: () => questions.obligationCounts(ask),
  letters: (obligation) => questions.letters(ask, obligation ?? null),
  letter: (id) => questions.letter(ask, id),
  letterPage: (page) => questions.letterPage(ask, page),
  letterOutcomes: () => questions.letterOutcomes(ask),
  instruments: () => questions.instruments(ask),
  sessions: () => questions.sessions(ask),
  decisions: () => questions.decisions(ask),
  decision: (id) => questions.decision(ask, id),
  history: (obligation) => questions.history(ask, obligation),
  position: () => questions.position(ask),
})
