import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCommandMetadata } from '../../activities/command.ts'
import { openCycle } from '../../activities/commands/cycle/open-cycle.ts'
import { deliverLetter } from '../../activities/correspondence/deliver-letter.ts'
import { nextLetter } from '../../activities/correspondence/next-letter.ts'
import { importFacts } from '../../activities/import-facts.ts'
import { nextStep, takeStep } from '../../activities/obligation/take-step.ts'
import type { Views } from '../../activities/views.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { principalIn, systemPrincipal } from '../../domain/principal.ts'
import type { Questionnaire } from '../../domain/report/questionnaire.ts'
import { createRehearsalClock, type RehearsalClock } from '../../infra/clock/rehearsal-clock.ts'
import { type OpenInstallation, openInstallation } from '../../infra/installation/installation.ts'
import { startSink } from '../../infra/mail/sink.ts'
import { sinkPostOffice } from '../../infra/mail/sink-post-office.ts'
import type { Connections } from '../../infra/postgres/roles.ts'
import { createQueries, type ReadyQueries } from '../../infra/read-models/create-queries.ts'
import { createViewsProjection } from '../../infra/read-models/views-projection.ts'
import { factsFrom } from '../../infra/seeds/facts-from.ts'
import { submitReport } from './obligation-commands.ts'
import { openFreshInstallation } from './postgres.ts'

/** An installation with every Member of the seeds on real PostgreSQL and a real SMTP sink, whose days the test moves. */
export type WebInstallation = OpenInstallation & {
  readonly clock: RehearsalClock
  readonly queries: ReadyQueries
  /** As those who operate the installation see them. */
  readonly views: Views
  readonly dataDirectory: string
  readonly connections: Connections
  open(instrument: string, trackedFrom: string): Promise<void>
  /** The day begins, each of these States' steps that are due is taken, and their letters are delivered. */
  begin(date: string, states: readonly string[], instrument: string): Promise<void>
  report(state: string, instrument: string, answer: Questionnaire): Promise<void>
}

/** @param seedsFolder the project's own seeds where none is given */
export async function createWebInstallation(kind: 'live' | 'rehearsal', first: string, seedsFolder?: string): Promise<WebInstallation> {
  const database = await openFreshInstallation(kind)
  const dataDirectory = await mkdtemp(join(tmpdir(), 'follow-up-web-'))
  const sink = await startSink({ dataDirectory })
  const clock = createRehearsalClock(day(first))
  const own = seedsFolder === undefined ? {} : { seedsFolder }
  const settings = { serviceUrl: database.connections.service, clock, postOffice: sinkPostOffice(sink.url, dataDirectory), ...own }
  const context = await openInstallation(kind === 'rehearsal' ? { ...settings, rehearsal: { seed: '1' } } : settings)
  const { office, pool } = context
  const queries = createQueries(pool, { projection: createViewsProjection({ pool, log: office.log }) })
  const views = queries.as(systemPrincipal('operator'))
  // No session has closed before it did.
  const facts = factsFrom(context.seeds).filter(({ type, knownFrom }) => type !== 'SessionClosed' || knownFrom === null || knownFrom <= day(first))
  await importFacts(office, facts, day(first))

  return {
    ...context,
    ...{ clock, queries, views, dataDirectory, connections: database.connections },
    open: async (instrument, trackedFrom) => {
      const cycle = `ilo:${instrument.toLowerCase()}`
      const opening = { cycle, organization: 'ilo', instrument, trackedFrom: day(trackedFrom), synthetic: kind === 'rehearsal' }
      await openCycle(office, { commandId: `open/${cycle}`, principal: systemPrincipal('seeds') }, opening)
    },
    begin: async (date, states, instrument) => {
      clock.moveTo(day(date))
      for (const state of states) {
        const obligation = `ilo:${instrument}:submission:${state}`
        const step = await nextStep(office, obligation)
        if (step.kind === 'step' && step.waitMs === 0) await takeStep(office, obligation, step)
        const letter = await nextLetter(office, `ilo:${state}`)
        if (letter.kind === 'deliver') await deliverLetter(office, letter.letter, AbortSignal.timeout(30_000))
      }
    },
    report: async (state, instrument, answer) => {
      const metadata = createCommandMetadata(
        principalIn({ role: 'ministry', id: state }, 'ilo', 'http'),
        `submit-report/${instrument}`,
        await clock.today('UTC'),
        answer,
      )
      await submitReport(office, metadata, `ilo:${instrument}:submission:${state}`, answer)
    },
    close: async () => {
      await context.close()
      await sink.close()
      await database.drop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}
