import type { RecordedEvent } from '../../domain/record.ts'
import { toldEvents } from '../../domain/status/evidence.ts'
import { parseStreamName } from '../../domain/streams.ts'
import type { Message } from '../catalogs/message.ts'
import { codePlaceable, dayPlaceable, formatPaperMessage, numberPlaceable } from '../catalogs/paper-catalog.ts'
import type { Composing } from './compose-paper.ts'
import type { Block } from './document.ts'
import type { FigureRegister, PrintedFigure } from './figure-register.ts'
import type { PaperFacts } from './paper-facts.ts'

/** The events behind the figures: for each number of the paper, and for each obligation that it tells of, what is on record. */
export function annex(facts: PaperFacts, register: FigureRegister, composing: Composing): readonly Block[] {
  const { catalog } = composing
  const positions = facts.position !== null
  const figures = register.figures()
  const obligations = register.obligations()
  return [
    { kind: 'heading', level: 2, text: formatPaperMessage(catalog, 'annexTitle') },
    { kind: 'paragraph', text: formatPaperMessage(catalog, positions ? 'annexIntro' : 'annexPositionsLeftOut') },
    ...(figures.length === 0 ? [] : [heading(formatPaperMessage(catalog, 'annexFigures'))]),
    ...figures.flatMap((figure, index) => figureEntry(figure, index + 1, positions, composing)),
    ...(obligations.length === 0 ? [] : [heading(formatPaperMessage(catalog, 'annexObligations'))]),
    ...obligations.flatMap(({ anchor, obligation }): readonly Block[] => [
      { kind: 'heading', level: 3, anchor, text: codePlaceable(obligation.id) },
      { kind: 'list', items: toldEvents(obligation).map((event) => eventLine(event, positions, composing)) },
    ]),
  ]
}

const heading = (text: Message): Block => ({ kind: 'heading', level: 2, text })

function figureEntry({ anchor, label, value, counted }: PrintedFigure, number: number, positions: boolean, composing: Composing): readonly Block[] {
  const { catalog } = composing
  const title = formatPaperMessage(catalog, 'figureIs', { number: numberPlaceable(catalog, number), label, value })
  const items = counted.flatMap(({ events }) => events.map((event) => eventLine(event, positions, composing)))
  return [
    { kind: 'heading', level: 3, anchor, text: title },
    items.length === 0 ? { kind: 'paragraph', text: formatPaperMessage(catalog, 'nothingBehind') } : { kind: 'list', items },
  ]
}

/** Where an event stands in the record, what it is, and the day of the fact; with the address of the obligation's page where the installation's pages have one. */
function eventLine({ stream: name, version, position, type, occurredOn }: RecordedEvent, positions: boolean, { catalog, portal }: Composing): Message {
  const { category, id } = parseStreamName(name)
  const href = portal === undefined || category !== 'obligation' ? undefined : `${portal}/obligations/${encodeURIComponent(id)}`
  return formatPaperMessage(catalog, positions ? 'eventAt' : 'eventIs', {
    stream: codePlaceable(name, href),
    version: codePlaceable(String(version)),
    position: codePlaceable(String(position)),
    event: codePlaceable(type),
    day: dayPlaceable(catalog, occurredOn),
  })
}
