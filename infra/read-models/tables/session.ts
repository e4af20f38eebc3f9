import { session } from '../../../domain/session/session.ts'
import { foldedView } from '../folded-view.ts'

export const sessionView = foldedView({ table: 'session', category: 'session', fold: session, filters: {}, indexes: [], describe: () => ({ state: null }) })
