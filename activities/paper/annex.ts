import type { RecordedEvent } from '../../domain/record.ts'
import { toldEvents } from '../../domain/views/evidence.ts'
import type { Phrase } from '../letters/phrase.ts'
import type { Composing } from './compose-paper.ts'
import type { Block, Cell, Table } from './document.ts'
import type { FigureRegister, PrintedFigure } from './figure-register.ts'
import type { PaperFacts } from './paper-facts.ts'
import { codeInset, dayInset, numberInset, type PaperWording, tell } from './wording.ts'

/** The events behind the figures: for each number of the paper, and for each obligation that it tells of, what is on record. */
export function annex(facts: PaperFacts, register: FigureRegister, composing: Composing): readonly Block[] {
  const { wording } = composing
  const positions = facts.position !== null
  const figures = register.figures()
  const obligations = register.obligations()
  return [
    { kind: 'heading', level: 2, text: tell(wording, 'annexTitle') },
    { kind: 'paragraph', text: tell(wording, positions ? 'annexIntro' : 'annexPositionsLeftOut') },
    ...(figures.length === 0 ? [] : [heading(tell(wording, 'annexFigures'))]),
    ...figures.flatMap((figure, index) => figureEntry(figure, index + 1, positions, composing)),
    ...(obligations.length === 0 ? [] : [heading(tell(wording, 'annexObligations'))]),
    ...obligations.flatMap(({ anchor, obligation }): readonly Block[] => [
      { kind: 'heading', level: 3, anchor, text: named(obligation.id, obligation.id, composing) },
      eventTable(toldEvents(obligation), null, positions, wording),
    ]),
  ]
}

const heading = (text: Phrase): Block => ({ kind: 'heading', level: 2, text })

function figureEntry({ anchor, label, value, counted }: PrintedFigure, number: number, positions: boolean, composing: Composing): readonly Block[] {
  const { wording } = composing
  const title = tell(wording, 'figureIs', { number: numberInset(wording, number), label, value })
  const rows = counted.flatMap(({ about, obligation, events }) => events.map((event) => ({ event, about: named(about, obligation, composing) })))
  return [
    { kind: 'heading', level: 3, anchor, text: title },
    rows.length === 0
      ? { kind: 'paragraph', text: tell(wording, 'nothingBehind') }
      : eventTable(
          rows.map(({ event }) => event),
          rows.map(({ about }) => [about]),
          positions,
          wording,
        ),
  ]
}

/** An obligation by its id, with the address of its page where the house's pages have one. */
function named(text: string, obligation: string | null, { portal }: Composing): Phrase {
  return codeInset(text, obligation === null || portal === undefined ? undefined : `${portal}/obligations/${encodeURIComponent(obligation)}`)
}

/** Which event, where in the record, and the day of the fact. */
function eventTable(events: readonly RecordedEvent[], about: readonly Cell[] | null, positions: boolean, wording: PaperWording): Table {
  const aboutShare = about === null ? 0 : 28
  const positionShare = positions ? 10 : 0
  return {
    kind: 'table',
    columns: [
      ...(about === null ? [] : [{ head: tell(wording, 'columnAbout'), share: aboutShare }]),
      { head: tell(wording, 'columnEvent'), share: 20 },
      { head: tell(wording, 'columnStream'), share: 100 - 20 - 8 - 14 - aboutShare - positionShare },
      { head: tell(wording, 'columnVersion'), share: 8 },
      ...(positions ? [{ head: tell(wording, 'columnPosition'), share: positionShare }] : []),
      { head: tell(wording, 'columnDay'), share: 14 },
    ],
    rows: events.map((event, index) => [
      ...(about === null ? [] : [about[index] ?? []]),
      [codeInset(event.type)],
      [codeInset(event.stream)],
      [codeInset(String(event.version))],
      ...(positions ? [[codeInset(String(event.position))]] : []),
      [dayInset(wording, event.occurredOn)],
    ]),
  }
}
