import { describe, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import type { SupervisionCommand, SupervisionEvent } from '../../../domain/supervision/commands.ts'
import { supervision } from '../../../domain/supervision/supervision.ts'
import { specFor } from '../../support/spec-for.ts'

const given = specFor(supervision)
const today = day('2026-11-22')
type CommandOf<Type extends SupervisionCommand['type']> = Extract<SupervisionCommand, { readonly type: Type }>

const comment = (on: string, reference = 'C-1', instruments: string[] = ['R202']): CommandOf<'RecordComment'> => ({
  type: 'RecordComment',
  today,
  on: day(on),
  data: {
    organization: 'ilo',
    member: 'FRA',
    instruments,
    reference,
    kind: 'direct-request',
    body: 'experts',
    session: null,
    reportYear: 2023,
    paragraph: null,
    source: [],
  },
})
const reply = (on: string, reference = 'C-1'): CommandOf<'RecordReply'> => ({ type: 'RecordReply', today, on: day(on), data: { reference, content: null } })
const listing = (on: string, session = 'ilo:ilc-111'): CommandOf<'RecordListing'> => ({
  type: 'RecordListing',
  today,
  on: day(on),
  data: { organization: 'ilo', member: 'FRA', instruments: [], body: 'committee', session, criteria: ['5'], paragraph: '3', source: [] },
})
const hearing = (on: string, outcome: 'explained' | 'silent' = 'silent'): CommandOf<'RecordHearing'> => ({
  type: 'RecordHearing',
  today,
  on: day(on),
  data: { session: 'ilo:ilc-111', outcome, paragraph: null, source: [] },
})
const conclusions = (on: string, session = 'ilo:ilc-111'): CommandOf<'RecordConclusions'> => ({
  type: 'RecordConclusions',
  today,
  on: day(on),
  data: { session, body: 'committee', paragraph: '12', source: [] },
})
const clear = (on: string, instruments: string[] = []): CommandOf<'ClearSupervision'> => ({
  type: 'ClearSupervision',
  today,
  on: day(on),
  data: { body: 'experts', instruments, paragraph: '9', source: [] },
})

const commented: SupervisionEvent = { type: 'CommentRecorded', occurredOn: day('2023-02-10'), data: comment('2023-02-10').data }
const listed: SupervisionEvent = { type: 'MemberListed', occurredOn: day('2023-06-06'), data: listing('2023-06-06').data }
const heard: SupervisionEvent = { type: 'MemberHeard', occurredOn: day('2023-06-08'), data: hearing('2023-06-08').data }
const concluded: SupervisionEvent = { type: 'ConclusionsAdopted', occurredOn: day('2023-06-15'), data: conclusions('2023-06-15').data }
const cleared: SupervisionEvent = { type: 'SupervisionCleared', occurredOn: day('2024-02-09'), data: clear('2024-02-09').data }

describe('a comment on a Member', () => {
  it('is recorded under its reference, on its own day', () => given().when(comment('2023-02-10')).then(commented))
  it('is recorded once', () => given(commented).when(comment('2024-02-09')).thenRefused('already-commented', { reference: 'C-1' }))
  it('is one of several', () => given(commented).when(comment('2024-02-09', 'C-2')).thenTypes('CommentRecorded'))
  it('is dated today at the latest', () => given().when(comment('2026-11-23')).thenRefused('date-in-future'))
  it('of today is taken', () => given().when(comment('2026-11-22')).thenTypes('CommentRecorded'))
})

describe('a reply', () => {
  it('goes to a comment on record', () =>
    given(commented)
      .when(reply('2023-05-02'))
      .then({ type: 'CommentReplied', occurredOn: day('2023-05-02'), data: { reference: 'C-1', content: null } }))
  it('of the day of the comment is taken, an older one is not', () => {
    given(commented).when(reply('2023-02-10')).thenTypes('CommentReplied')
    given(commented).when(reply('2023-02-09')).thenRefused('out-of-order')
  })
  it('to a comment that is not on record is refused', () => {
    given().when(reply('2023-05-02')).thenRefused('unknown-comment', { reference: 'C-1' })
    given(commented).when(reply('2023-05-02', 'C-9')).thenRefused('unknown-comment', { reference: 'C-9' })
  })
  it('is dated today at the latest', () => given(commented).when(reply('2026-11-23')).thenRefused('date-in-future'))
})

describe('a listing', () => {
  it('needs no comment before it', () => given().when(listing('2023-06-06')).then(listed))
  it('at one session is recorded once, at another again', () => {
    given(listed).when(listing('2023-06-07')).thenRefused('already-listed', { session: 'ilo:ilc-111' })
    given(listed).when(listing('2024-06-05', 'ilo:ilc-112')).thenTypes('MemberListed')
  })
  it('is heard once, explained or silent', () => {
    given(listed).when(hearing('2023-06-08')).then(heard)
    given(listed, heard).when(hearing('2023-06-09', 'explained')).thenRefused('already-heard')
  })
  it('is heard only if it is on record, and not before it', () => {
    given(commented).when(hearing('2023-06-08')).thenRefused('not-listed', { session: 'ilo:ilc-111' })
    given(listed).when(hearing('2023-06-05')).thenRefused('out-of-order')
  })
  it('is concluded once, with or without a hearing', () => {
    given(listed).when(conclusions('2023-06-15')).then(concluded)
    given(listed, concluded).when(conclusions('2023-06-16')).thenRefused('already-concluded')
  })
  it('is concluded only if it is on record, and not before it', () => {
    given(listed).when(conclusions('2024-06-10', 'ilo:ilc-112')).thenRefused('not-listed', { session: 'ilo:ilc-112' })
    given(listed).when(conclusions('2023-06-05')).thenRefused('out-of-order')
  })
})

describe('a clearing', () => {
  it('ends what stands', () => given(commented).when(clear('2024-02-09')).then(cleared))
  it('has something to end', () => {
    given().when(clear('2024-02-09')).thenRefused('nothing-to-clear')
    given(commented, cleared).when(clear('2024-02-10')).thenRefused('nothing-to-clear')
    given(commented).when(clear('2023-02-09')).thenRefused('nothing-to-clear')
  })
  it('of an instrument ends what was said of that one', () => {
    given(commented)
      .when(clear('2024-02-09', ['R202']))
      .thenTypes('SupervisionCleared')
    given(commented)
      .when(clear('2024-02-09', ['R204']))
      .thenRefused('nothing-to-clear')
  })
})
