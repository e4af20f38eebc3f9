import { describe, expect, it } from 'vitest'
import { NotDelivered } from '../../../activities/correspondence/deliver-letter.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { failureOf } from '../../../infra/temporal/activity-failure.ts'

describe('what Temporal is told of a failure', () => {
  it('is the code and the facts of a refusal, and not to try again', () =>
    expect(failureOf(new Refusal('unknown-letter', 'There is no letter 7', { letter: '7' }))).toMatchObject({
      type: 'unknown-letter',
      message: 'There is no letter 7',
      details: [{ letter: '7' }],
      nonRetryable: true,
    }))

  it("is an outside error's code, and none of its words", () => {
    const cause = Object.assign(new Error('550 <minister@example.int> is on leave'), { code: 'EENVELOPE' })
    const failure = failureOf(cause)
    expect(failure).toMatchObject({ type: 'EENVELOPE', message: 'EENVELOPE', nonRetryable: false })
    expect(`${failure.stack} ${failure.cause}`).not.toContain('minister')
  })

  it('is the class of an error that has no code', () =>
    expect(failureOf(new NotDelivered('letter'))).toMatchObject({ type: 'NotDelivered', nonRetryable: false }))
})
