import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { foldPlan } from '../../activities/fold.ts'
import { readFollowed } from '../../activities/followed.ts'
import { collectPaper, type PaperAsked } from '../../activities/papers/collect-facts.ts'
import { nextSessionOf } from '../../activities/papers/next-session.ts'
import { openPaper } from '../../activities/papers/prepare-papers.ts'
import { mediaTypes, type PaperFormat, paperFormats } from '../../documents/papers/paper-facts.ts'
import { organizationOf } from '../../domain/ids.ts'
import { language as knownLanguage, type Language } from '../../domain/languages.ts'
import { stream } from '../../domain/streams.ts'
import { requireLoopback } from '../api/actor.ts'
import type { WebPorts } from '../ports.ts'

type File = { readonly name: string; readonly language: Language; readonly format: PaperFormat }

/**
 * The Office's papers of the live house: as they were prepared, or as the record stands. They quote what units wrote, so
 * they are given on the loopback address only.
 */
export function paperRoutes(app: OpenAPIHono, { installation, today }: WebPorts): void {
  const give = (path: string, find: (c: Context, file: File) => Promise<Uint8Array | null>) =>
    app.get(`${path}/:file`, async (c) => {
      requireLoopback(c)
      const file = fileNamed(c.req.param('file') ?? '')
      const bytes = file === null ? null : await find(c, file)
      return file === null || bytes === null ? c.notFound() : answer(c, file, bytes)
    })
  const written = async (metadata: PaperAsked, { language, format }: File) =>
    installation.writePaper(await collectPaper(installation, metadata), language, format)

  give('/cycles/:id/paper', async (c, file) => {
    const cycle = c.req.param('id') ?? ''
    return (await isFollowed(installation, cycle)) ? written({ organization: organizationOf(cycle), session: null, cycle }, file) : null
  })
  give('/cycles/:id/follow-up', async (c, file) => {
    const cycle = c.req.param('id') ?? ''
    if (!(await isFollowed(installation, cycle))) return null
    const organization = organizationOf(cycle)
    const session = await nextSessionOf(installation, cycle, await today(organization))
    return session === null ? null : written({ organization, session, cycle: null }, file)
  })
  give('/cycles/:id/papers/:session/:day', async (c, { language, format }) => {
    const { histories } = await installation.log.read([stream.plan(c.req.param('id') ?? '')])
    const plan = foldPlan(histories[0])
    if (plan.status === 'unknown') return null
    const ready = plan.papers.find(({ session, dueOn }) => session === c.req.param('session') && dueOn === c.req.param('day'))
    const paper = ready?.papers.find((each) => each.language === language && each.format === format)
    return paper === undefined ? null : ((await openPaper(installation, paper))?.bytes ?? null)
  })
}

/** `sp-progress.ar.docx` as its language and format. */
function fileNamed(name: string): File | null {
  const [, said, ending] = /^[\w-]+\.([a-z]+)\.([a-z]+)$/.exec(name) ?? []
  const language = knownLanguage.safeParse(said)
  const format = paperFormats.find((each) => each === ending)
  return language.success && format !== undefined ? { name, language: language.data, format } : null
}

/** Whether there are papers about it: none are written about a yearly list. */
const isFollowed = async (installation: WebPorts['installation'], id: string): Promise<boolean> => {
  const { followed } = await readFollowed(installation, id)
  return followed !== null && followed.type !== 'yearly-list'
}

function answer(c: Context, { name, format }: File, bytes: Uint8Array): Response {
  c.header('content-type', mediaTypes[format])
  // A paper's own styles stand in it. It runs nothing and fetches nothing.
  c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
  c.header('cache-control', 'no-store')
  c.header('content-disposition', `${format === 'html' ? 'inline' : 'attachment'}; filename="${name}"`)
  return c.body(Uint8Array.from(bytes).buffer)
}
