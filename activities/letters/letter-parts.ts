import { enteredParts, enteredSubject } from './entered-parts.ts'
import { instrumentParts, instrumentSubject } from './instrument-parts.ts'
import { date } from './legal-words.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { LetterText, Line } from './letter-text.ts'
import { inset, type Phrase, say } from './phrase.ts'
import type { Wording } from './wording.ts'

/** The parts in which letters about the two families of obligations differ. */
export type FamilyParts = Pick<LetterText, 'salutation' | 'opening' | 'obligations' | 'list' | 'asked'> & { readonly courtesy: Phrase }

/** What a letter says, part by part: facts and polite words, and never a judgement on circumstances. */
export function letterParts(facts: LetterFacts, wording: Wording): LetterText {
  const { reply, kind, letterId, organization } = facts
  const late = facts.obligations.flatMap(({ lateBoth }) => lateBoth ?? []).at(0)
  const address = { address: mailLink(reply.address), reference: inset(letterId) }
  const { courtesy, ...family } = facts.family === 'instrument' ? instrumentParts(facts, wording) : enteredParts(facts, wording)
  return {
    title: subject(facts, wording),
    warning: facts.synthetic ? say(wording, 'syntheticLine') : null,
    head: [
      { label: say(wording, 'labelOrganization'), value: [inset(organization[wording.language])], remarks: [] },
      debtorLine(facts, wording),
      { label: say(wording, 'labelDate'), value: [date(wording, facts.date)], remarks: [] },
      { label: say(wording, 'labelReference'), value: [inset(letterId)], remarks: [] },
    ],
    ...family,
    reply: {
      title: say(wording, 'howToReply'),
      paragraphs: [
        say(wording, kind === 'acknowledgement' ? 'replyFurther' : 'replyAddress', address),
        ...(reply.portal === undefined ? [] : [say(wording, 'replyPortal', { portal: inset(reply.portal, { href: reply.portal }) })]),
      ],
    },
    notes: [
      ...(reminders.includes(kind) ? [say(wording, 'crossed')] : []),
      ...(late === undefined ? [] : [say(wording, 'sentLate', { dueOn: date(wording, late.dueOn), sentOn: date(wording, late.sentOn) })]),
      ...(facts.trackedFrom === undefined ? [] : [say(wording, 'tracked', { date: date(wording, facts.trackedFrom) })]),
    ],
    closing: [courtesy, say(wording, 'signature')],
    footer: say(wording, 'footer'),
  }
}

/** The subject without the mark of a rehearsal. */
export const subject = (facts: LetterFacts, wording: Wording): Phrase =>
  facts.family === 'instrument' ? instrumentSubject(facts, wording) : enteredSubject(facts, wording)

const reminders: readonly LetterFacts['kind'][] = ['reminder12', 'reminder18', 'reminder']

function debtorLine({ debtor: { party, name, code } }: LetterFacts, wording: Wording): Line {
  const named = inset(name[wording.language])
  if (party === 'unit') return { label: say(wording, 'labelAddressee'), value: [named], remarks: [] }
  return { label: say(wording, 'labelState'), value: [[...named, ' ', ...inset(`(${code})`)]], remarks: [] }
}

const mailLink = (address: string): Phrase => inset(address, { href: `mailto:${address}` })
