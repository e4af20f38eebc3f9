import type { Counted, Figure, OnRecord } from '../../domain/views/evidence.ts'
import { inset, type Phrase } from '../letters/phrase.ts'
import { anchorFor } from './document.ts'
import { numberInset, type PaperWording } from './wording.ts'

/** A number that the paper prints, and what stands behind it. */
export type PrintedFigure = { readonly anchor: string; readonly label: Phrase; readonly value: Phrase; readonly counted: readonly Counted[] }

/** Every number of a paper is asked for here, so that none is printed without its entry in the annex. */
export type FigureRegister = {
  /** The number of what a figure counts, linked to its entry. */
  count(label: Phrase, figure: Figure): Phrase
  /** A value that was reported or set, linked to its entry. */
  value(label: Phrase, shown: string, counted: readonly Counted[]): Phrase
  /** The address of an obligation's own entry. */
  entryOf(obligation: OnRecord): string
  figures(): readonly PrintedFigure[]
  /** In the order in which they were asked for. */
  obligations(): readonly { readonly anchor: string; readonly obligation: OnRecord }[]
}

export function figureRegister(wording: PaperWording): FigureRegister {
  const figures: PrintedFigure[] = []
  const entries = new Map<string, { readonly anchor: string; readonly obligation: OnRecord }>()
  const add = (label: Phrase, text: string, counted: readonly Counted[]): Phrase => {
    const anchor = anchorFor('figure', figures.length + 1)
    figures.push({ anchor, label, value: inset(text), counted })
    return inset(text, { href: `#${anchor}` })
  }
  return {
    count: (label, { counted }) => add(label, numberInset(wording, counted.length).map(textOf).join(''), counted),
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

const textOf = (part: Phrase[number]): string => (typeof part === 'string' ? part : part.text)
