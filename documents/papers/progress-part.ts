import { textIn } from '../../domain/languages.ts'
import type { Figure } from '../../domain/status/evidence.ts'
import { followUpLines } from '../../domain/status/follow-up.ts'
import { indicatorsOf, type ObligationFigure, obligationFigures, rowFigures } from '../../domain/status/progress.ts'
import { type Message, placeable } from '../catalogs/message.ts'
import { dayPlaceable, formatPaperMessage, type PaperCatalog } from '../catalogs/paper-catalog.ts'
import type { Block, Table } from './document.ts'
import type { FigureRegister } from './figure-register.ts'
import { figureMessage, figureTable } from './figure-table.ts'
import { aboutDecision, lineTable } from './follow-up-part.ts'
import { indicatorTable } from './indicator-table.ts'
import type { FollowedDecision, PaperFacts } from './paper-facts.ts'

/** The progress report of one cycle: its figures, its indicators, then what is asked of units, line by line. States are counted, not named. */
export function progressPart(facts: PaperFacts, catalog: PaperCatalog, register: FigureRegister): readonly Block[] {
  return facts.decisions.flatMap((decision): readonly Block[] => {
    const { rows, obligations } = decision
    const indicators = indicatorsOf(obligations)
    const lines = followUpLines(obligations, null)
    return [
      ...aboutDecision(decision, catalog),
      ...horizonOf(decision, catalog),
      ...(rows.length === 0
        ? []
        : [heading(formatPaperMessage(catalog, 'rowsTitle')), figureTable(rowFigures(rows, obligations, facts.day), null, catalog, register)]),
      heading(formatPaperMessage(catalog, 'obligationsTitle')),
      figureTable(applying(obligationFigures(obligations, facts.day), decision), null, catalog, register),
      heading(formatPaperMessage(catalog, 'kindsTitle')),
      kindTable(decision, facts, catalog, register),
      ...(indicators.length === 0 ? [] : [heading(formatPaperMessage(catalog, 'indicatorsTitle')), indicatorTable(indicators, catalog, register)]),
      ...(lines.length === 0 ? [] : [heading(formatPaperMessage(catalog, 'linesTitle')), lineTable(decision, lines, facts, catalog, register)]),
    ]
  })
}

const heading = (text: Message): Block => ({ kind: 'heading', level: 2, text })

function horizonOf({ type, cycle }: FollowedDecision, catalog: PaperCatalog): readonly Block[] {
  if (type === 'cycle') return []
  const { from, until } = cycle.horizon
  const text =
    until === null
      ? formatPaperMessage(catalog, 'horizonOpen', { from: dayPlaceable(catalog, from) })
      : formatPaperMessage(catalog, 'horizon', { from: dayPlaceable(catalog, from), until: dayPlaceable(catalog, until) })
  return [{ kind: 'paragraph', text }]
}

/** An instrument's obligations know a window for exceptional circumstances, and a plan's may be undated or released: neither is asked of the other. */
function applying(figures: readonly Figure<ObligationFigure>[], { type }: FollowedDecision): readonly Figure<ObligationFigure>[] {
  const left = type === 'plan' ? ['inExceptionalWindow'] : ['undated', 'released']
  return figures.filter(({ name }) => !left.includes(name))
}

/** A line for each kind, a column for each figure. */
function kindTable(decision: FollowedDecision, { day }: PaperFacts, catalog: PaperCatalog, register: FigureRegister): Table {
  const kinds = [...new Set(decision.obligations.map(({ state }) => state.kind))].toSorted()
  const lines = kinds.map((kind) => {
    const own = decision.obligations.filter(({ state }) => state.kind === kind)
    const state = own[0]?.state
    const name = state === undefined ? [] : placeable(textIn(state.kindSnapshot.name, catalog.language))
    return { name, figures: applying(obligationFigures(own, day), decision) }
  })
  const columns = applying(obligationFigures([], day), decision)
  const share = Math.floor(72 / columns.length)
  return {
    kind: 'table',
    columns: [
      { head: formatPaperMessage(catalog, 'columnKind'), share: 100 - share * columns.length },
      ...columns.map(({ name }) => ({ head: formatPaperMessage(catalog, figureMessage(name)), share })),
    ],
    rows: lines.map(({ name, figures }) => [
      [name],
      ...figures.map((figure) => [register.count([...name, ': ', ...formatPaperMessage(catalog, figureMessage(figure.name))], figure)]),
    ]),
  }
}
