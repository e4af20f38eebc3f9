import type { DateStatus } from '../../domain/provenance.ts'
import { formatText, type PageCatalog, type PageMessage } from '../page-catalog.ts'

const messages: Readonly<Record<DateStatus, PageMessage>> = {
  confirmed: 'statusConfirmed',
  'month-only': 'statusMonthOnly',
  announced: 'statusAnnounced',
  inferred: 'statusInferred',
  unconfirmed: 'statusUnconfirmed',
  contradicted: 'statusContradicted',
}

/** How far a date can be relied on: said wherever it is less than confirmed. */
export const DateStatusFlag = ({ catalog, status }: { catalog: PageCatalog; status: DateStatus }) =>
  status === 'confirmed' ? null : (
    <>
      {' '}
      <span class="flag">{formatText(catalog, messages[status])}</span>
    </>
  )
