import { z } from 'zod'
import type { PaperFacts } from '../../documents/papers/paper-facts.ts'
import { fieldsOf } from '../../domain/report/form.ts'
import type { OnRecord } from '../../domain/status/evidence.ts'
import type { EncryptedStore } from '../ports.ts'

/** What was answered in a report, by question: what is not words stands in the record already. */
const content = z.record(z.string(), z.unknown())

/** What units wrote in reports that stand, out of the sealed store. What was erased is missing; a State's words are never opened. */
export async function unitWords(encrypted: EncryptedStore, obligations: readonly OnRecord[]): Promise<PaperFacts['words']> {
  const words: Record<string, Record<string, string>> = {}
  for (const { state } of obligations) {
    if (state.owedBy !== 'unit') continue
    const metadata = fieldsOf(state.kindSnapshot.report)
      .filter(({ type }) => type === 'words')
      .map(({ name }) => name)
    for (const { id, review } of state.reports) {
      const opened = review === 'withdrawn' ? null : await encrypted.open(`report/${id}`)
      if (opened === null) continue
      const said = content.parse(JSON.parse(opened.content))
      words[id] = Object.fromEntries(
        metadata.flatMap((name) => {
          const text = said[name]
          return typeof text === 'string' ? [[name, text]] : []
        }),
      )
    }
  }
  return words
}
