import { textIn } from '../../domain/languages.ts'
import { type FollowUpLine, followUpLines } from '../../domain/status/follow-up.ts'
import { obligationFigures } from '../../domain/status/progress.ts'
import { type Message, placeable } from '../catalogs/message.ts'
import { atBeginning, codePlaceable, dayPlaceable, formatPaperMessage, type PaperCatalog, sessionPlaceable } from '../catalogs/paper-catalog.ts'
import type { Block, Table } from './document.ts'
import type { FigureRegister } from './figure-register.ts'
import { figureTable } from './figure-table.ts'
import { actionCell, askedCell, dueCell, paragraphCell, responsibleCell, statusCell } from './format-line.ts'
import type { FollowedDecision, PaperFacts } from './paper-facts.ts'

/** The follow-up to all decisions of a body, decision by decision. */
export function followUpPart(facts: PaperFacts, catalog: PaperCatalog, register: FigureRegister): readonly Block[] {
  const since = facts.previous?.opensOn ?? null
  const groups = facts.decisions.map((decision) => ({ decision, lines: followUpLines(decision.obligations, since) })).filter(({ lines }) => lines.length > 0)
  const day = dayPlaceable(catalog, facts.day)
  const intro =
    facts.previous === null || since === null
      ? formatPaperMessage(catalog, 'followUpIntroFirst', { day })
      : formatPaperMessage(catalog, 'followUpIntro', { day, previous: sessionPlaceable(catalog, facts.previous), since: dayPlaceable(catalog, since) })
  if (groups.length === 0) return [paragraph(intro), paragraph(formatPaperMessage(catalog, 'followUpNone'))]
  const all = groups.flatMap(({ lines }) => lines)
  return [
    paragraph(intro),
    figureTable(
      obligationFigures(all, facts.day).filter(({ name, counted }) => name !== 'inExceptionalWindow' || counted.length > 0),
      null,
      catalog,
      register,
    ),
    ...groups.flatMap(({ decision, lines }): readonly Block[] => [
      { kind: 'heading', level: 2, text: placeable(textIn(decision.title, catalog.language)) },
      ...aboutDecision(decision, catalog),
      lineTable(decision, lines, facts, catalog, register),
    ]),
  ]
}

const paragraph = (text: Message): Block => ({ kind: 'paragraph', text })

/** Who decided, and how far it is known that the decision was taken. */
export function aboutDecision(followed: FollowedDecision, catalog: PaperCatalog): readonly Block[] {
  const { type, cycle, session } = followed
  if (type === 'cycle')
    return session === null
      ? []
      : [
          paragraph(
            formatPaperMessage(catalog, 'adoptedInstrument', { instrument: codePlaceable(cycle.instrument), session: sessionPlaceable(catalog, session) }),
          ),
        ]
  const { decision } = cycle
  return [
    paragraph(decisionPhrase(followed, catalog)),
    ...(decision.decisionStatus === 'draft' ? [{ kind: 'paragraph', look: 'note', text: formatPaperMessage(catalog, 'draftDecision') } as const] : []),
  ]
}

function decisionPhrase({ type, cycle, session }: FollowedDecision, catalog: PaperCatalog): Message {
  if (type === 'cycle') return codePlaceable(cycle.instrument)
  const { paragraph: place } = cycle.decision
  const at = codePlaceable(place)
  // A place that is more than a number is told as it is cited.
  const numbered = /^\d/.test(place)
  if (session === null) return numbered ? atBeginning(formatPaperMessage(catalog, 'decisionWithoutSession', { paragraph: at })) : at
  const named = atBeginning(sessionPlaceable(catalog, session))
  return numbered
    ? formatPaperMessage(catalog, 'decisionOf', { session: named, paragraph: at })
    : formatPaperMessage(catalog, 'valueOf', { label: named, value: at })
}

/** Decision, paragraph, verb, responsible, due, action taken, status: a line for each thing asked. */
export function lineTable(
  decision: FollowedDecision,
  lines: readonly FollowUpLine[],
  facts: PaperFacts,
  catalog: PaperCatalog,
  register: FigureRegister,
): Table {
  const column = (head: Parameters<typeof formatPaperMessage>[1], share: number) => ({ head: formatPaperMessage(catalog, head), share })
  return {
    kind: 'table',
    columns: [
      ...[column('columnDecision', 11), column('columnParagraph', 8), column('columnAsked', 25), column('columnResponsible', 12)],
      ...[column('columnDue', 13), column('columnAction', 19), column('columnStatus', 12)],
    ],
    rows: lines.map((line) => {
      const entry = register.entryOf(line)
      return [
        ...[[decisionPhrase(decision, catalog)], paragraphCell(line), askedCell(line, catalog), responsibleCell(line, facts, catalog)],
        ...[dueCell(line, entry, catalog), actionCell(line, entry, facts, catalog), statusCell(line, facts.day, entry, catalog)],
      ]
    }),
  }
}
