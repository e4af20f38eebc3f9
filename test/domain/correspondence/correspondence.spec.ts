import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { type CorrespondenceEvent, correspondence } from '../../../domain/correspondence/correspondence.ts'
import { replay } from '../../../domain/decider.ts'
import { numbered } from '../../support/spec-for.ts'

const at = day('2012-08-01')
const notice = { obligation: 'ilo:R202:submission:FRA', kind: 'request', dueOn: at } as const
const queued: CorrespondenceEvent = { type: 'NoticeQueued', occurredOn: at, data: notice }
const gathered = (letter: string, ...notices: number[]): CorrespondenceEvent => ({ type: 'NoticesGathered', occurredOn: at, data: { letter, notices } })
const dropped = (...notices: number[]): CorrespondenceEvent => ({ type: 'NoticesDropped', occurredOn: at, data: { notices, reason: 'answered' } })
const closed = (letter: string): CorrespondenceEvent => ({ type: 'LetterClosed', occurredOn: at, data: { letter } })
const foldOf = (...events: CorrespondenceEvent[]) => replay(correspondence, numbered(events))

describe('the correspondence with a party', () => {
  it('holds what is queued until a letter takes it up or it is dropped', () => {
    expect(foldOf(queued, queued).pending).toStrictEqual([
      { ...notice, version: 1 },
      { ...notice, version: 2 },
    ])
    expect(foldOf(queued, queued, gathered('l', 1)).pending).toStrictEqual([{ ...notice, version: 2 }])
    expect(foldOf(queued, queued, dropped(2)).pending).toStrictEqual([{ ...notice, version: 1 }])
  })
  it('holds a letter until its end, and numbers letters on', () => {
    expect(foldOf(queued, gathered('l', 1))).toMatchObject({ openLetters: ['l'], letters: 1 })
    expect(foldOf(queued, gathered('l', 1), queued, gathered('m', 3), closed('l'))).toStrictEqual({ pending: [], openLetters: ['m'], letters: 2 })
  })
})
