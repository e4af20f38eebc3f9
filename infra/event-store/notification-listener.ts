import type { Pool } from 'pg'

/** A lost notification or a lost connection costs no more than this. */
const pollMs = 1_000

/** Notifies when something was recorded, every second, and when the signal aborts. A lost connection is made again. */
export function createNotificationListener(pool: Pool, signal: AbortSignal) {
  let hasNotified = false
  let closed = false
  let wake: () => void = () => undefined
  let stopListening: (() => void) | null = null
  let connecting = false

  const notify = (): void => {
    hasNotified = true
    wake()
  }

  const connect = async (): Promise<void> => {
    if (connecting || stopListening !== null) return
    connecting = true
    try {
      const end = await listen(pool, notify, () => (stopListening = null))
      if (closed) end()
      else stopListening = end
    } finally {
      connecting = false
    }
    // Notifications sent before LISTEN are lost, so read once after connecting.
    notify()
  }

  const poll = setInterval(() => {
    notify()
    connect().catch(notify)
  }, pollMs)
  signal.addEventListener('abort', notify)
  connect().catch(notify)

  return {
    reset: (): void => {
      hasNotified = false
    },
    notified: (): Promise<void> =>
      new Promise((resolve) => {
        wake = resolve
        if (hasNotified || signal.aborted) resolve()
      }),
    close: (): void => {
      closed = true
      clearInterval(poll)
      signal.removeEventListener('abort', notify)
      stopListening?.()
    },
  }
}

/** Listens on a connection of its own; the answer ends it. */
async function listen(pool: Pool, notify: () => void, lost: () => void): Promise<() => void> {
  const client = await pool.connect()
  let held = true
  const end = (): void => {
    if (held) client.release(true)
    held = false
  }
  client.on('notification', notify)
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
