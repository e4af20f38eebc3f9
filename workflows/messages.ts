/** All that a client needs to know of the workflows: names, ids and the one signal. */

export const taskQueue = 'follow-up'

/** `live`, or the name of a rehearsal: two houses on one Temporal never meet. */
export type HouseName = string

/** The record moved: a workflow looks again at what came after the position that it last read. */
export const recordChangedSignal = 'recordChanged'
/** Continue as new, so that a release's code takes over. */
export const renewSignal = 'renew'

export const workflowId = {
  obligation: (house: HouseName, id: string) => `${house}/obligation/${id}`,
  correspondence: (house: HouseName, debtor: string) => `${house}/correspondence/${debtor}`,
  cycle: (house: HouseName, id: string) => `${house}/cycle/${id}`,
  reconcile: (house: HouseName) => `${house}/reconcile`,
} as const

/** Workflow types by the room of the stream that wakes them. */
export const workflowTypes = { obligation: 'followObligation', correspondence: 'correspond', cycle: 'runCycle', reconcile: 'reconcile' } as const
