import { OpenAPIHono } from '@hono/zod-openapi'
import { bodyLimit } from 'hono/body-limit'
import { requireLoopback } from './api/actor.ts'
import { bodyTooLarge, largestBody } from './api/body.ts'
import { commandRoutes } from './api/commands.ts'
import { describeRoutes } from './api/description.ts'
import { readingRoutes } from './api/reading.ts'
import { writingRoutes } from './api/writing.ts'
import { assetRoutes } from './assets.ts'
import { answerErrors } from './failures.tsx'
import { paperRoutes } from './pages/paper-routes.ts'
import { pageRoutes } from './pages/routes.tsx'
import type { WebPorts } from './ports.ts'
import { securityHeaders } from './security-headers.ts'

/** Pages and the HTTP interface as one application. It opens no port. */
export function createWebApp(ports: WebPorts): OpenAPIHono {
  const app = new OpenAPIHono()
  app.use(securityHeaders)
  answerErrors(app, ports)

  describeRoutes(app)
  app.get('/api/openapi.json', (c) =>
    c.json(
      app.getOpenAPI31Document({
        openapi: '3.1.0',
        info: {
          title: 'Follow-Up',
          version: ports.about.version,
          description: 'What is owed, by whom and by when, and what was reported. No official product of any organization that it follows.',
        },
      }),
    ),
  )
  app.use('/api/*', async (c, next) => {
    requireLoopback(c)
    await next()
  })
  app.use(
    '/api/*',
    bodyLimit({
      maxSize: largestBody,
      onError: () => {
        throw bodyTooLarge()
      },
    }),
  )
  readingRoutes(app, ports)
  writingRoutes(app, ports)
  commandRoutes(app, ports)
  assetRoutes(app, ports.assets)
  paperRoutes(app, ports)
  pageRoutes(app, ports)
  return app
}
