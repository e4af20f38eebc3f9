import type { CycleRow } from '../../activities/views.ts'
import { paperFormats } from '../../documents/papers/paper-facts.ts'
import type { PlanSummary } from '../../domain/plan/plan.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { cycleAddress } from '../pages/addresses.ts'
import { dayText, MessageText } from './message.tsx'
import { sessionInFull } from './session-name.tsx'

type PapersProps = { readonly catalog: PageCatalog; readonly base: string; readonly row: CycleRow }

const kindsOfFile = { html: 'HTML', docx: 'Word' } as const

/** The Office's papers about a cycle: as the record stands, and as they were ready on their days. */
export const Papers = ({ catalog, base, row }: PapersProps) => {
  const address = cycleAddress(base, row.id)
  const { language } = catalog
  return (
    <ul>
      <li>
        {formatText(catalog, 'paperProgress')}: <Files addressOf={(format) => `${address}/paper/progress.${language}.${format}`} formats={paperFormats} />
      </li>
      {row.type === 'plan' && row.cycle.decision.session !== null && (
        <li>
          {formatText(catalog, 'paperFollowUp')}:{' '}
          <Files addressOf={(format) => `${address}/follow-up/follow-up.${language}.${format}`} formats={paperFormats} />
        </li>
      )}
      {row.type === 'plan' && row.cycle.papers.map((ready) => <Prepared catalog={catalog} address={address} ready={ready} />)}
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

type PreparedProps = { readonly catalog: PageCatalog; readonly address: string; readonly ready: PlanSummary['papers'][number] }

/** The files in the reader's language, or those that there are. */
const Prepared = ({ catalog, address, ready: { session, dueOn, papers } }: PreparedProps) => {
  const own = papers.filter(({ language }) => language === catalog.language)
  const shown = own.length > 0 ? own : papers
  const language = shown[0]?.language ?? catalog.language
  return (
    <li>
      <MessageText phrase={sessionInFull(catalog, session)} />, {formatText(catalog, 'paperReady', { date: dayText(catalog, dueOn) })}:{' '}
      <Files
        addressOf={(format) => `${address}/papers/${encodeURIComponent(session)}/${dueOn}/progress.${language}.${format}`}
        formats={shown.map(({ format }) => format)}
      />
    </li>
  )
}
