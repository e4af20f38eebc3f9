import type { Pool } from 'pg'

/** A notification that went astray, or a connection that was lost, costs no more than this. */
const pollMs = 1_000

/** Rings when something was recorded, every second besides, and when the signal aborts. */
export function createNotificationListener(pool: Pool, signal: AbortSignal) {
  let hasNotified = false
  let closed = false
  let wake: () => void = () => undefined
  let hangUp: (() => void) | null = null
  let dialling = false

  const ring = (): void => {
    hasNotified = true
    wake()
  }

  const dial = async (): Promise<void> => {
    if (dialling || hangUp !== null) return
    dialling = true
    try {
      const end = await listen(pool, ring, () => (hangUp = null))
      if (closed) end()
      else hangUp = end
    } finally {
      dialling = false
    }
    // What was recorded before the connection listened rang for nobody.
    ring()
  }

  const poll = setInterval(() => {
    ring()
    dial().catch(ring)
  }, pollMs)
  signal.addEventListener('abort', ring)
  dial().catch(ring)

  return {
    muffle: (): void => {
      hasNotified = false
    },
    rung: (): Promise<void> =>
      new Promise((resolve) => {
        wake = resolve
        if (hasNotified || signal.aborted) resolve()
      }),
    close: (): void => {
      closed = true
      clearInterval(poll)
      signal.removeEventListener('abort', ring)
      hangUp?.()
    },
  }
}

/** Listens on a connection of its own; the answer ends it. */
async function listen(pool: Pool, ring: () => void, lost: () => void): Promise<() => void> {
  const client = await pool.connect()
  let held = true
  const end = (): void => {
    if (held) client.release(true)
    held = false
  }
  client.on('notification', ring)
  client.once('error', () => {
    end()
    lost()
  })
  try {
    await client.query('listen recorded')
    return end
  } catch (error) {
    end()
    throw error
  }
}
