import { article, date } from './legal-words.ts'
import type { LetterFacts, ObligationFacts } from './letter-facts.ts'
import type { LetterText } from './letter-text.ts'
import { obligationLines } from './obligation-lines.ts'
import { inset, type Phrase, say } from './phrase.ts'
import type { LetterMessage, Wording } from './wording.ts'

/** What a letter says, part by part: facts and polite words, and never a judgement on circumstances. */
export function letterParts(facts: LetterFacts, wording: Wording): LetterText {
  const { debtor, obligations, reply } = facts
  const words = countedWords(facts, wording)
  const spoken = (key: LetterMessage, values = {}) => say(wording, key, { ...words, ...values })
  const late = obligations.flatMap(({ lateBoth }) => lateBoth ?? []).at(0)
  return {
    title: subject(facts, wording),
    warning: facts.synthetic ? spoken('syntheticLine') : null,
    head: [
      { label: spoken('labelOrganization'), value: [inset(facts.organization[wording.language])], remarks: [] },
      { label: spoken('labelState'), value: [[...inset(debtor.name[wording.language]), ' ', ...inset(`(${debtor.code})`)]], remarks: [] },
      { label: spoken('labelDate'), value: [date(wording, facts.date)], remarks: [] },
      { label: spoken('labelReference'), value: [inset(facts.letterId)], remarks: [] },
    ],
    salutation: spoken('salutation'),
    opening: [spoken(inKind[facts.kind].opening), spoken(inKind[facts.kind].ask)],
    obligations: obligations.map((obligation) => ({
      title: inset(obligation.instrument.title[wording.language]),
      lines: obligationLines(obligation, facts, wording),
    })),
    asked: asks(facts) ? { title: spoken('whatToSend'), items: askedItems(obligations, wording) } : null,
    reply: {
      title: spoken('howToReply'),
      paragraphs: [
        spoken(facts.kind === 'acknowledgement' ? 'replyFurther' : 'replyAddress', { address: mailLink(reply.address), reference: inset(facts.letterId) }),
        ...(reply.portal === undefined ? [] : [spoken('replyPortal', { portal: inset(reply.portal, { href: reply.portal }) })]),
      ],
    },
    notes: [
      ...(facts.kind === 'reminder12' || facts.kind === 'reminder18' ? [spoken('crossed')] : []),
      ...(late === undefined ? [] : [spoken('sentLate', { dueOn: date(wording, late.dueOn), sentOn: date(wording, late.sentOn) })]),
      ...(facts.trackedFrom === undefined ? [] : [spoken('tracked', { date: date(wording, facts.trackedFrom) })]),
    ],
    closing: [spoken('courtesy'), spoken('signature')],
    footer: spoken('footer'),
  }
}

/** The subject without the mark of a rehearsal. */
export const subject = (facts: LetterFacts, wording: Wording): Phrase => say(wording, inKind[facts.kind].subject, countedWords(facts, wording))

const inKind = {
  request: { subject: 'subjectRequest', opening: 'openingRequest', ask: 'askRequest' },
  reminder12: { subject: 'subjectReminder12', opening: 'openingReminder12', ask: 'askReminder12' },
  reminder18: { subject: 'subjectReminder18', opening: 'openingReminder18', ask: 'askReminder18' },
  acknowledgement: { subject: 'subjectAcknowledgement', opening: 'openingAcknowledgement', ask: 'askAcknowledgement' },
  return: { subject: 'subjectReturn', opening: 'openingReturn', ask: 'askReturn' },
} as const

/** What the sentences of every kind may draw on. A letter about both duties speaks of submission, the wider of the two. */
function countedWords({ obligations, debtor }: LetterFacts, wording: Wording) {
  const [first] = obligations
  if (first === undefined) throw new RangeError('A letter names at least one obligation')
  const lastDay = first.deadlines.at(-1)?.date
  return {
    count: obligations.length,
    duty: obligations.every(({ kind }) => kind === 'referral') ? 'referral' : 'submission',
    instrument: inset(first.instrument.title[wording.language]),
    state: inset(debtor.name[wording.language]),
    lastDate: lastDay === undefined ? '' : date(wording, lastDay),
  }
}

/** An acknowledgement asks for nothing, and a return only for what is missing. */
const asks = ({ kind }: LetterFacts): boolean => kind !== 'acknowledgement' && kind !== 'return'

function askedItems(obligations: readonly ObligationFacts[], wording: Wording): readonly Phrase[] {
  const referralOnly = obligations.every(({ kind }) => kind === 'referral')
  const points: readonly LetterMessage[] = referralOnly
    ? ['askedReferredAuthorities', 'askedReferralDate', 'askedReferralConsultations', 'askedReferralActions', 'askedCopies']
    : ['askedAuthorities', 'askedDate', 'askedProposals', 'askedAction', 'askedConsultation', 'askedCircumstances', 'askedCopies']
  return points.map((point) => say(wording, point, { article: inset(article(wording, '23(2)')) }))
}

const mailLink = (address: string): Phrase => inset(address, { href: `mailto:${address}` })
