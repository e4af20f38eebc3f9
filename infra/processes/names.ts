/** The live house's name, with which its workflows' ids begin. */
export const installationName = 'live'

/** Of the Temporal that the house starts itself. */
export const localNamespace = 'follow-up'
