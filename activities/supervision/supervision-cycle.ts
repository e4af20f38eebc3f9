import { ownedId } from '../../domain/ids.ts'

/** The id of the cycle that makes an organization's list. */
export const supervisionCycle = (organization: string): string => ownedId(organization, 'supervision')
