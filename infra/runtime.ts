import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Office } from '../activities/house.ts'
import { composeLetter } from '../activities/letters/compose.ts'
import type { Clock, PostOffice } from '../activities/ports.ts'
import { readEvent } from '../domain/events.ts'
import { systemClock } from './clock/system-clock.ts'
import { paperWriter } from './documents/paper-writer.ts'
import { createSealedStore, type ErasableStore } from './documents/sealed-store.ts'
import { createEventLog } from './event-store/event-log.ts'
import { openPool } from './event-store/pool.ts'
import { type Connections, connectionsFor } from './event-store/roles.ts'
import { readLocales } from './locales.ts'
import { debtorAddress, secretariatAddress, unroutableMailDomain } from './mail/addresses.ts'
import { buildMessage } from './mail/mime.ts'
import { readPaperWords } from './paper-words.ts'
import { projectRoot } from './project-root.ts'
import { loadSeeds } from './seeds/load-seeds.ts'
import { referenceFrom } from './seeds/reference-from.ts'
import type { Seeds } from './seeds/seeds.ts'
import { type Wordings, wordingsOf } from './wordings.ts'

/** A house with its doors open: the use cases' needs, and what the processes hand to the other rooms. */
export type OpenHouse = {
  readonly office: Office
  readonly seeds: Seeds
  readonly wordings: Wordings
  readonly pool: Pool
  readonly connections: Connections
  /** Ends the connections; nothing may be under way. */
  close(): Promise<void>
}

export type HouseSettings = {
  /** Of the database's owner: the house itself works under the service's login. */
  readonly ownerUrl: string
  readonly clock: Clock
  readonly postOffice: PostOffice
  readonly mailDomain?: string
  /** Where ministries answer in a browser, if pages are served. */
  readonly portal?: string
  /** A rehearsal: letters say so, and keys derive from the seed. */
  readonly rehearsal?: { readonly seed: string }
  /** Connections of the service at once. */
  readonly connections?: number
}

/**
 * The composition root: opens a migrated house.
 *
 * @throws SeedsRefused when the seeds do not hold together
 */
export async function openHouse(settings: HouseSettings): Promise<OpenHouse> {
  const { ownerUrl, clock, postOffice, mailDomain = unroutableMailDomain, portal, rehearsal } = settings
  const connections = await connectionsFor(ownerUrl)
  const pool = openPool(connections.service, { max: settings.connections ?? 16 })
  const root = projectRoot()
  const [seeds, locales] = await Promise.all([loadSeeds(join(root, 'seeds'), await systemClock().today('UTC')), readLocales()])
  const wordings = wordingsOf(locales, seeds)
  const sealed: ErasableStore = createSealedStore(pool, rehearsal ?? {})

  const papers = await readPaperWords(wordings)
  const addressOf = (organization: string) => secretariatAddress(organization, mailDomain)
  // A mail domain that makes no address is told before anything is done, and not by the first letter.
  for (const { organization } of seeds.organizations) addressOf(organization.code)

  const office: Office = {
    log: createEventLog(pool, { parse: readEvent, ...(rehearsal === undefined ? {} : { clock: () => clock.now() }) }),
    sealed,
    clock,
    reference: referenceFrom(seeds),
    writePaper: paperWriter(papers, portal),
    postOffice,
    replyTo: (organization) => ({ address: addressOf(organization), ...(portal === undefined ? {} : { portal }) }),
    leaseMs: rehearsal === undefined ? longestAttemptMs : 0,
    synthetic: rehearsal !== undefined,
    writeLetter: async (facts, language, instant) => {
      const to = debtorAddress(facts.debtor, mailDomain)
      const composed = composeLetter(facts, language, wordings[language])
      const { address } = facts.reply
      const from = { name: facts.organization[language], address }
      const { messageId, bytes } = await buildMessage({ ...composed, id: facts.letterId, from, to, date: instant })
      return { messageId, from: address, to, message: Buffer.from(bytes).toString('utf8') }
    },
  }
  return { office, seeds, wordings, pool, connections, close: () => pool.end() }
}

/** Longer than all SMTP timeouts together. */
const longestAttemptMs = 180_000
