import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { WebPorts } from './ports.ts'

const cookie = 'position'
const longestWaitMs = 1_000

/** The visitor's next pages wait for what was just written. */
export function rememberPosition(c: Context, position: number): void {
  setCookie(c, cookie, String(position), { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 300 })
  c.header('x-position', String(position))
}

/** Waits at most a second for what the visitor wrote. False: it does not show yet, and the page says so. */
export async function hasCaughtUp(c: Context, waitForPosition: WebPorts['waitForPosition']): Promise<boolean> {
  const said = getCookie(c, cookie) ?? ''
  return /^\d{1,15}$/.test(said) ? waitForPosition(Number(said), longestWaitMs) : true
}
