import { organization } from '../../../domain/organization/organization.ts'
import { foldedView } from '../folded-view.ts'

/** An organization with all its Members: the seat's zone is asked of it for each day that is asked about. */
export const organizationView = foldedView({
  table: 'organization',
  category: 'organization',
  fold: organization,
  filters: { zone: 'text' },
  indexes: [],
  describe: ({ zone }) => ({ state: null, zone }),
})
