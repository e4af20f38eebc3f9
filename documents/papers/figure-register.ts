import type { Counted, Figure, OnRecord } from '../../domain/status/evidence.ts'
import { type Message, placeable } from '../catalogs/message.ts'
import { numberPlaceable, type PaperCatalog } from '../catalogs/paper-catalog.ts'
import { anchorFor } from './document.ts'

/** A number that the paper prints, and what stands behind it. */
export type PrintedFigure = { readonly anchor: string; readonly label: Message; readonly value: Message; readonly counted: readonly Counted[] }

/** Every number of a paper is asked for here, so that none is printed without its entry in the annex. */
export type FigureRegister = {
  /** The number of what a figure counts, linked to its entry. */
  count(label: Message, figure: Figure): Message
  /** A value that was reported or set, linked to its entry. */
  value(label: Message, shown: string, counted: readonly Counted[]): Message
  /** The address of an obligation's own entry. */
  entryOf(obligation: OnRecord): string
  figures(): readonly PrintedFigure[]
  /** In the order in which they were asked for. */
  obligations(): readonly { readonly anchor: string; readonly obligation: OnRecord }[]
}

export function figureRegister(catalog: PaperCatalog): FigureRegister {
  const figures: PrintedFigure[] = []
  const entries = new Map<string, { readonly anchor: string; readonly obligation: OnRecord }>()
  const add = (label: Message, text: string, counted: readonly Counted[]): Message => {
    const anchor = anchorFor('figure', figures.length + 1)
    figures.push({ anchor, label, value: placeable(text), counted })
    return placeable(text, { href: `#${anchor}` })
  }
  return {
    count: (label, { counted }) => add(label, numberPlaceable(catalog, counted.length).map(textOf).join(''), counted),
    value: add,
    entryOf: (obligation) => {
      const entry = entries.get(obligation.id) ?? { anchor: anchorFor('obligation', entries.size + 1), obligation }
      entries.set(obligation.id, entry)
      return `#${entry.anchor}`
    },
    figures: () => figures,
    obligations: () => [...entries.values()],
  }
}

const textOf = (part: Message[number]): string => (typeof part === 'string' ? part : part.text)
