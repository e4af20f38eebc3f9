import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { etag } from 'hono/etag'
import { timelineOf } from '../../domain/views/timeline.ts'
import { requireLoopback } from '../api/actor.ts'
import type { WebPorts } from '../ports.ts'
import { CyclePage } from './cycle-page.tsx'
import { bySoonest, cycleCards, cycleIn, planIn, statesIn } from './cycle-views.ts'
import { CyclesPage } from './cycles-page.tsx'
import { LetterPage } from './letter-page.tsx'
import { LettersPage } from './letters-page.tsx'
import { ObligationPage } from './obligation-page.tsx'
import { OperationsPage } from './operations-page.tsx'
import { PlanPage } from './plan-page.tsx'
import { render } from './render.ts'
import { type Visit, visitOf } from './visit.ts'

const lettersAPage = 100

/** `null`: there is no such page. */
type Show = (c: Context, visit: Visit) => Promise<Response | null>

/** Every page, of the live house and, below `/rehearsals/<name>`, of the rehearsals beside it. */
export function pageRoutes(app: OpenAPIHono, ports: WebPorts): void {
  const shown = (show: Show) => async (c: Context) => {
    const visit = await visitOf(c, ports)
    return (visit === null ? null : await show(c, visit)) ?? c.notFound()
  }
  const page = (paths: readonly string[], show: Show) => {
    for (const path of paths) app.get(path, etag(), shown(show))
  }
  const inEachHouse = (path: string) => [path, `/rehearsals/:rehearsal${path}`]

  page(['/'], async (c, visit) => {
    const rehearsals = await ports.rehearsals()
    const houses = [
      { house: ports, base: '', rehearsal: false },
      ...rehearsals.map((house) => ({ house, base: `/rehearsals/${encodeURIComponent(house.name)}`, rehearsal: true })),
    ]
    const cards = await Promise.all(houses.map(({ house, ...where }) => cycleCards(house, where)))
    return render(c, <CyclesPage visit={visit} cards={cards.flat().toSorted(bySoonest)} />)
  })

  page(inEachHouse('/cycles/:id'), async (c, visit) => {
    const shown = await cycleIn(visit, c.req.param('id') ?? '', c.req.query('stage') ?? '')
    if (shown === null) return null
    if (shown.cycle.cycle.family === 'plan') return render(c, <PlanPage visit={visit} {...shown} {...(await planIn(visit, shown))} plan={shown.cycle.cycle} />)
    return render(c, <CyclePage visit={visit} {...shown} rows={statesIn(shown, visit)} />)
  })

  page(inEachHouse('/obligations/:id'), async (c, visit) => {
    const { views, today } = visit.house
    const row = await views.obligation(c.req.param('id') ?? '')
    if (row === null) return null
    const [cycles, events, letters, asOf] = await Promise.all([views.cycles(), views.history(row.id), views.letters(row.id), today(row.state.organization)])
    const title = cycles.find(({ id }) => id === row.state.cycle)?.title ?? null
    return render(c, <ObligationPage visit={visit} row={row} title={title} asOf={asOf} moments={timelineOf(events)} letters={letters} />)
  })

  page(inEachHouse('/letters'), async (c, visit) => {
    const { views } = visit.house
    const [letters, debtors] = await Promise.all([views.letters(), views.debtors()])
    const names = new Map(debtors.map(({ organization, debtor, name }) => [`${organization}:${debtor}`, name[visit.wording.language]]))
    const pages = Math.max(Math.ceil(letters.length / lettersAPage), 1)
    const number = Math.min(Math.max(Math.trunc(Number(c.req.query('page') ?? 1)) || 1, 1), pages)
    const onPage = letters.toReversed().slice((number - 1) * lettersAPage, number * lettersAPage)
    return render(c, <LettersPage visit={visit} letters={onPage} page={number} pages={pages} nameOf={(debtor) => names.get(debtor) ?? debtor} />)
  })

  const letterOf = async (c: Context, { house: { views, captured } }: Visit) => {
    requireLoopback(c)
    const row = (await views.letters()).find(({ id }) => id === c.req.param('id'))
    return row === undefined ? null : { row, captured: await captured.read(row.letter.messageId) }
  }

  page(inEachHouse('/letters/:id'), async (c, visit) => {
    const letter = await letterOf(c, visit)
    return letter === null ? null : render(c, <LetterPage visit={visit} {...letter} />)
  })

  const letterContent: Show = async (c, visit) => {
    const html = (await letterOf(c, visit))?.captured?.html ?? null
    if (html === null) return null
    // A letter's own styles stand in its text. It runs nothing, fetches nothing, and only our own page may frame it.
    c.header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
    // Not kept: the answer "not modified" would come under the policy of pages, which lets nobody frame them.
    c.header('cache-control', 'no-store')
    return c.html(html)
  }
  for (const path of inEachHouse('/letters/:id/content')) app.get(path, shown(letterContent))

  page(['/operations'], async (c, visit) => {
    const [operations, letters] = await Promise.all([ports.operations(), ports.views.letters()])
    const outcomes = [...new Set(letters.map(({ letter }) => letter.outcome))]
    const counts = outcomes.map((outcome) => ({ outcome, count: letters.filter(({ letter }) => letter.outcome === outcome).length }))
    return render(c, <OperationsPage visit={visit} operations={operations} version={ports.about.version} letters={counts} />)
  })
}
