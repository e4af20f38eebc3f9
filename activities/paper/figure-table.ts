import type { Figure } from '../../domain/views/evidence.ts'
import type { ObligationFigure, RowFigure } from '../../domain/views/progress.ts'
import type { Phrase } from '../letters/phrase.ts'
import type { Table } from './document.ts'
import type { FigureRegister } from './figure-register.ts'
import { type PaperMessage, type PaperWording, tell } from './wording.ts'

/** What a figure is called. */
export const figureMessage = (name: RowFigure | ObligationFigure): PaperMessage => (name === 'released' ? 'releasedCount' : name)

/**
 * Figures below one another, each number linked to its entry.
 *
 * @param of what they are figures of, in the annex; `null` where the figure says it itself
 */
export function figureTable(
  figures: readonly Figure<RowFigure | ObligationFigure>[],
  of: Phrase | null,
  wording: PaperWording,
  register: FigureRegister,
): Table {
  return {
    kind: 'table',
    columns: [
      { head: tell(wording, 'columnFigure'), share: 80 },
      { head: tell(wording, 'columnNumber'), share: 20 },
    ],
    rows: figures.map((figure) => {
      const label = tell(wording, figureMessage(figure.name))
      return [[label], [register.count(of === null ? label : [...of, ': ', ...label], figure)]]
    }),
  }
}
