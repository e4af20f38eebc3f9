import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { etag } from 'hono/etag'
import { timelineOf } from '../../domain/history/timeline.ts'
import { partyId } from '../../domain/ids.ts'
import { requireLoopback } from '../api/actor.ts'
import { ownWords } from '../components/own-words.tsx'
import type { WebPorts } from '../ports.ts'
import { CyclePage } from './cycle-page.tsx'
import { bySoonest, cycleCards, cycleIn, planIn, statesIn } from './cycle-views.ts'
import { CyclesPage } from './cycles-page.tsx'
import { LetterPage } from './letter-page.tsx'
import { LettersPage } from './letters-page.tsx'
import { ObligationPage } from './obligation-page.tsx'
import { OperationsPage } from './operations-page.tsx'
import { createPageContext, type PageContext, seenBy } from './page-context.ts'
import { PlanPage } from './plan-page.tsx'
import { render } from './render.ts'

const lettersAPage = 100

/** `null`: there is no such page. */
type Show = (c: Context, pageContext: PageContext) => Promise<Response | null>

/** Every page, of the live installation and, below `/rehearsals/<name>`, of the rehearsals beside it. */
export function pageRoutes(app: OpenAPIHono, ports: WebPorts): void {
  const shown = (show: Show) => async (c: Context) => {
    const pageContext = await createPageContext(c, ports)
    return (pageContext === null ? null : await show(c, pageContext)) ?? c.notFound()
  }
  const page = (paths: readonly string[], show: Show) => {
    for (const path of paths) app.get(path, etag(), shown(show))
  }
  const inEachInstallation = (path: string) => [path, `/rehearsals/:rehearsal${path}`]

  page(['/'], async (c, pageContext) => {
    const rehearsals = await ports.rehearsals()
    const installations = [
      { installation: seenBy(pageContext.reader, ports), base: '', rehearsal: false },
      ...rehearsals.map((each) => ({ installation: seenBy(pageContext.reader, each), base: `/rehearsals/${encodeURIComponent(each.name)}`, rehearsal: true })),
    ]
    const cards = await Promise.all(installations.map(({ installation, ...where }) => cycleCards(installation, where)))
    return render(c, <CyclesPage pageContext={pageContext} cards={cards.flat().toSorted(bySoonest)} />)
  })

  page(inEachInstallation('/cycles/:id'), async (c, pageContext) => {
    const shown = await cycleIn(pageContext, c.req.param('id') ?? '', c.req.query('stage') ?? '')
    if (shown === null) return null
    const { cycle: followed } = shown
    if (followed.type === 'plan')
      return render(c, <PlanPage pageContext={pageContext} {...shown} {...(await planIn(pageContext, shown))} plan={followed.cycle} />)
    return render(c, <CyclePage pageContext={pageContext} {...shown} rows={statesIn(shown, pageContext)} />)
  })

  page(inEachInstallation('/obligations/:id'), async (c, pageContext) => {
    const { views, today } = pageContext.installation
    const row = await views.obligation(c.req.param('id') ?? '')
    if (row === null) return null
    const [cycle, events, letters, asOf] = await Promise.all([
      views.cycle(row.state.cycle),
      views.history(row.id),
      views.letters(row.id),
      today(row.state.organization),
    ])
    return render(
      c,
      <ObligationPage pageContext={pageContext} row={row} title={cycle?.title ?? null} asOf={asOf} timelineEntries={timelineOf(events)} letters={letters} />,
    )
  })

  page(inEachInstallation('/letters'), async (c, pageContext) => {
    const { views } = pageContext.installation
    const wanted = Math.max(Math.trunc(Number(c.req.query('page') ?? 1)) || 1, 1)
    const [first, parties] = await Promise.all([views.letterPage({ skip: (wanted - 1) * lettersAPage, size: lettersAPage }), views.parties()])
    const names = new Map(parties.map(({ organization, party, name }) => [partyId(organization, party), ownWords(pageContext.catalog, organization, name)]))
    const pages = Math.max(Math.ceil(first.count / lettersAPage), 1)
    const number = Math.min(wanted, pages)
    const { letters } = number === wanted ? first : await views.letterPage({ skip: (number - 1) * lettersAPage, size: lettersAPage })
    return render(c, <LettersPage pageContext={pageContext} letters={letters} page={number} pages={pages} nameOf={(party) => names.get(party) ?? party} />)
  })

  const letterOf = async (c: Context, { installation: { views, captured } }: PageContext) => {
    requireLoopback(c)
    const row = await views.letter(c.req.param('id') ?? '')
    return row === null ? null : { row, captured: await captured.read(row.letter.messageId) }
  }

  page(inEachInstallation('/letters/:id'), async (c, pageContext) => {
    const letter = await letterOf(c, pageContext)
    return letter === null ? null : render(c, <LetterPage pageContext={pageContext} {...letter} />)
  })

  const letterContent: Show = async (c, pageContext) => {
    const html = (await letterOf(c, pageContext))?.captured?.html ?? null
    if (html === null) return null
    // A letter's own styles stand in its text. It runs nothing, fetches nothing, and only our own page may frame it.
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
    // Not kept: the answer "not modified" would come under the policy of pages, which lets nobody frame them.
    c.header('cache-control', 'no-store')
    return c.html(html)
  }
  for (const path of inEachInstallation('/letters/:id/content')) app.get(path, shown(letterContent))

  page(['/operations'], async (c, pageContext) => {
    const [operations, counts] = await Promise.all([ports.operations(), pageContext.installation.views.letterOutcomes()])
    return render(c, <OperationsPage pageContext={pageContext} operations={operations} version={ports.about.version} letters={counts} />)
  })
}
