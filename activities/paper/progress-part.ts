import type { Figure } from '../../domain/views/evidence.ts'
import { followUpLines } from '../../domain/views/follow-up.ts'
import { indicatorsOf, type ObligationFigure, obligationFigures, rowFigures } from '../../domain/views/progress.ts'
import { inset, type Phrase } from '../letters/phrase.ts'
import type { Block, Table } from './document.ts'
import type { FigureRegister } from './figure-register.ts'
import { figureMessage, figureTable } from './figure-table.ts'
import { aboutDecision, lineTable } from './follow-up-part.ts'
import { indicatorTable } from './indicator-table.ts'
import type { FollowedDecision, PaperFacts } from './paper-facts.ts'
import { dayInset, type PaperWording, tell } from './wording.ts'

/** The progress report of one cycle: its figures, its indicators, then what is asked of units, line by line. States are counted, not named. */
export function progressPart(facts: PaperFacts, wording: PaperWording, register: FigureRegister): readonly Block[] {
  return facts.decisions.flatMap((decision): readonly Block[] => {
    const { rows, obligations } = decision
    const indicators = indicatorsOf(obligations)
    const lines = followUpLines(obligations, null)
    return [
      ...aboutDecision(decision, wording),
      ...horizonOf(decision, wording),
      ...(rows.length === 0 ? [] : [heading(tell(wording, 'rowsTitle')), figureTable(rowFigures(rows, obligations, facts.day), null, wording, register)]),
      heading(tell(wording, 'obligationsTitle')),
      figureTable(applying(obligationFigures(obligations, facts.day), decision), null, wording, register),
      heading(tell(wording, 'kindsTitle')),
      kindTable(decision, facts, wording, register),
      ...(indicators.length === 0 ? [] : [heading(tell(wording, 'indicatorsTitle')), indicatorTable(indicators, wording, register)]),
      ...(lines.length === 0 ? [] : [heading(tell(wording, 'linesTitle')), lineTable(decision, lines, facts, wording, register)]),
    ]
  })
}

const heading = (text: Phrase): Block => ({ kind: 'heading', level: 2, text })

function horizonOf({ cycle }: FollowedDecision, wording: PaperWording): readonly Block[] {
  if (cycle.family === 'instrument') return []
  const { from, until } = cycle.horizon
  const text =
    until === null
      ? tell(wording, 'horizonOpen', { from: dayInset(wording, from) })
      : tell(wording, 'horizon', { from: dayInset(wording, from), until: dayInset(wording, until) })
  return [{ kind: 'paragraph', text }]
}

/** An instrument's obligations know a window for exceptional circumstances, and a plan's may be undated or released: neither is asked of the other. */
function applying(figures: readonly Figure<ObligationFigure>[], { cycle }: FollowedDecision): readonly Figure<ObligationFigure>[] {
  const left = cycle.family === 'plan' ? ['inExceptionalWindow'] : ['undated', 'released']
  return figures.filter(({ name }) => !left.includes(name))
}

/** A line for each kind, a column for each figure. */
function kindTable(decision: FollowedDecision, { day }: PaperFacts, wording: PaperWording, register: FigureRegister): Table {
  const kinds = [...new Set(decision.obligations.map(({ state }) => state.kind))].toSorted()
  const lines = kinds.map((kind) => {
    const own = decision.obligations.filter(({ state }) => state.kind === kind)
    const state = own[0]?.state
    const name = state === undefined ? [] : inset((state.family === 'entered' ? state.kindName : state.terms.name)[wording.language])
    return { name, figures: applying(obligationFigures(own, day), decision) }
  })
  const columns = applying(obligationFigures([], day), decision)
  const share = Math.floor(72 / columns.length)
  return {
    kind: 'table',
    columns: [
      { head: tell(wording, 'columnKind'), share: 100 - share * columns.length },
      ...columns.map(({ name }) => ({ head: tell(wording, figureMessage(name)), share })),
    ],
    rows: lines.map(({ name, figures }) => [
      [name],
      ...figures.map((figure) => [register.count([...name, ': ', ...tell(wording, figureMessage(figure.name))], figure)]),
    ]),
  }
}
