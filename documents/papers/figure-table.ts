import type { Figure } from '../../domain/status/evidence.ts'
import type { ObligationFigure, RowFigure } from '../../domain/status/progress.ts'
import type { Message } from '../catalogs/message.ts'
import { formatPaperMessage, type PaperCatalog, type PaperMessage } from '../catalogs/paper-catalog.ts'
import type { Table } from './document.ts'
import type { FigureRegister } from './figure-register.ts'

/** What a figure is called. */
export const figureMessage = (name: RowFigure | ObligationFigure): PaperMessage => (name === 'released' ? 'releasedCount' : name)

/**
 * Figures below one another, each number linked to its entry.
 *
 * @param of what they are figures of, in the annex; `null` where the figure says it itself
 */
export function figureTable(
  figures: readonly Figure<RowFigure | ObligationFigure>[],
  of: Message | null,
  catalog: PaperCatalog,
  register: FigureRegister,
): Table {
  return {
    kind: 'table',
    columns: [
      { head: formatPaperMessage(catalog, 'columnFigure'), share: 80 },
      { head: formatPaperMessage(catalog, 'columnNumber'), share: 20 },
    ],
    rows: figures.map((figure) => {
      const label = formatPaperMessage(catalog, figureMessage(figure.name))
      return [[label], [register.count(of === null ? label : [...of, ': ', ...label], figure)]]
    }),
  }
}
