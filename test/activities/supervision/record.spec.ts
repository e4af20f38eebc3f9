import { describe, expect, it } from 'vitest'
import { clearSupervision } from '../../../activities/commands/supervision/clear-supervision.ts'
import { recordComment } from '../../../activities/commands/supervision/record-comment.ts'
import { recordReply } from '../../../activities/commands/supervision/record-comment-reply.ts'
import { recordConclusions } from '../../../activities/commands/supervision/record-conclusions.ts'
import { recordHearing } from '../../../activities/commands/supervision/record-hearing.ts'
import { recordListing } from '../../../activities/commands/supervision/record-listing.ts'
import { CommandIdReused } from '../../../activities/conflicts.ts'
import { importFacts } from '../../../activities/import-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, ministry, secretariat } from '../../support/memory-context.ts'
import { refusal } from '../../support/spec-for.ts'
import { contextOfSessions } from '../../support/supervision.ts'

const own = 'supervision/ilo:FRA'
const comment = (change: object = {}) =>
  recordComment.definition.payload.parse({
    ...{ organization: 'ilo', member: 'FRA', on: '2023-02-10', reference: '4312519', kind: 'direct-request', body: 'experts' },
    ...{ reportYear: 2023, instruments: ['R202'] },
    ...change,
  })
const listing = (change: object = {}) =>
  recordListing.definition.payload.parse({
    ...{ organization: 'ilo', member: 'FRA', on: '2023-06-06', body: 'committee', session: 'ilo:ilc-111', criteria: ['5'], paragraph: '3' },
    ...change,
  })
const context = () => contextOfSessions({ today: '2024-01-10' })

