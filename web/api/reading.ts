import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { ObligationRow, Views } from '../../activities/views.ts'
import { explanationOf } from '../../domain/explanation/explanation.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { WebPorts } from '../ports.ts'
import { hasCaughtUp } from '../position.ts'
import { readerOf } from './actor.ts'
import { isId } from './ids.ts'
import { cycleAnswer, eventAnswer, letterAnswer } from './reading-responses.ts'
import { obligationResponse } from './status-response.ts'

/** Routes that only look. Nothing is decided from what they answer. */
export function readingRoutes(app: OpenAPIHono, { queries, identity, today, waitForPosition }: WebPorts): void {
  const viewsFor = async (c: Context): Promise<Views> => queries.as(await readerOf(c, identity))

  app.use('/api/*', async (c, next) => {
    if (c.req.method === 'GET' && !(await hasCaughtUp(c, waitForPosition))) c.header('x-catching-up', 'true')
    await next()
  })

  const found = async (c: Context): Promise<ObligationRow> => {
    const id = c.req.param('id') ?? ''
    const row = isId(id) ? await (await viewsFor(c)).obligation(id) : null
    if (row === null) throw new Refusal('unknown-obligation', `There is no obligation ${isId(id) ? id : 'of that name'}`, isId(id) ? { obligation: id } : {})
    return row
  }

  app.get('/api/cycles', async (c) => c.json({ cycles: (await (await viewsFor(c)).cycles()).map(cycleAnswer) }))

  app.get('/api/cycles/:id/rows', async (c) => {
    const id = c.req.param('id')
    const outline = isId(id) ? await (await viewsFor(c)).plan(id) : null
    if (outline === null) throw new Refusal('unknown-plan', `There is no plan ${isId(id) ? id : 'of that name'}`)
    return c.json({ cycle: id, ...outline, rows: await (await viewsFor(c)).rows(id) })
  })

  app.get('/api/cycles/:id/obligations', async (c) => {
    const id = c.req.param('id')
    const cycle = isId(id) ? await (await viewsFor(c)).cycle(id) : null
    if (cycle === null) throw new Refusal('unknown-cycle', `There is no cycle ${isId(id) ? id : 'of that name'}`)
    const [rows, asOf] = await Promise.all([(await viewsFor(c)).obligations({ cycle: id }), today(cycle.cycle.organization)])
    return c.json({ cycle: id, asOf, obligations: rows.map((row) => ({ ...obligationResponse(row.id, row.state, asOf), partyName: row.partyName })) })
  })

  app.get('/api/obligations/:id', async (c) => {
    const { id, state, partyName } = await found(c)
    return c.json({ ...obligationResponse(id, state, await today(state.organization)), partyName })
  })

  app.get('/api/obligations/:id/reports/:report', async (c) => {
    const { id, state } = await found(c)
    const report = obligationResponse(id, state, await today(state.organization)).reports.find((each) => each.id === c.req.param('report'))
    if (report === undefined) throw new Refusal('unknown-report', `There is no such report on ${id}`)
    return c.json({ obligation: id, ...report })
  })

  app.get('/api/obligations/:id/history', async (c) => {
    const { id } = await found(c)
    return c.json({ obligation: id, events: (await (await viewsFor(c)).history(id)).map(eventAnswer) })
  })

  app.get('/api/obligations/:id/explanation', async (c) => {
    const { id, state } = await found(c)
    return c.json(explanationOf(id, state))
  })

  app.get('/api/obligations/:id/letters', async (c) => {
    const { id } = await found(c)
    return c.json({ obligation: id, letters: (await (await viewsFor(c)).letters(id)).map(letterAnswer) })
  })

  app.get('/api/letters', async (c) => c.json({ letters: (await (await viewsFor(c)).letters()).map(letterAnswer) }))
}
