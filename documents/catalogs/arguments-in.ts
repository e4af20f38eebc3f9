import { IntlMessageFormat } from 'intl-messageformat'

/** One branch of a select: `yes` of `{dated, select, yes {…} other {…}}`. */
export type Branch = { readonly select: string; readonly option: string }

/**
 * The names of the values that an ICU message draws on, at any depth; `null` where it is no such message.
 *
 * @param without a branch to leave out: what is drawn on there alone is not named
 */
export function argumentsIn(message: string, without?: Branch): readonly string[] | null {
  try {
    return [...new Set(namesIn(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst(), without))]
  } catch {
    return null
  }
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const namesIn = (elements: readonly Element[], without: Branch | undefined): readonly string[] =>
  elements.flatMap((element) => {
    if (!('value' in element) || element.type === literal) return []
    if (!('options' in element)) return [element.value]
    const branches = Object.entries(element.options).filter(([option]) => element.value !== without?.select || option !== without.option)
    return [element.value, ...branches.flatMap(([, { value }]) => namesIn(value, without))]
  })

/** Its type in the tree of the parser. */
const literal = 0
