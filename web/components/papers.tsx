import { paperFormats } from '../../activities/paper/paper-facts.ts'
import type { Cycle, PlanCycle } from '../../domain/cycle/cycle.ts'
import { cycleAddress } from '../pages/addresses.ts'
import { type PageWording, tell } from '../words.ts'
import { dayText, Said } from './said.tsx'
import { sessionInFull } from './session-name.tsx'

type PapersProps = { readonly wording: PageWording; readonly base: string; readonly id: string; readonly cycle: Exclude<Cycle, { status: 'unknown' }> }

const kindsOfFile = { html: 'HTML', docx: 'Word' } as const

/** The Office's papers about a cycle: as the record stands, and as they were ready on their days. */
export const Papers = ({ wording, base, id, cycle }: PapersProps) => {
  const address = cycleAddress(base, id)
  const { language } = wording
  return (
    <ul>
      <li>
        {tell(wording, 'paperProgress')}: <Files addressOf={(format) => `${address}/paper/progress.${language}.${format}`} formats={paperFormats} />
      </li>
      {cycle.family === 'plan' && cycle.decision.session !== null && (
        <li>
          {tell(wording, 'paperFollowUp')}: <Files addressOf={(format) => `${address}/follow-up/follow-up.${language}.${format}`} formats={paperFormats} />
        </li>
      )}
      {cycle.family === 'plan' && cycle.papers.map((ready) => <Prepared wording={wording} address={address} ready={ready} />)}
    </ul>
  )
}

type FilesProps = { readonly addressOf: (format: keyof typeof kindsOfFile) => string; readonly formats: readonly (keyof typeof kindsOfFile)[] }

const Files = ({ addressOf, formats }: FilesProps) => (
  <>
    {formats.map((format, index) => (
      <>
        {index > 0 && ' · '}
        <a href={addressOf(format)}>{kindsOfFile[format]}</a>
      </>
    ))}
  </>
)

type PreparedProps = { readonly wording: PageWording; readonly address: string; readonly ready: PlanCycle['papers'][number] }

/** The files in the reader's language, or those that there are. */
const Prepared = ({ wording, address, ready: { session, dueOn, papers } }: PreparedProps) => {
  const own = papers.filter(({ language }) => language === wording.language)
  const shown = own.length > 0 ? own : papers
  const language = shown[0]?.language ?? wording.language
  return (
    <li>
      <Said phrase={sessionInFull(wording, session)} />, {tell(wording, 'paperReady', { date: dayText(wording, dueOn) })}:{' '}
      <Files
        addressOf={(format) => `${address}/papers/${encodeURIComponent(session)}/${dueOn}/progress.${language}.${format}`}
        formats={shown.map(({ format }) => format)}
      />
    </li>
  )
}
