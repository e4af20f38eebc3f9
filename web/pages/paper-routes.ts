import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Answers } from '../../activities/queries.ts'
import { mediaTypes, type PaperFormat, paperFormats } from '../../documents/papers/paper-facts.ts'
import { language as knownLanguage, type Language } from '../../domain/languages.ts'
import { readerOf } from '../api/actor.ts'
import type { WebPorts } from '../ports.ts'

type File = { readonly name: string; readonly language: Language; readonly format: PaperFormat }

/**
 * The Office's papers of the live installation: as they were prepared, or as the record is now. They quote what units wrote, so
 * they are given on the loopback address only, to the organization's own people.
 */
export function paperRoutes(app: OpenAPIHono, { queries, identity, today }: WebPorts): void {
  const give = (path: string, find: (c: Context, answers: Answers, file: File) => Promise<Uint8Array | null>) =>
    app.get(`${path}/:file`, async (c) => {
      const answers = queries.as(await readerOf(c, identity))
      const file = fileNamed(c.req.param('file') ?? '')
      const bytes = file === null ? null : await find(c, answers, file)
      return file === null || bytes === null ? c.notFound() : answer(c, file, bytes)
    })

  give('/cycles/:id/paper', async (c, answers, file) => {
    const cycle = await answers.cycle(c.req.param('id') ?? '')
    return cycle === null ? null : (await answers.paper({ organization: cycle.cycle.organization, session: null, cycle: cycle.id }, file)).bytes
  })
  give('/cycles/:id/follow-up', async (c, answers, file) => {
    const cycle = await answers.cycle(c.req.param('id') ?? '')
    if (cycle === null) return null
    const { organization } = cycle.cycle
    const session = await answers.nextSession(cycle.id, await today(organization))
    return session === null ? null : (await answers.paper({ organization, session, cycle: null }, file)).bytes
  })
  give('/cycles/:id/papers/:session/:day', async (c, answers, file) => {
    const cycle = await answers.cycle(c.req.param('id') ?? '')
    if (cycle === null) return null
    return answers.preparedPaper({ cycle: cycle.id, session: c.req.param('session') ?? '', dueOn: c.req.param('day') ?? '' }, file)
  })
}

/** `sp-progress.ar.docx` as its language and format. */
function fileNamed(name: string): File | null {
  const [, said, ending] = /^[\w-]+\.([a-z]+)\.([a-z]+)$/.exec(name) ?? []
  const language = knownLanguage.safeParse(said)
  const format = paperFormats.find((each) => each === ending)
  return language.success && format !== undefined ? { name, language: language.data, format } : null
}

function answer(c: Context, { name, format }: File, bytes: Uint8Array): Response {
  c.header('content-type', mediaTypes[format])
  // A paper's own styles stand in it. It runs nothing and fetches nothing.
  c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
  c.header('cache-control', 'no-store')
  c.header('content-disposition', `${format === 'html' ? 'inline' : 'attachment'}; filename="${name}"`)
  return c.body(Uint8Array.from(bytes).buffer)
}
