import { inset, plain } from '../letters/phrase.ts'
import { annex } from './annex.ts'
import type { Block, PaperDocument } from './document.ts'
import { figureRegister } from './figure-register.ts'
import { followUpPart } from './follow-up-part.ts'
import type { PaperFacts } from './paper-facts.ts'
import { progressPart } from './progress-part.ts'
import { dayInset, numberInset, type PaperWording, sessionInset, tell } from './wording.ts'

export type Composing = {
  readonly wording: PaperWording
  /** Where the house's pages stand, without a slash at the end. */
  readonly portal?: string
}

/** A paper of the Office in one language: the same facts and wording give the same document, whatever the day. */
export function composePaper(facts: PaperFacts, { wording, portal }: Composing): PaperDocument {
  const register = figureRegister(wording)
  const body = facts.kind === 'follow-up' ? followUpPart(facts, wording, register) : progressPart(facts, wording, register)
  const title = titleOf(facts, wording)
  return {
    title: plain(title),
    author: facts.organization[wording.language],
    language: wording.language,
    direction: wording.direction,
    day: facts.day,
    blocks: [
      { kind: 'paragraph', text: inset(facts.organization[wording.language]) },
      { kind: 'heading', level: 1, text: title },
      ...head(facts, wording),
      ...body,
      ...annex(facts, register, { wording, ...(portal === undefined ? {} : { portal }) }),
    ],
  }
}

function titleOf({ kind, session, decisions: [first] }: PaperFacts, wording: PaperWording) {
  if (kind === 'progress') return tell(wording, 'progressTitle', { title: inset(first?.title[wording.language] ?? '') })
  return tell(wording, 'followUpTitle', { session: session === null ? '' : sessionInset(wording, session) })
}

function head({ kind, session, day, position, synthetic }: PaperFacts, wording: PaperWording): readonly Block[] {
  const said = { day: dayInset(wording, day) }
  const record = position === null ? tell(wording, 'recordInRehearsal', said) : tell(wording, 'recordAt', { ...said, position: numberInset(wording, position) })
  return [
    ...(synthetic ? [{ kind: 'paragraph', look: 'warning', text: tell(wording, 'synthetic') } as const] : []),
    ...(kind === 'progress' && session !== null
      ? [{ kind: 'paragraph', text: tell(wording, 'progressForSession', { session: sessionInset(wording, session) }) } as const]
      : []),
    { kind: 'paragraph', text: record },
    { kind: 'paragraph', look: 'note', text: tell(wording, 'numbersLinked') },
  ]
}
