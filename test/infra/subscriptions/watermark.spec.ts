import { describe, expect, it } from 'vitest'
import { createWatermark } from '../../../infra/subscriptions/watermark.ts'

describe('a watermark', () => {
  it('lets those go on who wait for a position that it has reached, and no others', async () => {
    const watermark = createWatermark()
    const gone: number[] = []
    const waiting = [0, 3, 5].map((position) => watermark.reached(position).then(() => gone.push(position)))
    const afterAllThatCanGoOn = () => new Promise((resolve) => setImmediate(resolve))
    await afterAllThatCanGoOn()
    expect(gone).toStrictEqual([])
    watermark.raise(4)
    watermark.raise(2)
    await afterAllThatCanGoOn()
    expect([watermark.position, gone]).toStrictEqual([4, [0, 3]])
    watermark.raise(5)
    await Promise.all(waiting)
    await watermark.reached(5)
  })
})
