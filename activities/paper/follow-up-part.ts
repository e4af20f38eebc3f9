import { type FollowUpLine, followUpLines } from '../../domain/views/follow-up.ts'
import { obligationFigures } from '../../domain/views/progress.ts'
import { inset, type Phrase } from '../letters/phrase.ts'
import type { Block, Table } from './document.ts'
import type { FigureRegister } from './figure-register.ts'
import { figureTable } from './figure-table.ts'
import { actionCell, askedCell, dueCell, paragraphCell, responsibleCell, statusCell } from './line-words.ts'
import type { FollowedDecision, PaperFacts } from './paper-facts.ts'
import { atBeginning, codeInset, dayInset, type PaperWording, sessionInset, tell } from './wording.ts'

/** The follow-up to all decisions of a body, decision by decision. */
export function followUpPart(facts: PaperFacts, wording: PaperWording, register: FigureRegister): readonly Block[] {
  const since = facts.previous?.opensOn ?? null
  const groups = facts.decisions.map((decision) => ({ decision, lines: followUpLines(decision.obligations, since) })).filter(({ lines }) => lines.length > 0)
  const day = dayInset(wording, facts.day)
  const intro =
    facts.previous === null || since === null
      ? tell(wording, 'followUpIntroFirst', { day })
      : tell(wording, 'followUpIntro', { day, previous: sessionInset(wording, facts.previous), since: dayInset(wording, since) })
  if (groups.length === 0) return [paragraph(intro), paragraph(tell(wording, 'followUpNone'))]
  const all = groups.flatMap(({ lines }) => lines)
  return [
    paragraph(intro),
    figureTable(
      obligationFigures(all, facts.day).filter(({ name, counted }) => name !== 'inExceptionalWindow' || counted.length > 0),
      null,
      wording,
      register,
    ),
    ...groups.flatMap(({ decision, lines }): readonly Block[] => [
      { kind: 'heading', level: 2, text: inset(decision.title[wording.language]) },
      ...aboutDecision(decision, wording),
      lineTable(decision, lines, facts, wording, register),
    ]),
  ]
}

const paragraph = (text: Phrase): Block => ({ kind: 'paragraph', text })

/** Who decided, and how far it is known that the decision was taken. */
export function aboutDecision({ cycle, session }: FollowedDecision, wording: PaperWording): readonly Block[] {
  if (cycle.family === 'instrument')
    return session === null
      ? []
      : [paragraph(tell(wording, 'adoptedInstrument', { instrument: codeInset(cycle.instrument), session: sessionInset(wording, session) }))]
  const { decision } = cycle
  return [
    paragraph(decisionPhrase({ cycle, session }, wording)),
    ...(decision.standing === 'draft' ? [{ kind: 'paragraph', look: 'note', text: tell(wording, 'draftDecision') } as const] : []),
  ]
}

function decisionPhrase({ cycle, session }: Pick<FollowedDecision, 'cycle' | 'session'>, wording: PaperWording): Phrase {
  if (cycle.family === 'instrument') return codeInset(cycle.instrument)
  const { paragraph: place } = cycle.decision
  const at = codeInset(place)
  // A place that is more than a number is told as it is cited.
  const numbered = /^\d/.test(place)
  if (session === null) return numbered ? atBeginning(tell(wording, 'decisionWithoutSession', { paragraph: at })) : at
  const named = atBeginning(sessionInset(wording, session))
  return numbered ? tell(wording, 'decisionOf', { session: named, paragraph: at }) : tell(wording, 'valueOf', { label: named, value: at })
}

/** Decision, paragraph, verb, responsible, due, action taken, status: a line for each thing asked. */
export function lineTable(
  decision: FollowedDecision,
  lines: readonly FollowUpLine[],
  facts: PaperFacts,
  wording: PaperWording,
  register: FigureRegister,
): Table {
  const column = (head: Parameters<typeof tell>[1], share: number) => ({ head: tell(wording, head), share })
  return {
    kind: 'table',
    columns: [
      ...[column('columnDecision', 11), column('columnParagraph', 8), column('columnAsked', 25), column('columnResponsible', 12)],
      ...[column('columnDue', 13), column('columnAction', 19), column('columnStatus', 12)],
    ],
    rows: lines.map((line) => {
      const entry = register.entryOf(line)
      return [
        ...[[decisionPhrase(decision, wording)], paragraphCell(line), askedCell(line, wording), responsibleCell(line, facts, wording)],
        ...[dueCell(line, entry, wording), actionCell(line, entry, facts, wording), statusCell(line, facts.day, entry, wording)],
      ]
    }),
  }
}
