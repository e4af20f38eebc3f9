import { textIn } from '../../domain/languages.ts'
import type { Place } from '../../domain/report/places.ts'
import type { Catalog } from './catalog.ts'
import { number } from './legal-terms.ts'
import { type Message, placeable } from './message.ts'

/** What a place of a form is called, from the outside in: `Contacts – 2 – E-mail`. */
export const placeLabel = ({ labels }: Pick<Place, 'labels'>, catalog: Catalog): Message =>
  labels.flatMap(
    (label, index): Message => [
      ...(index === 0 ? [] : [' – ']),
      ...placeable(typeof label === 'number' ? number(catalog, String(label)) : textIn(label, catalog.language)),
    ],
  )
