import serialize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { chainOf, emptyChain, leafOf } from '../../../infra/event-store/chain.ts'
import { eventIdOf, prepare } from '../../../infra/event-store/envelope.ts'
import { takeIndependent } from '../../../infra/event-store/take-independent.ts'
import { note } from '../../support/notes.ts'

describe('the line of an event', () => {
  const text = fc.string({ unit: 'grapheme' })
  const name = fc.string({ unit: 'grapheme', minLength: 1 })

  it('is canonical JSON of the whole record, whatever the texts', () =>
    fc.assert(
      fc.property(name, name, name, text, fc.dictionary(text, fc.jsonValue()), (id, stream, type, actorId, data) => {
        const occurredOn = day('2012-06-14')
        const append = {
          commandId: id,
          actor: { role: 'ministry' as const, id: actorId },
          causationId: 'cause',
          streams: [{ stream, atVersion: 4, events: [{ type, occurredOn, data }] }],
        }
        const [event] = prepare(append).streams[0]?.events ?? []
        const recordedAt = '2012-06-14T00:00:00.000Z'
        const record = {
          actor: append.actor,
          causation: 'cause',
          command: id,
          correlation: id,
          data,
          eventId: eventIdOf(id, 0),
          occurredOn,
          recordedAt,
          stream,
          type,
          version: 5,
        }
        expect(`${event?.before}${recordedAt}${event?.after}`).toBe(serialize(record))
      }),
    ))

  it('cannot hold half a character: it would be other bytes when read back', () => {
    expect(() => prepare(note('c', 's', 0, '\ud800'))).toThrow('surrogate')
    expect(() => prepare(note('\ud800', 's', 0, 'x'))).toThrow('surrogate')
  })
})

describe('an event id', () => {
  // python3 -c "import uuid; print(uuid.uuid5(uuid.UUID('6f1c2b52-a0f6-4d0f-9a5e-3f0a7f3f5c11'), 'a/ä/0'))"
  it('is UUIDv5 of command id and index', () => expect(eventIdOf('a/ä', 0)).toBe('1f5f7cac-e9b2-5c0d-96fa-96e541e7f6ff'))
})

describe('the chain', () => {
  // printf '\0{}' | sha256sum; then 32 zero bytes and that leaf through sha256sum
  it('hashes a leaf as RFC 6962 does, and links it to the one before', () => {
    expect(leafOf('{}').toString('hex')).toBe('28a3a18f6cd6406b086e9ffda1f9b8a13dbcf44b0f3f32cb9031a11fd053acf9')
    expect(chainOf(emptyChain, leafOf('{}')).toString('hex')).toBe('434eaf4fd45762606eecbf1c003303ac0eba650b9145065bb1eb46afc1b4e6d2')
  })
})

describe('an append that cannot be', () => {
  const sound = note('c', 's', 0, 'x')
  it.each([
    { why: 'has no events', append: { ...sound, streams: [] } },
    { why: 'has no events for a stream', append: { ...sound, streams: [...sound.streams, { stream: 't', atVersion: 0, events: [] }] } },
    { why: 'names a stream twice', append: { ...sound, streams: [...sound.streams, ...sound.streams] } },
    { why: 'names a version below 0', append: note('c', 's', -1, 'x') },
    { why: 'names half a version', append: { ...sound, preconditions: [{ stream: 'g', version: 0.5 }] } },
    { why: 'has no command id', append: note('', 's', 0, 'x') },
  ])('is refused before it travels: it $why', ({ append }) => expect(() => prepare(append)).toThrow(RangeError))
})

describe('commands that travel in one call', () => {
  const waiting = (id: string, stream: string, ...preconditions: readonly string[]) => ({
    command: prepare({ ...note(id, stream, 0, 'x'), preconditions: preconditions.map((guard) => ({ stream: guard, version: 0 })) }),
  })
  const split = (...all: readonly ReturnType<typeof waiting>[]) => {
    const { taken, left } = takeIndependent(all, 3)
    return [taken, left].map((commands) => commands.map(({ command }) => command.id).join(' '))
  }

  it.each([
    { what: 'no stream', all: [waiting('1', 'a'), waiting('2', 'b')], taken: '1 2', left: '' },
    { what: 'a written stream', all: [waiting('1', 'a'), waiting('2', 'a')], taken: '1', left: '2' },
    { what: 'a guard on a written stream', all: [waiting('1', 'a'), waiting('2', 'b', 'a')], taken: '1', left: '2' },
    { what: 'a write to a guarded stream', all: [waiting('1', 'a', 'b'), waiting('2', 'b')], taken: '1', left: '2' },
    { what: 'a guarded stream alone', all: [waiting('1', 'a', 'g'), waiting('2', 'b', 'g')], taken: '1 2', left: '' },
    { what: 'an id', all: [waiting('1', 'a'), waiting('1', 'b')], taken: '1', left: '1' },
    {
      what: 'nothing, but stand behind one that waits',
      all: [waiting('1', 'a'), waiting('2', 'b', 'a'), waiting('3', 'b'), waiting('4', 'c')],
      taken: '1',
      left: '2 3 4',
    },
    { what: 'no place', all: [waiting('1', 'a'), waiting('2', 'b'), waiting('3', 'c'), waiting('4', 'd')], taken: '1 2 3', left: '4' },
  ])('that share $what', ({ all, taken, left }) => expect(split(...all)).toStrictEqual([taken, left]))
})
