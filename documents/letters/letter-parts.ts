import { textIn } from '../../domain/languages.ts'
import type { Catalog } from '../catalogs/catalog.ts'
import { date } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import { enteredParts, enteredSubject } from './entered-parts.ts'
import { instrumentParts, instrumentSubject } from './instrument-parts.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { LetterText, Line } from './letter-text.ts'

/** The parts in which letters about the two families of obligations differ. */
export type FamilyParts = Pick<LetterText, 'salutation' | 'opening' | 'obligations' | 'list' | 'requested'> & { readonly courtesy: Message }

/** What a letter says, part by part: facts and polite words, and never a judgement on circumstances. */
export function letterParts(facts: LetterFacts, catalog: Catalog): LetterText {
  const { reply, kind, letterId, organization } = facts
  const late = facts.obligations.flatMap(({ lateBoth }) => lateBoth ?? []).at(0)
  const address = { address: mailLink(reply.address), reference: placeable(letterId) }
  const { courtesy, ...family } = facts.family === 'instrument' ? instrumentParts(facts, catalog) : enteredParts(facts, catalog)
  return {
    title: subject(facts, catalog),
    warning: facts.synthetic ? formatMessage(catalog, 'syntheticLine') : null,
    head: [
      { label: formatMessage(catalog, 'labelOrganization'), value: [placeable(textIn(organization, catalog.language))], remarks: [] },
      partyLine(facts, catalog),
      { label: formatMessage(catalog, 'labelDate'), value: [date(catalog, facts.date)], remarks: [] },
      { label: formatMessage(catalog, 'labelReference'), value: [placeable(letterId)], remarks: [] },
    ],
    ...family,
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
    closing: [courtesy, formatMessage(catalog, 'signature')],
    footer: formatMessage(catalog, 'footer'),
  }
}

/** The subject without the mark of a rehearsal. */
export const subject = (facts: LetterFacts, catalog: Catalog): Message =>
  facts.family === 'instrument' ? instrumentSubject(facts, catalog) : enteredSubject(facts, catalog)

const reminders: readonly LetterFacts['kind'][] = ['reminder12', 'reminder18', 'reminder']

function partyLine({ party: { partyType, name, code } }: LetterFacts, catalog: Catalog): Line {
  const named = placeable(textIn(name, catalog.language))
  if (partyType === 'unit') return { label: formatMessage(catalog, 'labelAddressee'), value: [named], remarks: [] }
  return { label: formatMessage(catalog, 'labelState'), value: [[...named, ' ', ...placeable(`(${code})`)]], remarks: [] }
}

const mailLink = (address: string): Message => placeable(address, { href: `mailto:${address}` })
