import { z } from 'zod'
import { type CommandMetadata, hashOf } from '../../command.ts'

/** Names a report where it is not the newest that stands. */
export const reportIdInput = z.string().min(1).max(100).optional()

/** The id of a report, or of other writing, that a command brings: the same command has the same. */
export const idFrom = ({ commandId }: CommandMetadata): string => hashOf(commandId).slice(0, 16)

/** The report meant, as the domain's commands name it. */
export const reportNamed = (report: string | undefined): { readonly report?: string } => (report === undefined ? {} : { report })
