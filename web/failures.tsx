import { randomUUID } from 'node:crypto'
import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { type Problem, problemResponse } from './api/problem.ts'
import { fault, problemOf } from './api/problem-of.ts'
import { FailurePage } from './pages/failure-page.tsx'
import { wordsFor } from './pages/page-context.ts'
import { render } from './pages/render.ts'
import type { WebPorts } from './ports.ts'

/** Programs are answered with problem details, people with a page. What a fault of ours is about stands in the log alone. */
export function answerErrors(app: OpenAPIHono, ports: WebPorts): void {
  const answer = (c: Context, problem: Problem): Promise<Response> | Response => {
    if (isApi(c)) return problemResponse(problem, c.req.path)
    if (problem.retryAfterSeconds !== undefined) c.header('retry-after', String(problem.retryAfterSeconds))
    return render(c, <FailurePage {...wordsFor(c, ports)} status={problem.status} id={problem.facts?.id ?? ''} />, pageStatus(problem.status))
  }

  app.notFound((c) =>
    answer(c, { status: 404, code: 'unknown-address', title: 'There is no such address', detail: `Nothing answers ${c.req.method} ${c.req.path}.` }),
  )
  app.onError((error, c) => {
    const problem = problemOf(error, ports.isOutage)
    if (problem !== null) return answer(c, problem)
    const id = randomUUID()
    ports.logFault({ id, method: c.req.method, path: c.req.path, error })
    return answer(c, fault(id))
  })
}

const isApi = (c: Context) => c.req.path === '/api' || c.req.path.startsWith('/api/')

const pageStatus = (status: Problem['status']): 401 | 404 | 500 | 503 => (status === 401 || status === 503 || status === 500 ? status : 404)
