import { describe, expect, it } from 'vitest'
import { type ProcessName, processNames } from '../../../infra/processes/names.ts'
import { childEnvironment, environmentOf } from '../../../infra/supervisor/child-environment.ts'

const shared = {
  dataDirectory: '/data',
  config: { logLevel: 'info', ports: {}, smtpUrl: 'smtp://user:secret@relay.example.org', database: { owner: 'postgres://owner@h/d' } },
  urls: { service: 'postgres://d_service:s@h/d', web: 'postgres://d_web:w@h/d' },
  temporal: { TEMPORAL_ADDRESS: 'temporal:7233', TEMPORAL_API_KEY: 'key' },
  webPort: 3000,
  sinkPort: 1025,
  opsPorts: { web: 1, worker: 2, projections: 3, sink: 4 },
} as const

const secrets = ['DATABASE_OWNER_URL', 'DATABASE_SERVICE_URL', 'DATABASE_WEB_URL', 'SMTP_URL', 'TEMPORAL_API_KEY']

describe('what the supervisor hands to a process', () => {
  it('is its own logins and no other secret', () => {
    const handed = (name: ProcessName) => secrets.filter((secret) => secret in environmentOf(name, shared))
    expect(Object.fromEntries(processNames.map((name) => [name, handed(name)]))).toStrictEqual({
      web: ['DATABASE_SERVICE_URL', 'DATABASE_WEB_URL'],
      worker: ['DATABASE_SERVICE_URL', 'SMTP_URL', 'TEMPORAL_API_KEY'],
      projections: ['DATABASE_SERVICE_URL'],
      sink: [],
    })
  })

  it('has nothing of the settings that the supervisor itself was started with', () => {
    const own = { PATH: '/bin', DATABASE_OWNER_URL: 'x', DATABASE_URL: 'x', SMTP_URL: 'x', TEMPORAL_API_KEY: 'x', FOLLOW_UP_PORT: '1', MAIL_DOMAIN: 'x.y' }
    const kept = { FOLLOW_UP_CACHE: '/cache', TEMPORAL_CLI_PATH: '/bin/temporal' }
    expect(childEnvironment({ FOLLOW_UP_PORT: '2' }, { ...own, ...kept })).toStrictEqual({ PATH: '/bin', FOLLOW_UP_PORT: '2', ...kept })
  })
})
