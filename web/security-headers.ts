import type { MiddlewareHandler } from 'hono'

/** No script runs, and nothing is fetched from elsewhere. A route that set a policy of its own keeps it. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  const headers: Readonly<Record<string, string>> = {
    'content-security-policy':
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  }
  for (const [name, value] of Object.entries(headers)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
}
