import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

/**
 * Whether a request comes from this machine itself.
 *
 * The socket's remote address alone says yes. A forwarding header says no, whatever it holds: somebody else stands behind it.
 * So does a Host that is no loopback name: a page of a stranger may have pointed its own name at this machine.
 */
export function isLoopback(c: Context): boolean {
  const forwarded = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'].some((name) => c.req.header(name) !== undefined)
  return !forwarded && loopbackAddress.test(remoteAddress(c)) && loopbackName.test(new URL(c.req.url).hostname)
}

const loopbackAddress = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/
const loopbackName = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/

/** Empty where there is no socket. */
function remoteAddress(c: Context): string {
  const { incoming } = (c.env ?? {}) as { readonly incoming?: unknown }
  return incoming === undefined ? '' : (getConnInfo(c).remote.address ?? '')
}
