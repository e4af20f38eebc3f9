import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Answers } from '../../activities/queries.ts'
import { type Language, language, languages } from '../../domain/languages.ts'
import type { Principal } from '../../domain/principal.ts'
import { readerOf } from '../api/actor.ts'
import type { Assets } from '../assets.ts'
import type { PageCatalog } from '../page-catalog.ts'
import type { Rehearsal, ShownInstallation, WebPorts } from '../ports.ts'
import { hasCaughtUp } from '../position.ts'

/** One look at one page: whose words, which installation, and whether all that the visitor wrote is in it. */
export type PageContext = {
  readonly catalog: PageCatalog
  readonly assets: Assets
  /** The page's own path, without its query. */
  readonly path: string
  /** Before every address of the same house: empty, or `/rehearsals/r202`. */
  readonly base: string
  readonly reader: Principal
  /** As the reader sees it. */
  readonly installation: SeenInstallation
  readonly rehearsal: Rehearsal | null
  readonly caughtUp: boolean
}

export type SeenInstallation = Pick<ShownInstallation, 'captured' | 'today'> & { readonly views: Answers }

export const seenBy = (principal: Principal, { queries, captured, today }: ShownInstallation): SeenInstallation => ({
  views: queries.as(principal),
  captured,
  today,
})

/** `null` where the address names a rehearsal that is not there. */
export async function createPageContext(c: Context, ports: WebPorts): Promise<PageContext | null> {
  const name = c.req.param('rehearsal')
  const rehearsal = name === undefined ? null : ((await ports.rehearsals()).find((each) => each.name === name) ?? null)
  if (name !== undefined && rehearsal === null) return null
  const caughtUp = rehearsal !== null || (await hasCaughtUp(c, ports.waitForPosition))
  const base = name === undefined ? '' : `/rehearsals/${encodeURIComponent(name)}`
  const reader = await readerOf(c, ports.identity)
  return { ...wordsFor(c, ports), base, reader, installation: seenBy(reader, rehearsal ?? ports), rehearsal, caughtUp }
}

/** What a page needs that looks at no installation. */
export const wordsFor = (c: Context, { words, assets }: Pick<WebPorts, 'words' | 'assets'>) => ({
  catalog: words[languageOf(c)],
  assets,
  path: new URL(c.req.url).pathname,
})

/** What the address asks for stays chosen; else the browser's first language that there are words in; else English. */
function languageOf(c: Context): Language {
  const metadata = language.safeParse(c.req.query('lang'))
  if (metadata.success) {
    setCookie(c, 'lang', metadata.data, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: 31_536_000 })
    return metadata.data
  }
  const chosen = language.safeParse(getCookie(c, 'lang'))
  return chosen.success ? chosen.data : fromHeader(c.req.header('accept-language') ?? '')
}

/** `fr-CH, fr;q=0.9, en;q=0.8` */
function fromHeader(header: string): Language {
  const wanted = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', weight = ''] = part.trim().split(/\s*;\s*q=/)
      return { tag: tag.toLowerCase().split('-')[0], weight: weight === '' ? 1 : Number(weight) || 0 }
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
  return wanted.flatMap(({ tag }) => languages.filter((each) => each === tag))[0] ?? 'en'
}
