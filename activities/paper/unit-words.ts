import { z } from 'zod'
import type { OnRecord } from '../../domain/views/evidence.ts'
import type { SealedStore } from '../ports.ts'
import type { PaperFacts } from './paper-facts.ts'

/** What was answered in a report, by question: what is not words stands in the record already. */
const content = z.record(z.string(), z.unknown())

/** What units wrote in reports that stand, out of the sealed store. What was erased is missing; a State's words are never opened. */
export async function unitWords(sealed: SealedStore, obligations: readonly OnRecord[]): Promise<PaperFacts['words']> {
  const words: Record<string, Record<string, string>> = {}
  for (const { state } of obligations) {
    if (state.family !== 'entered' || state.owedBy !== 'unit') continue
    const asked = state.report.fields.filter(({ type }) => type === 'words').map(({ name }) => name)
    for (const { id, review } of state.reports) {
      const opened = review === 'withdrawn' ? null : await sealed.open(`report/${id}`)
      if (opened === null) continue
      const said = content.parse(JSON.parse(opened.content))
      words[id] = Object.fromEntries(
        asked.flatMap((name) => {
          const text = said[name]
          return typeof text === 'string' ? [[name, text]] : []
        }),
      )
    }
  }
  return words
}
