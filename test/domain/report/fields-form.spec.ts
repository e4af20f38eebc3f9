import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { formOf } from '../../../domain/report/form.ts'
import { placeAt } from '../../../domain/report/places.ts'
import type { ReportField } from '../../../domain/rulebook/report-field.ts'
import { refusal } from '../../support/spec-for.ts'

const inEnglish = (en: string) => ({ label: { en } })
const email = { name: 'email', type: 'words', required: true, ...inEnglish('E-mail') } as const
const since = { name: 'since', type: 'day', required: false, ...inEnglish('Since') } as const

/** One field of each type. */
const fields: readonly ReportField[] = [
  { name: 'doneOn', type: 'day', required: true, ...inEnglish('Done on') },
  { name: 'amount', type: 'number', required: false, ...inEnglish('Amount') },
  { name: 'summary', type: 'words', required: true, ...inEnglish('Summary') },
  { name: 'public', type: 'yes-no', required: false, ...inEnglish('Public') },
  {
    ...{ name: 'stage', type: 'choice', required: true, ...inEnglish('Stage') },
    options: [
      { value: 'draft', ...inEnglish('Draft') },
      { value: 'adopted', ...inEnglish('Adopted') },
    ],
  },
  { name: 'measures', type: 'list', required: false, of: 'words', ...inEnglish('Measures') },
  { name: 'focalPoint', type: 'group', required: false, fields: [email, since], ...inEnglish('Focal point') },
  { name: 'contacts', type: 'list', required: true, of: [email, since], ...inEnglish('Contacts') },
  { name: 'texts', type: 'documents', required: true, ...inEnglish('Texts') },
]
const form = formOf({ fields: [...fields], performedOn: 'doneOn' })

const act = { label: 'The act', name: 'act.txt', mediaType: 'text/plain', content: 'YWN0' }
const whole = {
  doneOn: '2026-03-01',
  amount: 3,
  summary: 'secret summary',
  public: false,
  stage: 'adopted',
  measures: ['secret measure', 'secret other'],
  focalPoint: { email: 'secret@one', since: '2026-01-01' },
  contacts: [{ email: 'secret@two' }, { email: 'secret@three', since: '2026-02-01' }],
  texts: [act],
}
const pathsOf = (answer: unknown) => (form.schema.safeParse(answer).error?.issues ?? []).map(({ path }: z.core.$ZodIssue) => path.join('.'))

describe('a report by the fields of its kind', () => {
  it('is well formed with every type of field, and with nothing in it', () => expect([whole, {}].map(pathsOf)).toStrictEqual([[], []]))

  it.each([
    { wrong: 'a choice that is none', answer: { stage: 'lost' }, path: 'stage' },
    { wrong: 'a text for a list', answer: { measures: 'one' }, path: 'measures' },
    { wrong: 'an item that is no text', answer: { measures: ['one', 2] }, path: 'measures.1' },
    { wrong: 'a day inside a group', answer: { focalPoint: { since: '2026-02-30' } }, path: 'focalPoint.since' },
    { wrong: 'a text inside an item', answer: { contacts: [{}, {}, { email: '' }] }, path: 'contacts.2.email' },
    { wrong: 'a document without its label', answer: { texts: [{ ...act, label: undefined }] }, path: 'texts.0.label' },
    { wrong: 'a document that is not base64', answer: { texts: [{ ...act, content: '%' }] }, path: 'texts.0.content' },
  ])('is malformed with $wrong, at $path', ({ answer, path }) => expect(pathsOf(answer)).toStrictEqual([path]))

  it.each([{ colour: 'red' }, { focalPoint: { phone: '1' } }, { contacts: [{ phone: '1' }] }])('is malformed with what nobody asked for: %j', (answer) =>
    expect(form.schema.safeParse(answer).error?.issues.map(({ code }) => code)).toStrictEqual(['unrecognized_keys']),
  )

  it('lacks what is required, by its path; inside a group only where the group is given', () => {
    expect(form.missing({})).toStrictEqual(['doneOn', 'summary', 'stage', 'contacts', 'texts'])
    expect(form.missing({ ...whole, contacts: [], texts: [] })).toStrictEqual(['contacts', 'texts'])
    expect(form.missing({ ...whole, focalPoint: {}, contacts: [{ email: 'a' }, {}] })).toStrictEqual(['focalPoint.email', 'contacts[1].email'])
    expect(form.missing(whole)).toStrictEqual([])
  })

  it('leaves days, numbers, choices and counts to the record, and nothing that people wrote', () => {
    const values = form.values(whole)
    expect(values).toStrictEqual({
      ...{ doneOn: '2026-03-01', amount: 3, public: false, stage: 'adopted', measures: 2 },
      ...{ 'focalPoint.since': '2026-01-01', contacts: 2, 'contacts[1].since': '2026-02-01', texts: 1 },
    })
    expect(JSON.stringify(values)).not.toContain('secret')
  })

  it('names a day that has not come by its path', () => {
    const check = (answer: typeof whole) => () => form.checkDates(answer, { today: day('2026-03-02'), adoptedOn: null })
    expect(check(whole)).not.toThrow()
    expect(check({ ...whole, contacts: [{ email: 'a' }, { email: 'b', since: '2026-03-03' }] })).toThrow(
      refusal('date-in-future', { field: 'contacts[1].since', date: '2026-03-03', today: '2026-03-02' }),
    )
  })

  it('is completed field by field, in a group as well; a list is replaced whole', () => {
    const merged = form.merge(whole, { summary: 'more', focalPoint: { since: '2026-02-02' }, contacts: [{ email: 'only' }] })
    expect(merged).toMatchObject({ stage: 'adopted', summary: 'more', focalPoint: { email: 'secret@one', since: '2026-02-02' }, contacts: [{ email: 'only' }] })
  })

  it('gives its documents apart, and still names them when it is completed', () => {
    const { documents, rest } = form.split(whole)
    expect(documents).toStrictEqual([act])
    expect(rest.texts).toStrictEqual([{ label: 'The act', name: 'act.txt', mediaType: 'text/plain' }])
    const completed = form.merge(rest, { amount: 4 })
    expect(form.missing(completed)).toStrictEqual([])
    expect(form.split(completed).documents).toStrictEqual([])
  })

  it('has a name for each of its places, whatever the number of the item', () => {
    expect(placeAt(fields, 'contacts[11].email')?.labels).toStrictEqual([{ en: 'Contacts' }, 12, { en: 'E-mail' }])
    expect(['stage', 'focalPoint', 'focalPoint.email', 'measures[3]', 'contacts[0].since'].map(form.isQuestion)).toStrictEqual(Array(5).fill(true))
    expect(['colour', 'focalPoint.phone', 'stage[0]', 'contacts.email', 'constructor'].map(form.isQuestion)).toStrictEqual(Array(5).fill(false))
  })

  it('says nothing where a field is named as objects inherit it', () =>
    expect(formOf({ fields: [{ name: 'constructor', type: 'words', required: true, ...inEnglish('x') }], performedOn: 'doneOn' }).missing({})).toStrictEqual([
      'constructor',
    ]))
})
