import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { HeldMessage } from '../../../infra/mail/held-message.ts'

it('stays held when its connection was lost while the question was open', async () => {
  const message: HeldMessage = new HeldMessage(new Uint8Array(), async () => {
    message.destroy()
    return 'send'
  })
  message.resume()
  await setImmediate()
  expect(await message.answer).toBe('send')
  expect(message.progress).toBe('held')
})

it('asks nothing until it is read, and asks once', async () => {
  let metadata = 0
  const message = new HeldMessage(Buffer.alloc(100_000, 'x'), async () => {
    metadata += 1
    return 'send'
  })
  await setImmediate()
  expect(metadata).toBe(0)
  expect((await message.toArray()).reduce((bytes: number, chunk: Uint8Array) => bytes + chunk.length, 0)).toBe(100_000)
  expect(metadata).toBe(1)
  expect(message.progress).toBe('ended')
})
