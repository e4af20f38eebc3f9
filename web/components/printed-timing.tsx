import type { Timing } from '../../domain/calendar/timing.ts'
import type { Language } from '../../domain/languages.ts'
import type { DateStatus } from '../../domain/provenance.ts'
import { type PageWording, tell } from '../words.ts'
import { DateStatusFlag } from './date-status.tsx'
import { separator } from './said.tsx'
import { timingText } from './timing-text.ts'

type PrintedTimingProps = {
  readonly wording: PageWording
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
export const PrintedTiming = ({ wording, organization, language, timing: { printed, parsed, status, reversed = false, note } }: PrintedTimingProps) => (
  <>
    {printed === null ? (
      tell(wording, 'rowNoTiming')
    ) : (
      <q lang={language} dir="auto">
        {printed}
      </q>
    )}
    {(printed !== null || parsed.shape !== 'none') && (
      <>
        {separator(wording)}
        {tell(wording, 'rowReadAs', { timing: timingText(wording, parsed, organization) })}
      </>
    )}
    {reversed && <>{` (${tell(wording, 'rowReversed')})`}</>}
    <DateStatusFlag wording={wording} status={status} />
    {note !== undefined && (
      <p class="quiet" lang="en" dir="auto">
        {note}
      </p>
    )}
  </>
)
