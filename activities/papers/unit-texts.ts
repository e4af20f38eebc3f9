import { z } from 'zod'
import type { PaperFacts } from '../../documents/papers/paper-facts.ts'
import { fieldsOf } from '../../domain/report/form.ts'
import { placesIn, valueAt } from '../../domain/report/places.ts'
import type { OnRecord } from '../../domain/status/evidence.ts'
import type { EncryptedStore } from '../ports.ts'

/** What was answered in a report, by question: what is not words stands in the record already. */
const content = z.record(z.string(), z.unknown())

/** What units wrote in reports that stand, out of the encrypted store. What was erased is missing; a State's words are never opened. */
export async function unitWords(encrypted: EncryptedStore, obligations: readonly OnRecord[]): Promise<PaperFacts['words']> {
  const words: Record<string, Record<string, string>> = {}
  for (const { state } of obligations) {
    if (state.owedBy !== 'unit') continue
    const fields = fieldsOf(state.kindSnapshot.report)
    for (const { id, review, values } of state.reports) {
      const opened = review === 'withdrawn' ? null : await encrypted.open(`report/${id}`)
      if (opened === null) continue
      const said = content.parse(JSON.parse(opened.content))
      words[id] = Object.fromEntries(
        placesIn(fields, (path) => Number(values[path] ?? 0)).flatMap(({ path, field }) => {
          const text = field.type === 'words' ? valueAt(said, path) : undefined
          return typeof text === 'string' ? [[path, text]] : []
        }),
      )
    }
  }
  return words
}
