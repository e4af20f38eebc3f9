import { describe, expect, it } from 'vitest'
import { correctSupervision } from '../../../activities/commands/supervision/correct-supervision.ts'
import { recordComment } from '../../../activities/commands/supervision/record-comment.ts'
import { recordReply } from '../../../activities/commands/supervision/record-comment-reply.ts'
import { recordConclusions } from '../../../activities/commands/supervision/record-conclusions.ts'
import { recordHearing } from '../../../activities/commands/supervision/record-hearing.ts'
import { recordListing } from '../../../activities/commands/supervision/record-listing.ts'
import { foldSupervision } from '../../../activities/fold.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, ministry, secretariat } from '../../support/memory-context.ts'
import { refusal } from '../../support/spec-for.ts'
import { contextOfSessions } from '../../support/supervision.ts'

const member = { organization: 'ilo', member: 'FRA' } as const
/** Event 1: a comment; 2: its reply; 3: a listing; 4: the hearing; 5: the conclusions. */
async function context() {
  const given = await contextOfSessions({ today: '2024-01-10' })
  const { office } = given
  const comment = { ...member, on: day('2023-02-10'), reference: 'C-1', kind: 'direct-request', body: 'experts', reportYear: 2023, instruments: ['R202'] }
  await recordComment(office, by(secretariat, '1'), comment)
  await recordReply(office, by(ministry('FRA'), '2'), { ...member, on: day('2023-05-02'), reference: 'C-1' })
  const listing = { ...member, on: day('2023-06-06'), body: 'committee', session: 'ilo:ilc-111', criteria: ['5'], instruments: [], paragraph: '3' }
  await recordListing(office, by(secretariat, '3'), listing)
  await recordHearing(office, by(secretariat, '4'), { ...member, on: day('2023-06-08'), session: 'ilo:ilc-111', outcome: 'silent' })
  const conclusions = { ...member, on: day('2023-06-15'), session: 'ilo:ilc-111', body: 'committee', paragraph: '12' }
  await recordConclusions(office, by(secretariat, '5'), conclusions)
  return given
}
type Context = Awaited<ReturnType<typeof context>>
const correct = ({ office }: Context, change: Record<string, unknown>, command = 'correct') =>
  correctSupervision(office, by(secretariat, command), correctSupervision.definition.payload.parse({ ...member, reason: 'It was read wrongly', ...change }))
const stateOf = ({ log }: Context) => foldSupervision({ events: log.events.filter(({ stream }) => stream === 'supervision/ilo:FRA') })

describe('the correction of what was recorded of a Member', () => {
  it('counts as if it had been recorded so, and what came after it stands', async () => {
    const given = await context()
    await correct(given, { corrects: 1, on: '2023-02-09', facts: { kind: 'observation', instruments: [] } })
    expect(stateOf(given)).toMatchObject({
      comments: [{ reference: 'C-1', kind: 'observation', on: '2023-02-09', instruments: [], repliedOn: '2023-05-02' }],
      listings: [{ session: 'ilo:ilc-111', heard: { outcome: 'silent' } }],
    })
    expect(given.log.events.at(-1)).toMatchObject({ type: 'SupervisionCorrected', occurredOn: '2024-01-10', data: { corrects: 1, on: '2023-02-09' } })
  })

  it.each([
    { what: 'a hearing', change: { corrects: 4, facts: { outcome: 'explained' } }, made: { listings: [{ heard: { outcome: 'explained' } }] } },
    { what: 'a reply’s day', change: { corrects: 2, on: '2023-05-03' }, made: { comments: [{ repliedOn: '2023-05-03' }] } },
    { what: 'the criteria of a listing', change: { corrects: 3, facts: { criteria: ['6'] } }, made: { listings: [{ criteria: ['6'] }] } },
    { what: 'the paragraph of conclusions', change: { corrects: 5, facts: { paragraph: '13' } }, made: { listings: [{ conclusions: { paragraph: '13' } }] } },
    { what: 'conclusions that nobody adopted', change: { corrects: 5, happened: false }, made: { listings: [{ conclusions: null }] } },
  ])('changes $what', async ({ change, made }) => {
    const given = await context()
    await correct(given, change)
    expect(stateOf(given)).toMatchObject(made)
  })

  it('is corrected again by the event of its correction', async () => {
    const given = await context()
    await correct(given, { corrects: 4, facts: { outcome: 'explained' } }, 'first')
    await expect(correct(given, { corrects: 4, facts: { outcome: 'silent' } }, 'stale')).rejects.toEqual(refusal('already-corrected', { corrects: '4' }))
    await correct(given, { corrects: 6, facts: { outcome: 'silent' } }, 'again')
    expect(stateOf(given)).toMatchObject({ listings: [{ heard: { outcome: 'silent' } }] })
  })

  it('that meets another one of the same event is decided again, and refused by name', async () => {
    const given = await context()
    given.log.meanwhile = () => correct(given, { corrects: 4, facts: { outcome: 'explained' } }, 'first')
    await expect(correct(given, { corrects: 4, happened: false }, 'second')).rejects.toEqual(refusal('already-corrected', { corrects: '4' }))
    expect(given.log.events.filter(({ type }) => type === 'SupervisionCorrected')).toHaveLength(1)
  })

  it.each([
    { what: 'a comment that has a reply and would not be there', change: { corrects: 1, happened: false }, code: 'unknown-comment' },
    { what: 'a listing that would come after its hearing', change: { corrects: 3, on: '2023-06-09' }, code: 'out-of-order' },
    { what: 'a listing that was heard and would not be there', change: { corrects: 3, happened: false }, code: 'not-listed' },
    { what: 'a part that a hearing has not', change: { corrects: 4, facts: { criteria: ['5'] } }, code: 'not-correctable' },
    { what: 'what is on record already', change: { corrects: 4, facts: { outcome: 'silent' } }, code: 'nothing-corrected' },
    { what: 'a kind of comment that the body does not make', change: { corrects: 1, facts: { kind: 'rebuke' } }, code: 'unknown-kind' },
    { what: 'an instrument that is not on record', change: { corrects: 1, facts: { instruments: ['R999'] } }, code: 'unknown-instrument' },
    { what: 'a day to come', change: { corrects: 5, on: '2024-01-11' }, code: 'date-in-future' },
    { what: 'an event that says nothing of the Member', change: { corrects: 9, happened: false }, code: 'unknown-comment' },
  ])('is refused for $what, and nothing is recorded', async ({ change, code }) => {
    const given = await context()
    const head = await given.log.head()
    await expect(correct(given, change)).rejects.toEqual(refusal(code as 'unknown-comment'))
    expect(await given.log.head()).toBe(head)
  })

  it('is the secretariat’s alone', async () => {
    const { office } = await context()
    const payload = correctSupervision.definition.payload.parse({ ...member, reason: 'x', corrects: 2, happened: false })
    await expect(correctSupervision(office, by(ministry('FRA'), 'c'), payload)).rejects.toEqual(refusal('not-allowed'))
  })
})
