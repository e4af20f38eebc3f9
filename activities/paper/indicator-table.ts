import type { OnRecord } from '../../domain/views/evidence.ts'
import type { Indicator } from '../../domain/views/progress.ts'
import { number } from '../letters/legal-words.ts'
import { inset, type Phrase } from '../letters/phrase.ts'
import type { Table } from './document.ts'
import type { FigureRegister } from './figure-register.ts'
import { dayInset, type PaperWording, tell } from './wording.ts'

/** Each indicator with its target and what was observed, the earliest first. */
export function indicatorTable(indicators: readonly Indicator[], wording: PaperWording, register: FigureRegister): Table {
  return {
    kind: 'table',
    columns: [
      { head: tell(wording, 'columnIndicator'), share: 40 },
      { head: tell(wording, 'columnTarget'), share: 20 },
      { head: tell(wording, 'columnObserved'), share: 25 },
      { head: tell(wording, 'columnReached'), share: 15 },
    ],
    rows: indicators.map((indicator) => [
      [inset(indicator.title[wording.language])],
      targetCell(indicator, wording, register),
      observedCell(indicator, wording, register),
      [tell(wording, indicator.reached ? 'reached' : 'notReached')],
    ]),
  }
}

function targetCell({ obligation, title, atLeast, unit }: Indicator, wording: PaperWording, register: FigureRegister): readonly Phrase[] {
  const label = [...inset(title[wording.language]), ': ', ...tell(wording, 'columnTarget')]
  const value = register.value(label, number(wording, String(atLeast)), [behind(obligation, obligation.events.slice(0, 1))])
  const last = obligation.state.deadlines
    .map(({ dueOn }) => dueOn)
    .toSorted()
    .at(-1)
  return [
    tell(wording, 'atLeast', { value, unit: inset(unit[wording.language]) }),
    ...(last === undefined ? [] : [dayInset(wording, last, register.entryOf(obligation))]),
  ]
}

function observedCell({ obligation, title, observations }: Indicator, wording: PaperWording, register: FigureRegister): readonly Phrase[] {
  if (observations.length === 0) return [tell(wording, 'notObserved')]
  return observations.map(({ value, on, events }) => {
    const day = dayInset(wording, on)
    const label = [...inset(title[wording.language]), ': ', ...day]
    return tell(wording, 'observedOn', { value: register.value(label, number(wording, String(value)), [behind(obligation, events)]), day })
  })
}

const behind = (obligation: OnRecord, events: OnRecord['events']) => ({ about: obligation.id, obligation: obligation.id, events })
