import { IntlMessageFormat } from 'intl-messageformat'

/** The names of the values that an ICU message draws on, at any depth; `null` where it is no such message. */
export function argumentsIn(message: string): readonly string[] | null {
  try {
    return [...new Set(namesIn(new IntlMessageFormat(message, 'en', undefined, { ignoreTag: true }).getAst()))]
  } catch {
    return null
  }
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number]

const namesIn = (elements: readonly Element[]): readonly string[] =>
  elements.flatMap((element) => {
    const isArgument = 'value' in element && element.type !== literal
    const inner = 'options' in element ? Object.values(element.options).flatMap(({ value }) => namesIn(value)) : []
    return isArgument ? [element.value, ...inner] : inner
  })

/** Its type in the tree of the parser. */
const literal = 0
