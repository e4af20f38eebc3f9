import { textIn, textOr } from '../../domain/languages.ts'
import { placeable, toPlainText } from '../catalogs/message.ts'
import { dayPlaceable, formatPaperMessage, numberPlaceable, type PaperCatalog, sessionPlaceable } from '../catalogs/paper-catalog.ts'
import { annex } from './annex.ts'
import type { Block, PaperDocument } from './document.ts'
import { figureRegister } from './figure-register.ts'
import { followUpPart } from './follow-up-part.ts'
import type { PaperFacts } from './paper-facts.ts'
import { progressPart } from './progress-part.ts'

export type Composing = {
  readonly catalog: PaperCatalog
  /** Where the installation's pages stand, without a slash at the end. */
  readonly portal?: string
}

/** A paper of the Office in one language: the same facts and wording give the same document, whatever the day. */
export function composePaper(facts: PaperFacts, { catalog, portal }: Composing): PaperDocument {
  const register = figureRegister(catalog)
  const body = facts.kind === 'follow-up' ? followUpPart(facts, catalog, register) : progressPart(facts, catalog, register)
  const title = titleOf(facts, catalog)
  return {
    title: toPlainText(title),
    author: textIn(facts.organization, catalog.language),
    language: catalog.language,
    direction: catalog.direction,
    day: facts.day,
    blocks: [
      { kind: 'paragraph', text: placeable(textIn(facts.organization, catalog.language)) },
      { kind: 'heading', level: 1, text: title },
      ...head(facts, catalog),
      ...body,
      ...annex(facts, register, { catalog, ...(portal === undefined ? {} : { portal }) }),
    ],
  }
}

function titleOf({ kind, session, decisions: [first] }: PaperFacts, catalog: PaperCatalog) {
  if (kind === 'progress') return formatPaperMessage(catalog, 'progressTitle', { title: placeable(textOr(first?.title, catalog.language, '')) })
  return formatPaperMessage(catalog, 'followUpTitle', { session: session === null ? '' : sessionPlaceable(catalog, session) })
}

function head({ kind, session, day, position, synthetic }: PaperFacts, catalog: PaperCatalog): readonly Block[] {
  const said = { day: dayPlaceable(catalog, day) }
  const record =
    position === null
      ? formatPaperMessage(catalog, 'recordInRehearsal', said)
      : formatPaperMessage(catalog, 'recordAt', { ...said, position: numberPlaceable(catalog, position) })
  return [
    ...(synthetic ? [{ kind: 'paragraph', look: 'warning', text: formatPaperMessage(catalog, 'synthetic') } as const] : []),
    ...(kind === 'progress' && session !== null
      ? [{ kind: 'paragraph', text: formatPaperMessage(catalog, 'progressForSession', { session: sessionPlaceable(catalog, session) }) } as const]
      : []),
    { kind: 'paragraph', text: record },
    { kind: 'paragraph', look: 'note', text: formatPaperMessage(catalog, 'numbersLinked') },
  ]
}
