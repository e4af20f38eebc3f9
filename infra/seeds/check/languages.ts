import { type Language, languages } from '../../../domain/languages.ts'
import type { Parsed } from '../parse-seed.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { FieldPath } from '../yaml-file.ts'

/** Whatever is named has words in each language of its organization and in no other; letters and papers come in these alone. */
export const checkLanguages = (seeds: ParsedOrganization): readonly Problem[] => [...checkChoices(seeds.organization), ...checkTexts(seeds)]

function checkChoices({ file, value }: ParsedOrganization['organization']): readonly Problem[] {
  const { languages: own, fallback, correspondence, units, papers } = value
  const chosen: readonly (readonly [language: Language, path: FieldPath])[] = [
    [fallback, ['fallback']],
    ...correspondence.letters.map((language, index) => [language, ['correspondence', 'letters', index]] as const),
    ...units.map(({ language }, index) => [language, ['units', index, 'language']] as const),
    ...(papers?.live ?? []).map(({ language }, index) => [language, ['papers', 'live', index, 'language']] as const),
    ...(papers?.rehearsal ?? []).map(({ language }, index) => [language, ['papers', 'rehearsal', index, 'language']] as const),
  ]
  return chosen.flatMap(([language, path]) =>
    own.includes(language)
      ? []
      : [problemAt(file, path, `${language} is not among the organization’s languages, ${own.join(', ')}. Use one of them, or add it.`)],
  )
}

function checkTexts({ organization, members, documents, ...lists }: ParsedOrganization): readonly Problem[] {
  const files: readonly Parsed<unknown>[] = [organization, members, documents, ...Object.values(lists).flat()]
  return files.flatMap(({ file }) =>
    textsIn(file.value, [], null).flatMap(({ found, path, printedIn }) => [
      ...organization.value.languages
        .filter((language) => !found.includes(language) && language !== printedIn)
        .map((language) => problemAt(file, [...path, language], `The words in ${language} are missing, a language of the organization. Add them.`)),
      ...found
        .filter((language) => !organization.value.languages.includes(language))
        .map((language) =>
          problemAt(file, [...path, language], `${language} is no language of the organization. Take the words out, or add it to organization.yaml.`),
        ),
    ]),
  )
}

/** `printedIn`: the language in which a document prints the same words, so that they need not stand here. */
type Texts = { readonly found: readonly Language[]; readonly path: FieldPath; readonly printedIn: string | null }

/** Every text in languages below a value: an object whose fields are all named for languages. */
function textsIn(value: unknown, path: FieldPath, printedIn: string | null): readonly Texts[] {
  if (Array.isArray(value)) return value.flatMap((each, index) => textsIn(each, [...path, index], null))
  if (typeof value !== 'object' || value === null) return []
  const found = languages.filter((language) => language in value)
  const names = Object.keys(value)
  if (found.length > 0 && found.length === names.length) return [{ found, path, printedIn }]
  return Object.entries(value).flatMap(([name, each]) => textsIn(each, [...path, name], name === 'wording' ? languageOfPrint(value) : null))
}

function languageOfPrint(row: object): string | null {
  const printed: unknown = 'printed' in row ? row.printed : null
  return typeof printed === 'object' && printed !== null && 'language' in printed && typeof printed.language === 'string' ? printed.language : null
}
