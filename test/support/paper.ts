import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importFacts } from '../../activities/import-facts.ts'
import { collectPaper } from '../../activities/papers/collect-facts.ts'
import type { PaperPolicy } from '../../activities/reference.ts'
import type { PaperCatalog } from '../../documents/catalogs/paper-catalog.ts'
import { paperWriter } from '../../documents/papers/paper-writer.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { type Language, languages } from '../../domain/languages.ts'
import { by, ministry, secretariat } from './memory-context.ts'
import { submitReport } from './obligation-commands.ts'
import { announcedSession, contextOfPlan, plan } from './plan.ts'

/** What a State wrote, which no paper may repeat. */
export const wordsOfAState = 'Said in confidence by a Government'

/** What the Office wrote, with signs that files have to escape. */
export const wordsOfTheOffice = 'Held in Turin & "elsewhere" <2021>'

const policy: PaperPolicy = {
  daysBefore: 30,
  live: [
    { language: 'ar', format: 'html' },
    { language: 'fr', format: 'docx' },
  ],
  rehearsal: [{ language: 'en', format: 'html' }],
}

/**
 * A fictional plan decided at the 343rd Session, on 3 February 2024, a month before the 350th: of six yearly events one was held
 * in time, one late and after the 349th had opened, one is overdue; an indicator was observed twice; a State answered an invitation.
 */
export async function contextOfPapers(synthetic = false) {
  const decided = { ...plan, decision: { ...plan.decision, session: 'ilo:gb-343' } }
  const context = await contextOfPlan('2021-11-12', { plans: [decided], synthetic, papers: policy })
  const office = { ...context.office, writePaper: paperWriter(paperCatalogs) }
  const { turn } = context
  const sessions = [
    announcedSession('gb-343', '2021-11-01', '2021-11-12'),
    announcedSession('gb-349', '2023-10-30', '2023-11-09'),
    announcedSession('gb-350', '2024-03-04', '2024-03-14'),
  ].map((fact) => ({ ...fact, data: { ...fact.data, number: fact.stream.slice(-3) } }))
  await importFacts(office, sessions, day('2021-11-12'))
  const report = async (on: string, as: typeof secretariat, obligation: string, answer: Readonly<Record<string, string | number>>) => {
    turn(on)
    await submitReport(office, by(as, `${on} ${obligation}`), obligation, answer)
  }
  await report('2021-12-15', secretariat, 'ilo:fp-2:event:office:2021', { doneOn: '2021-12-01', summary: wordsOfTheOffice })
  await report('2022-02-01', secretariat, 'ilo:fp-3:indicator:office', { observedOn: '2022-01-15', value: 59 })
  await report('2022-03-01', ministry('FRA'), 'ilo:fp-5:invitation:FRA', { doneOn: '2022-02-20', summary: wordsOfAState })
  await report('2023-06-01', secretariat, 'ilo:fp-3:indicator:office', { observedOn: '2023-05-15', value: 65 })
  await report('2023-11-20', secretariat, 'ilo:fp-2:event:office:2022', { doneOn: '2023-01-05', summary: 'Held late' })
  turn('2024-02-03')
  return { ...context, office }
}

export const forSession = { organization: 'ilo', session: 'ilo:gb-350', cycle: null, day: day('2024-02-03') } as const
export const ofPlan = { ...forSession, cycle: 'ilo:fp' } as const

/** What the two papers of that installation say. */
export async function paperFacts(synthetic = false) {
  const { office } = await contextOfPapers(synthetic)
  return { followUp: await collectPaper(office, forSession), progress: await collectPaper(office, ofPlan) }
}

const file = (language: Language, name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '../../locales', language, `${name}.json`), 'utf8'))

const organizations = { ilo: { bodies: { gb: { name: 'the Body', of: 'of the Body' } }, constitution: null } }

export const paperCatalogs = Object.fromEntries(
  languages.map((language) => [language, { ...file(language, 'letters'), words: file(language, 'words'), paper: file(language, 'paper'), organizations }]),
) as Readonly<Record<Language, PaperCatalog>>
