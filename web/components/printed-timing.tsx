import type { Timing } from '../../domain/calendar/timing.ts'
import type { Language } from '../../domain/languages.ts'
import type { DateStatus } from '../../domain/provenance.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { DateStatusFlag } from './date-status.tsx'
import { separator } from './message.tsx'
import { timingText } from './timing-text.ts'

type PrintedTimingProps = {
  readonly catalog: PageCatalog
  readonly organization: string
  readonly language: Language
  readonly timing: {
    readonly printed: string | null
    readonly parsed: Timing
    readonly status: DateStatus
    readonly reversed?: boolean
    readonly note?: string | undefined
  }
}

/** A timing in the words of the document, and beside them how it was read. */
export const PrintedTiming = ({ catalog, organization, language, timing: { printed, parsed, status, reversed = false, note } }: PrintedTimingProps) => (
  <>
    {printed === null ? (
      formatText(catalog, 'rowNoTiming')
    ) : (
      <q lang={language} dir="auto">
        {printed}
      </q>
    )}
    {(printed !== null || parsed.shape !== 'none') && (
      <>
        {separator(catalog)}
        {formatText(catalog, 'rowReadAs', { timing: timingText(catalog, parsed, organization) })}
      </>
    )}
    {reversed && <>{` (${formatText(catalog, 'rowReversed')})`}</>}
    <DateStatusFlag catalog={catalog} status={status} />
    {note !== undefined && (
      <p class="quiet" lang="en" dir="auto">
        {note}
      </p>
    )}
  </>
)
