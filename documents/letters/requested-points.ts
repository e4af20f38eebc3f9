import { type InLanguages, textIn } from '../../domain/languages.ts'
import type { Askable } from '../../domain/report/questionnaire.ts'
import type { ReportField } from '../../domain/rulebook/report-field.ts'
import { type Catalog, constitutionOf, type LetterMessage } from '../catalogs/catalog.ts'
import { article } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { LetterText } from './letter-text.ts'
import { widest } from './letter-words.ts'

/** What a report is to hold: the points of the questionnaire together, and the required fields of each kind that declares its own. */
export function requestedPoints(letter: LetterFacts, catalog: Catalog): LetterText['requested'] {
  const { kind, obligations } = letter
  // An acknowledgement asks for nothing, and a return only for what is missing.
  if (kind === 'acknowledgement' || kind === 'return') return []
  const points = questionnairePoints(letter, catalog)
  const declared = [...new Map(obligations.filter((each) => each.kind.fields.length > 0).map((each) => [each.kind.code, each.kind])).values()]
  const title = formatMessage(catalog, 'whatToSend')
  return [
    ...(points.length === 0 ? [] : [{ title, items: points }]),
    ...declared.map(({ name, fields }) => ({
      title: declared.length === 1 && points.length === 0 ? title : formatMessage(catalog, 'askedOfKind', { kind: placeable(textIn(name, catalog.language)) }),
      items: labelsOf(fields, catalog),
    })),
  ]
}

/** The required ones, each with what may be chosen, or what a group or an item of a list is to hold. */
const labelsOf = (fields: readonly ReportField[], catalog: Catalog): readonly Message[] =>
  fields
    .filter(({ required }) => required)
    .map((field) => {
      const label = placeable(textIn(field.label, catalog.language))
      const parts = partsOf(field).map(
        (part, index): Message => [...(index === 0 ? [] : [formatMessage(catalog, 'partSeparator')].flat()), ...placeable(textIn(part, catalog.language))],
      )
      return parts.length === 0 ? label : formatMessage(catalog, 'askedParts', { label, parts: parts.flat() })
    })

function partsOf(field: ReportField): readonly InLanguages[] {
  if (field.type === 'choice') return field.options.map(({ label }) => label)
  const within = field.type === 'group' ? field.fields : field.type === 'list' && field.of !== 'words' ? field.of : []
  return within.filter(({ required }) => required).map(({ label }) => label)
}

function questionnairePoints({ obligations, party }: LetterFacts, catalog: Catalog): readonly Message[] {
  const requested = [...new Set(widest(obligations).flatMap(({ kind }) => kind.requested))].map((point) => messageOf[point])
  if (requested.length === 0) return []
  const { copies } = constitutionOf(catalog, party.organization)
  const points = requested.filter((point) => copies !== null || point !== 'askedCopies')
  return points.map((point) => formatMessage(catalog, point, { article: placeable(article(catalog, copies ?? '')) }))
}

const messageOf: Readonly<Record<Askable, LetterMessage>> = {
  competentAuthorities: 'askedAuthorities',
  submissionDate: 'askedDate',
  governmentProposals: 'askedProposals',
  authorityAction: 'askedAction',
  tripartiteConsultation: 'askedConsultation',
  exceptionalCircumstances: 'askedCircumstances',
  communicatedTo: 'askedCopies',
  'federal.referredAuthorities': 'askedReferredAuthorities',
  'federal.referralDate': 'askedReferralDate',
  'federal.interGovernmentalConsultations': 'askedReferralConsultations',
  'federal.actionsTaken': 'askedReferralActions',
}
