import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findTimeSkippingServer } from '../../../../infra/local-servers/temporal/time-skipping-server.ts'
import { createTimeSkippingEnvironment } from '../../../support/time-skipping.ts'

const DAY_MS = 86_400_000

describe('the time-skipping server', () => {
  it('lets a year pass at once, and only there', async () => {
    const environment = await createTimeSkippingEnvironment()
    const before = await environment.currentTimeMs()
    await environment.sleep(365 * DAY_MS)
    const passed = (await environment.currentTimeMs()) - before
    await environment.teardown()

    expect(environment.supportsTimeSkipping).toBe(true)
    expect(Math.floor(passed / DAY_MS)).toBe(365)
  })

  it('is never looked for elsewhere when a person names one', async () => {
    await expect(findTimeSkippingServer(() => undefined, { TEMPORAL_TEST_SERVER_PATH: '/nowhere/server' })).rejects.toThrow(
      'TEMPORAL_TEST_SERVER_PATH is /nowhere/server, but nothing is there.',
    )
  })

  it('says what to install where neither the network nor Java is there', async () => {
    const cache = await mkdtemp(join(tmpdir(), 'follow-up-test-server-'))
    const environment = { PATH: '/nowhere', FOLLOW_UP_CACHE: cache, HTTPS_PROXY: 'http://127.0.0.1:9' }
    const failure = await findTimeSkippingServer(() => undefined, environment).catch((error: unknown) => error)
    await rm(cache, { recursive: true, force: true })

    const message = failure instanceof Error ? failure.message : ''
    expect(message).toMatch(/^Temporal's time-skipping server was not found\.\n/)
    expect(message).toMatch(/ {2}- Maven: java is not installed\n.*TEMPORAL_TEST_SERVER_PATH.*install Java 17 or newer and Maven/s)
  })
})