describe('what bodies say of a Member', () => {
  it('is recorded step by step, each on its own day, with what says so', async () => {
    const { office, log, encrypted } = await context()
    await recordComment(office, by(secretariat, 'c'), comment({ source: [{ title: 'Report III(A)' }] }))
    await recordReply(office, by(ministry('FRA'), 'r'), { organization: 'ilo', member: 'FRA', on: day('2023-05-02'), reference: '4312519', text: 'We shall.' })
    await recordListing(office, by(secretariat, 'l'), listing())
    await recordHearing(office, by(secretariat, 'h'), {
      organization: 'ilo',
      member: 'FRA',
      on: day('2023-06-08'),
      session: 'ilo:ilc-111',
      outcome: 'explained',
    })
    const said = { organization: 'ilo', member: 'FRA', body: 'committee', paragraph: '12' }
    await recordConclusions(office, by(secretariat, 'k'), { ...said, on: day('2023-06-15'), session: 'ilo:ilc-111' })
    await clearSupervision(office, by(secretariat, 'x'), { ...said, body: 'experts', instruments: [] })
    const events = log.events.filter(({ stream }) => stream === own)
    expect(events.map(({ type, occurredOn }) => `${type} ${occurredOn}`)).toStrictEqual([
      'CommentRecorded 2023-02-10',
      'CommentReplied 2023-05-02',
      'MemberListed 2023-06-06',
      'MemberHeard 2023-06-08',
      'ConclusionsAdopted 2023-06-15',
      'SupervisionCleared 2024-01-10',
    ])
    expect(events[0]?.data).toStrictEqual({
      ...{ organization: 'ilo', member: 'FRA', instruments: ['R202'], reference: '4312519', kind: 'direct-request', body: 'experts' },
      ...{ session: null, reportYear: 2023, paragraph: null, source: [{ title: 'Report III(A)' }] },
    })
    expect(events[1]?.data).toStrictEqual({ reference: '4312519', content: { id: expect.stringMatching(/^reply\//), sha256: 'b'.repeat(64) } })
    expect(events[2]?.data.source).toStrictEqual([{ title: 'Recorded by secretariat' }])
    expect([...encrypted.items.values()]).toStrictEqual([{ subject: 'ilo:FRA', mediaType: 'text/plain', content: 'We shall.' }])
    expect(JSON.stringify(log.events)).not.toContain('We shall.')
  })

  it.each([
    { of: 'a comment recorded twice', change: {}, code: 'already-commented' },
    { of: 'a comment on a State that is no Member', change: { member: 'AND', reference: '2' }, code: 'not-a-member' },
    { of: 'a comment on a State before it was a Member', change: { member: 'TON', on: '2016-02-23', reference: '2' }, code: 'not-a-member' },
    { of: 'a comment of tomorrow', change: { on: '2024-01-11', reference: '2' }, code: 'date-in-future' },
    { of: 'a comment at no session', change: { session: 'ilo:ilc-999', reference: '2' }, code: 'unknown-session' },
    { of: 'a comment on no instrument', change: { instruments: ['R202', 'R999'], reference: '2' }, code: 'unknown-instrument' },
    { of: 'a comment of no body', change: { body: 'jury', reference: '2' }, code: 'unknown-body' },
    { of: 'a comment of another kind', change: { kind: 'praise', reference: '2' }, code: 'unknown-kind' },
    { of: 'a comment of a body that makes none', change: { body: 'committee', reference: '2' }, code: 'unknown-kind' },
  ] as const)('$of is refused: $code', async ({ change, code }) => {
    const { office, log } = await context()
    await recordComment(office, by(secretariat, 'first'), comment())
    const head = await log.head()
    await expect(recordComment(office, by(secretariat, 'c'), comment(change))).rejects.toEqual(refusal(code))
    expect(await log.head()).toBe(head)
  })

  it.each([
    { of: 'a listing of a body that lists none', change: { body: 'experts' }, code: 'unknown-body' },
    { of: 'a listing at no session', change: { session: 'ilo:ilc-999' }, code: 'unknown-session' },
    { of: 'a listing at a session of another body', change: { session: 'ilo:gb-346' }, code: 'unknown-session' },
    { of: 'a listing by no criterion', change: { criteria: ['9'] }, code: 'unknown-criterion' },
    { of: 'a listing of a State that is no Member', change: { member: 'AND' }, code: 'not-a-member' },
  ] as const)('$of is refused: $code', async ({ change, code }) => {
    const { office } = await context()
    const data = { organization: 'ilo', body: 'gb', number: '346', opensOn: null, closesOn: null, source: [] }
    await importFacts(office, [{ stream: 'session/ilo:gb-346', type: 'SessionAnnounced', on: null, data }], day('2024-01-10'))
    await expect(recordListing(office, by(secretariat, 'l'), listing(change))).rejects.toEqual(refusal(code))
  })

  it('is refused to a reply without its comment, and nothing is encrypted', async () => {
    const { office, encrypted } = await context()
    const reply = { organization: 'ilo', member: 'FRA', reference: '4312519', text: 'We shall.' }
    await expect(recordReply(office, by(secretariat, 'r'), reply)).rejects.toEqual(refusal('unknown-comment', { reference: '4312519' }))
    expect(encrypted.items.size).toBe(0)
  })

  it('is the secretariat’s to record; a reply is its Government’s too, and no other’s', async () => {
    const { office } = await context()
    await expect(async () => recordComment(office, by(ministry('FRA'), 'c'), comment())).rejects.toEqual(refusal('not-allowed'))
    await recordComment(office, by(secretariat, 'c'), comment())
    const reply = { organization: 'ilo', member: 'FRA', reference: '4312519' }
    await expect(async () => recordReply(office, by(ministry('DEU'), 'r'), reply)).rejects.toEqual(refusal('not-allowed'))
    expect(await recordReply(office, by(ministry('FRA'), 'r'), reply)).toMatchObject({ actor: ministry('FRA') })
  })

  it('is recorded once for one command, and decided again when another hand was first', async () => {
    const { office, log } = await context()
    const first = await recordComment(office, by(secretariat, 'c'), comment())
    expect(await recordComment(office, by(secretariat, 'c'), comment())).toStrictEqual(first)
    await expect(recordComment(office, by(secretariat, 'c', 'other'), comment())).rejects.toBeInstanceOf(CommandIdReused)
    log.meanwhile = () => recordComment(office, by(secretariat, 'between'), comment({ reference: '2' }))
    await expect(recordComment(office, by(secretariat, 'late'), comment({ reference: '2' }))).rejects.toEqual(refusal('already-commented'))
  })

  it('needs an organization that declares supervision', async () => {
    const { office } = await context()
    const without = { ...office, reference: { ...office.reference, supervisionOf: () => null } }
    await expect(recordComment(without, by(secretariat, 'c'), comment())).rejects.toEqual(refusal('rule-not-known'))
  })
})
