/** All that a client needs to know of the workflows: names, ids and the one signal. */

export const taskQueue = 'follow-up'

/** `live`, or the name of a rehearsal: two installations on one Temporal never meet. */
export type InstallationName = string

/** The record moved: a workflow looks again at what came after the position that it last read. */
export const recordChangedSignal = 'recordChanged'
/** Continue as new, so that a release's code takes over. */
export const renewSignal = 'renew'

export const workflowId = {
  obligation: (installation: InstallationName, id: string) => `${installation}/obligation/${id}`,
  correspondence: (installation: InstallationName, party: string) => `${installation}/correspondence/${party}`,
  cycle: (installation: InstallationName, id: string) => `${installation}/cycle/${id}`,
  reconcile: (installation: InstallationName) => `${installation}/reconcile`,
} as const

/** Workflow types by the room of the stream that wakes them. */
export const workflowTypes = { obligation: 'followObligation', correspondence: 'correspond', cycle: 'runCycle', reconcile: 'reconcile' } as const
