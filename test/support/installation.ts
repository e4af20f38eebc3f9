import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCycle } from '../../activities/commands/cycle/open-cycle.ts'
import { importFacts } from '../../activities/import-facts.ts'
import type { Clock } from '../../activities/ports.ts'
import { type CalendarDate, day } from '../../domain/calendar/calendar-date.ts'
import { systemPrincipal } from '../../domain/principal.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { type OpenInstallation, openInstallation } from '../../infra/installation/installation.ts'
import { type Capture, listCaptured } from '../../infra/mail/captured-mail.ts'
import { startSink } from '../../infra/mail/sink.ts'
import { sinkPostOffice } from '../../infra/mail/sink-post-office.ts'
import { factsFrom } from '../../infra/seeds/facts-from.ts'
import { openFreshInstallation } from './postgres.ts'

/** The Members of the small organization, by their codes. */
export const threeMembers = ['FRA', 'TUN', 'URY'] as const

export type TestInstallation = OpenInstallation & {
  /** Opens the cycle of an instrument: an obligation for each of the three Members. */
  follow(instrument: string, trackedFrom: CalendarDate): Promise<void>
  /** Events of one stream, as the record has them. */
  events(stream: string): Promise<readonly RecordedEvent[]>
  /** What the sink captured, in order. */
  letters(): Promise<readonly Capture[]>
  /** Takes the relay away, or brings it back under the same address. */
  readonly relay: { leave(): Promise<void>; comeBack(): Promise<void> }
}

/** A house of three Members on real PostgreSQL, with the sessions, instruments and rules of the seeds and a real SMTP sink. Give it back with `close()`. */
export async function createTestInstallation(clock: Clock): Promise<TestInstallation> {
  const database = await openFreshInstallation()
  const dataDirectory = await mkdtemp(join(tmpdir(), 'follow-up-installation-'))
  let sink = await startSink({ dataDirectory })
  const context = await openInstallation({ serviceUrl: database.connections.service, clock, postOffice: sinkPostOffice(sink.url, dataDirectory) })
  const { office } = context
  const facts = factsFrom(context.seeds).filter(({ type, data }) => type !== 'MemberAdmitted' || threeMembers.some((member) => member === data.member))
  await importFacts(
    office,
    facts.filter(({ type }) => type !== 'WithdrawalNoticeGiven'),
    day('2012-06-14'),
  )

  return {
    ...context,
    follow: async (instrument, trackedFrom) => {
      const cycle = `ilo:${instrument.toLowerCase()}`
      const metadata = { commandId: `open/${cycle}`, principal: systemPrincipal('seeds') }
      await openCycle(office, metadata, { cycle, organization: 'ilo', instrument, trackedFrom, synthetic: false })
    },
    events: async (stream) => (await office.log.read([stream])).histories[0]?.events ?? [],
    letters: () => listCaptured(dataDirectory),
    relay: {
      leave: () => sink.close(),
      comeBack: async () => {
        sink = await startSink({ dataDirectory, port: sink.port })
      },
    },
    close: async () => {
      await context.close()
      await sink.close()
      await database.drop()
      await rm(dataDirectory, { recursive: true, force: true })
    },
  }
}
