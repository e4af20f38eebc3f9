import type { DateStatus } from '../../domain/provenance.ts'
import { type PageMessage, type PageWording, tell } from '../words.ts'

const messages: Readonly<Record<DateStatus, PageMessage>> = {
  confirmed: 'statusConfirmed',
  'month-only': 'statusMonthOnly',
  announced: 'statusAnnounced',
  inferred: 'statusInferred',
  unconfirmed: 'statusUnconfirmed',
  contradicted: 'statusContradicted',
}

/** How far a date can be relied on: said wherever it is less than confirmed. */
export const DateStatusFlag = ({ wording, status }: { wording: PageWording; status: DateStatus }) =>
  status === 'confirmed' ? null : (
    <>
      {' '}
      <span class="flag">{tell(wording, messages[status])}</span>
    </>
  )
