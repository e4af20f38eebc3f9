import { type InLanguages, type Language, missingLanguages } from '../domain/languages.ts'
import type { Row } from '../domain/plan/declaration.ts'
import { Refusal } from '../domain/refusal.ts'
import type { UseCaseContext } from './use-case-context.ts'

type Asked = { readonly reference: Pick<UseCaseContext['reference'], 'languagesOf'> }

/** @throws Refusal `words-missing` where a text lacks one of its organization's languages: a letter in it would have a gap */
export const requireWords = ({ reference }: Asked, organization: string, texts: InLanguages): void =>
  refuseMissing(organization, texts, reference.languagesOf(organization).languages)

/**
 * What a row names has words in the organization's fallback at the least: they stand where another language has none.
 *
 * @throws Refusal `words-missing`
 */
export function requireRowWords(context: Asked, organization: string, { wording, followed }: Pick<Row, 'wording' | 'followed'>): void {
  const { fallback } = context.reference.languagesOf(organization)
  const all = [wording, ...followed.flatMap(({ title, target }) => [title, ...(target === undefined ? [] : [target.unit])])]
  for (const texts of all) refuseMissing(organization, texts, [fallback])
}

function refuseMissing(organization: string, texts: InLanguages, wanted: readonly Language[]): void {
  const missing = missingLanguages(texts, wanted)
  if (missing.length === 0) return
  throw new Refusal('words-missing', `Words are missing in ${missing.join(', ')}, a language of ${organization}`, {
    organization,
    languages: missing.join(', '),
  })
}
