import { textIn } from '../../domain/languages.ts'
import type { Catalog } from '../catalogs/catalog.ts'
import { date } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { LetterText, Line } from './letter-text.ts'
import { sentencesOf } from './letter-words.ts'
import { obligationLines } from './obligation-lines.ts'
import { obligationList } from './obligation-list.ts'
import { requestedPoints } from './requested-points.ts'

/** More than these are listed in short: a section for each would not be read. */
export const mostSections = 8

/** What a letter says, part by part: facts and polite words, and never a judgement on circumstances. */
export function letterParts(facts: LetterFacts, catalog: Catalog): LetterText {
  const { reply, kind, letterId, organization } = facts
  const late = facts.obligations.flatMap(({ lateBoth }) => lateBoth ?? []).at(0)
  const address = { address: mailLink(reply.address), reference: placeable(letterId) }
  const { subject, opening, ask } = sentencesOf(facts, catalog)
  const isUnit = facts.party.partyType === 'unit'
  const isListed = facts.obligations.length > mostSections
  return {
    title: subject,
    warning: facts.synthetic ? formatMessage(catalog, 'syntheticLine') : null,
    head: [
      { label: formatMessage(catalog, 'labelOrganization'), value: [placeable(textIn(organization, catalog.language))], remarks: [] },
      partyLine(facts, catalog),
      { label: formatMessage(catalog, 'labelDate'), value: [date(catalog, facts.date)], remarks: [] },
      { label: formatMessage(catalog, 'labelReference'), value: [placeable(letterId)], remarks: [] },
    ],
    salutation: formatMessage(catalog, isUnit ? 'salutationUnit' : 'salutation'),
    opening: [opening, ask],
    obligations: isListed
      ? []
      : facts.obligations.map((each) => ({ title: placeable(textIn(each.title, catalog.language)), lines: obligationLines(each, facts, catalog) })),
    list: isListed ? obligationList(facts, catalog) : null,
    requested: requestedPoints(facts, catalog),
    reply: {
      title: formatMessage(catalog, 'howToReply'),
      paragraphs: [
        formatMessage(catalog, kind === 'acknowledgement' ? 'replyFurther' : 'replyAddress', address),
        ...(reply.portal === undefined ? [] : [formatMessage(catalog, 'replyPortal', { portal: placeable(reply.portal, { href: reply.portal }) })]),
      ],
    },
    notes: [
      ...(reminders.includes(kind) ? [formatMessage(catalog, 'crossed')] : []),
      ...(late === undefined ? [] : [formatMessage(catalog, 'sentLate', { dueOn: date(catalog, late.dueOn), sentOn: date(catalog, late.sentOn) })]),
      ...(facts.trackedFrom === undefined ? [] : [formatMessage(catalog, 'tracked', { date: date(catalog, facts.trackedFrom) })]),
    ],
    closing: [formatMessage(catalog, isUnit ? 'courtesyUnit' : 'courtesy'), formatMessage(catalog, 'signature')],
    footer: formatMessage(catalog, 'footer'),
  }
}

const reminders: readonly LetterFacts['kind'][] = ['reminder12', 'reminder18', 'reminder']

function partyLine({ party: { partyType, name, code } }: LetterFacts, catalog: Catalog): Line {
  const named = placeable(textIn(name, catalog.language))
  if (partyType === 'unit') return { label: formatMessage(catalog, 'labelAddressee'), value: [named], remarks: [] }
  return { label: formatMessage(catalog, 'labelState'), value: [[...named, ' ', ...placeable(`(${code})`)]], remarks: [] }
}

const mailLink = (address: string): Message => placeable(address, { href: `mailto:${address}` })
