import type { Context } from 'hono'
import type { JSX } from 'hono/jsx/jsx-runtime'

/** A page as it goes out: kept by nobody but the visitor, who asks each time whether it is still the same. */
export async function render(c: Context, page: JSX.Element, status: 200 | 401 | 404 | 500 | 503 = 200): Promise<Response> {
  c.header('cache-control', 'private, no-cache')
  c.header('vary', 'Accept-Language, Cookie')
  return c.html(`<!DOCTYPE html>${await page}`, status)
}
