import type { OpenAPIHono } from '@hono/zod-openapi'

export type Asset = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string }

/** Files that pages need, by a name that holds the hash of the content: a name never changes its bytes. */
export type Assets = {
  readonly files: ReadonlyMap<string, Asset>
  /** Name of the style sheet among them. */
  readonly look: string
  /** Names of the fonts that the first lines need, by script. */
  readonly preload: { readonly latin: readonly string[]; readonly arabic: readonly string[] }
}

export const assetPath = (name: string): string => `/assets/${name}`

export function assetRoutes(app: OpenAPIHono, { files }: Assets): void {
  // Browsers ask for it unasked; there is no mark to show.
  app.get('/favicon.ico', (c) => c.body(null, 204, { 'cache-control': 'public, max-age=86400' }))
  app.get('/assets/:name', (c) => {
    const asset = files.get(c.req.param('name'))
    if (asset === undefined) return c.notFound()
    return c.body(asset.bytes, 200, { 'content-type': asset.type, 'cache-control': 'public, max-age=31536000, immutable' })
  })
}
