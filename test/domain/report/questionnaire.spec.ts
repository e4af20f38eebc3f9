import { describe, expect, it } from 'vitest'
import { questionnaire } from '../../../domain/report/questionnaire.ts'
import { complete } from '../../support/r202.ts'

const wellFormed = (answer: unknown) => questionnaire.safeParse(answer).success

describe('an answer to the questionnaire', () => {
  it('is well formed with nothing in it', () => expect(wellFormed({})).toBe(true))

  it.each(Object.keys(questionnaire.shape))('is well formed without %s', (field) => {
    const { [field]: _, ...rest } = { ...complete(), exceptionalCircumstances: 'Elections', documentRef: 'Bill 7' } as Record<string, unknown>
    expect(wellFormed(rest)).toBe(true)
  })

  it.each([
    { competentAuthorities: [{ kind: 'legislature' }] },
    { communicatedTo: [{ side: 'workers' }] },
    { communicatedTo: [{ organization: 'Workers’ Union' }] },
    { observationsReceived: [{ organization: 'Workers’ Union' }] },
    { repliesToSupervisoryComments: [{ body: 'CEACR' }] },
    { federal: {} },
    { tripartiteConsultation: {} },
  ])('is well formed with an item that lacks a field: %j', (answer) => expect(wellFormed(answer)).toBe(true))

  it.each([{ submited: 'yes' }, { competentAuthorities: [{ name: 'Parliament', type: 'legislature' }] }, { federal: { date: '2013-01-01' } }])(
    'is malformed with a key that the questionnaire does not have: %j',
    (answer) => expect(wellFormed(answer)).toBe(false),
  )

  it.each([
    { submitted: 'Yes' },
    { submissionDate: '2013-02-30' },
    { submissionDate: '05/02/2013' },
    { communicatedTo: [{ organization: 'Union', side: 'both' }] },
    { documents: [{ name: 'bill', mediaType: 'text/plain', content: 'not base64!' }] },
    'submitted',
    null,
  ])('is malformed where a value is of no known kind: %j', (answer) => expect(wellFormed(answer)).toBe(false))
})
