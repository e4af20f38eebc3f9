import { describe, expect, it } from 'vitest'
import { createCommandMetadata, firstResult, retryOnVersionConflict } from '../../activities/command.ts'
import { CommandIdReused, VersionConflict } from '../../activities/conflicts.ts'
import { principalIn } from '../../domain/principal.ts'
import { by, ministry, secretariat } from '../support/memory-context.ts'

describe('a command from outside', () => {
  const id = (actor = ministry('FRA'), route = 'submit-report/x', key = '1') =>
    createCommandMetadata(principalIn(actor, 'ilo', 'http'), route, key, {}).commandId
  it('is one for the same actor, route and key, and another for any other', () => {
    expect(id()).toBe(id())
    expect(
      new Set([id(), id(ministry('DEU')), id(secretariat), id(ministry('FRA'), 'submit-report/y'), id(ministry('FRA'), 'submit-report/x', '2')]).size,
    ).toBe(5)
  })
  it('has one body, in whatever order its keys are', () => {
    const hash = (body: unknown) => createCommandMetadata(principalIn(secretariat, 'ilo', 'http'), 'r', '1', body).bodyHash
    expect(hash({ a: 1, b: 2 })).toBe(hash({ b: 2, a: 1 }))
    expect(hash({ a: 1 })).not.toBe(hash({ a: 2 }))
  })
})

describe('the first result', () => {
  const answered = { firstPosition: 1, lastPosition: 2, actor: ministry('FRA'), bodyHash: 'h' }
  it('is for the actor that made it, and for the same body', () => {
    expect(firstResult(by(ministry('FRA'), 'c', 'h'), answered)).toBe(answered)
    for (const other of [
      by(ministry('DEU'), 'c', 'h'),
      by({ role: 'secretariat', id: 'FRA' }, 'c', 'h'),
      by(ministry('FRA'), 'c', 'other'),
      { commandId: 'c', principal: principalIn(ministry('FRA'), 'ilo', 'http') },
    ])
      expect(() => firstResult(other, answered)).toThrow(CommandIdReused)
  })
})

describe('deciding again', () => {
  it('goes on while another writer is first, and gives up at the twentieth time', async () => {
    let tries = 0
    const until = (last: number) =>
      retryOnVersionConflict(async () => {
        tries += 1
        if (tries < last) throw new VersionConflict('s', 1)
        return tries
      })
    expect(await until(20)).toBe(20)
    tries = 0
    await expect(until(21)).rejects.toBeInstanceOf(VersionConflict)
    expect(tries).toBe(20)
  })
  it('is for nothing else', async () => {
    let tries = 0
    await expect(
      retryOnVersionConflict(async () => {
        tries += 1
        throw new RangeError('no')
      }),
    ).rejects.toBeInstanceOf(RangeError)
    expect(tries).toBe(1)
  })
})
