import type { Catalog } from '../catalogs/catalog.ts'
import { date } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { Line } from './letter-text.ts'
import type { NoticeFacts } from './obligation-facts.ts'

export const line = (label: Message, value: Message, remarks: readonly Message[] = []): Line => ({ label, value: [value], remarks })

/**
 * What a report lacks, what the reviewer wrote, and by when the rest is asked for.
 *
 * @param labelOf the words for a question of the report
 */
export function returnLines({ missing = [], remarks, returnDue }: NoticeFacts, labelOf: (field: string) => Message, catalog: Catalog): readonly Line[] {
  return [
    ...(missing.length === 0 ? [] : [{ label: formatMessage(catalog, 'labelMissing'), value: missing.map(labelOf), remarks: [] }]),
    ...(remarks === undefined ? [] : [line(formatMessage(catalog, 'labelRemarks'), placeable(remarks))]),
    ...(returnDue === undefined ? [] : [line(formatMessage(catalog, 'labelReturnDue'), date(catalog, returnDue, true))]),
  ]
}
