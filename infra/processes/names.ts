/** The processes of an installation that the supervisor starts, and that start alone too. */
export const processNames = ['web', 'worker', 'projections', 'sink'] as const
export type ProcessName = (typeof processNames)[number]

/** The live installation's name, with which its workflows' ids begin. */
export const installationName = 'live'

/** Of the Temporal that the supervisor starts itself. */
export const localNamespace = 'follow-up'
