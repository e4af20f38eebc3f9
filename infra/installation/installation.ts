import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Clock, PostOffice } from '../../activities/ports.ts'
import type { DeliveryContext } from '../../activities/use-case-context.ts'
import { composeLetter } from '../../documents/letters/compose-letter.ts'
import { paperWriter } from '../../documents/papers/paper-writer.ts'
import { readEvent } from '../../domain/events.ts'
import { textIn } from '../../domain/languages.ts'
import { systemClock } from '../clock/system-clock.ts'
import { createEncryptedStore, type ErasableStore } from '../documents-store/encrypted-store.ts'
import { createEventLog } from '../event-store/event-log.ts'
import { type Catalogs, createCatalogs } from '../locales/create-catalogs.ts'
import { readLocales } from '../locales/read-locales.ts'
import { readPaperCatalogs } from '../locales/read-paper-catalogs.ts'
import { partyAddress, secretariatAddress, unroutableMailDomain } from '../mail/addresses.ts'
import { buildMessage } from '../mail/mime.ts'
import { openPool } from '../postgres/pool.ts'
import { loadSeeds } from '../seeds/load-seeds.ts'
import { referenceFrom } from '../seeds/reference-from.ts'
import type { Seeds } from '../seeds/seeds.ts'
import { projectRoot } from './project-root.ts'

/** An open installation: what the use cases need, and what the processes hand to the other rooms. */
export type OpenInstallation = {
  readonly office: DeliveryContext
  readonly seeds: Seeds
  readonly catalogs: Catalogs
  readonly pool: Pool
  /** Ends the connections; nothing may be under way. */
  close(): Promise<void>
}

export type InstallationSettings = {
  /** The use cases work under the service's login. */
  readonly serviceUrl: string
  readonly clock: Clock
  readonly postOffice: PostOffice
  readonly mailDomain?: string
  /** The folder of the organizations that it follows; the project's own `seeds/` where none is given. */
  readonly seedsFolder?: string
  /** Where ministries answer in a browser, if pages are served. */
  readonly portal?: string
  /** A rehearsal: letters say so, and keys derive from the seed. */
  readonly rehearsal?: { readonly seed: string }
  /** Connections of the service at once. */
  readonly connections?: number
}

/**
 * The composition root: opens a migrated installation.
 *
 * @throws SeedsRefused when the seeds do not hold together
 */
export async function openInstallation(settings: InstallationSettings): Promise<OpenInstallation> {
  const { serviceUrl, clock, postOffice, mailDomain = unroutableMailDomain, seedsFolder = join(projectRoot(), 'seeds'), portal, rehearsal } = settings
  const pool = openPool(serviceUrl, { max: settings.connections ?? 16 })
  const [seeds, locales] = await Promise.all([loadSeeds(seedsFolder, await systemClock().today('UTC')), readLocales()])
  const catalogs = createCatalogs(locales, seeds)
  const encrypted: ErasableStore = createEncryptedStore(pool, rehearsal ?? {})

  const papers = await readPaperCatalogs(catalogs)
  const addressOf = (organization: string) => secretariatAddress(organization, mailDomain)
  // A mail domain that makes no address is told before anything is done, and not by the first letter.
  for (const { organization } of seeds.organizations) addressOf(organization.code)

  const office: DeliveryContext = {
    log: createEventLog(pool, { parse: readEvent, ...(rehearsal === undefined ? {} : { clock: () => clock.now() }) }),
    encrypted,
    clock,
    reference: referenceFrom(seeds),
    writePaper: paperWriter(papers, portal),
    postOffice,
    replyTo: (organization) => ({ address: addressOf(organization), ...(portal === undefined ? {} : { portal }) }),
    leaseMs: rehearsal === undefined ? longestAttemptMs : 0,
    synthetic: rehearsal !== undefined,
    writeLetter: async (facts, language, instant) => {
      const to = partyAddress(facts.party, mailDomain)
      const composed = composeLetter(facts, language, catalogs[language])
      const { address } = facts.reply
      const from = { name: textIn(facts.organization, language), address }
      const { messageId, bytes } = await buildMessage({ ...composed, id: facts.letterId, from, to, date: instant })
      return { messageId, from: address, to, message: Buffer.from(bytes).toString('utf8') }
    },
  }
  return { office, seeds, catalogs, pool, close: () => pool.end() }
}

/** Longer than all SMTP timeouts together. */
const longestAttemptMs = 180_000
