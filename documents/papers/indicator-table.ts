import { textIn } from '../../domain/languages.ts'
import type { OnRecord } from '../../domain/status/evidence.ts'
import type { Indicator } from '../../domain/status/progress.ts'
import { number } from '../catalogs/legal-terms.ts'
import { type Message, placeable } from '../catalogs/message.ts'
import { dayPlaceable, formatPaperMessage, type PaperCatalog } from '../catalogs/paper-catalog.ts'
import type { Table } from './document.ts'
import type { FigureRegister } from './figure-register.ts'

/** Each indicator with its target and what was observed, the earliest first. */
export function indicatorTable(indicators: readonly Indicator[], catalog: PaperCatalog, register: FigureRegister): Table {
  return {
    kind: 'table',
    columns: [
      { head: formatPaperMessage(catalog, 'columnIndicator'), share: 40 },
      { head: formatPaperMessage(catalog, 'columnTarget'), share: 20 },
      { head: formatPaperMessage(catalog, 'columnObserved'), share: 25 },
      { head: formatPaperMessage(catalog, 'columnReached'), share: 15 },
    ],
    rows: indicators.map((indicator) => [
      [placeable(textIn(indicator.title, catalog.language))],
      targetCell(indicator, catalog, register),
      observedCell(indicator, catalog, register),
      [formatPaperMessage(catalog, indicator.reached ? 'reached' : 'notReached')],
    ]),
  }
}

function targetCell({ obligation, title, atLeast, unit }: Indicator, catalog: PaperCatalog, register: FigureRegister): readonly Message[] {
  const label = [...placeable(textIn(title, catalog.language)), ': ', ...formatPaperMessage(catalog, 'columnTarget')]
  const value = register.value(label, number(catalog, String(atLeast)), [behind(obligation, obligation.events.slice(0, 1))])
  const last = obligation.state.limits
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  return [
    formatPaperMessage(catalog, 'atLeast', { value, unit: placeable(textIn(unit, catalog.language)) }),
    ...(last === undefined ? [] : [dayPlaceable(catalog, last, register.entryOf(obligation))]),
  ]
}

function observedCell({ obligation, title, observations }: Indicator, catalog: PaperCatalog, register: FigureRegister): readonly Message[] {
  if (observations.length === 0) return [formatPaperMessage(catalog, 'notObserved')]
  return observations.map(({ value, on, events }) => {
    const day = dayPlaceable(catalog, on)
    const label = [...placeable(textIn(title, catalog.language)), ': ', ...day]
    return formatPaperMessage(catalog, 'observedOn', { value: register.value(label, number(catalog, String(value)), [behind(obligation, events)]), day })
  })
}

const behind = (obligation: OnRecord, events: OnRecord['events']) => ({ about: obligation.id, obligation: obligation.id, events })
