import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { installationDatabase, layoutOf } from '../infra/installation/layout.ts'
import { startPostgres } from '../infra/local-servers/postgres/start-postgres.ts'
import { type Capture, listCaptured, mailFolder } from '../infra/mail/captured-mail.ts'
import { urlOfDatabase } from '../infra/postgres/provision-database.ts'

export type PlayedLetter = Pick<Capture, 'from' | 'to'> & { readonly bytes: Uint8Array }

/** What a rehearsal did on one of its days. */
export type PlayedDay = {
  /** Obligations whose workflow was woken and took what was due. */
  readonly woken: readonly string[]
  readonly letters: readonly PlayedLetter[]
  /** Appends, each as the number of its events. */
  readonly appends: readonly number[]
}

/** Reads what was done day by day from the record and the captured letters that a play left. */
export async function readPlayedDays(dataDirectory: string): Promise<readonly PlayedDay[]> {
  const letters = (await lettersOf(dataDirectory)).values()
  const days = groupedBy(await eventsOf(dataDirectory), ({ day }) => day)
  return [...days.values()].map((events) => ({
    woken: [...new Set(events.flatMap(({ actor, stream }) => (actor === 'follow-obligation' && stream.startsWith('obligation/') ? [stream] : [])))],
    letters: events.filter(({ type }) => type === 'LetterAccepted').flatMap(() => letters.next().value ?? []),
    appends: [...groupedBy(events, ({ command }) => command).values()].map((each) => each.length),
  }))
}

type PlayedEvent = { readonly day: string; readonly command: string; readonly actor: string; readonly stream: string; readonly type: string }

async function eventsOf(dataDirectory: string): Promise<readonly PlayedEvent[]> {
  const postgres = await startPostgres({ dataDir: layoutOf(dataDirectory).postgres })
  const client = new Client({ connectionString: urlOfDatabase(postgres.url, installationDatabase) })
  try {
    await client.connect()
    const { rows } = await client.query<PlayedEvent>(
      `select to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD') as day, e.command_id as command, c.actor, s.name as stream, e.type
         from recorded_event e join stream s on s.id = e.stream_id join command c on c.id = e.command_id order by e.position`,
    )
    return rows
  } finally {
    await client.end()
    await postgres.stop()
  }
}

async function lettersOf(dataDirectory: string): Promise<readonly PlayedLetter[]> {
  const captured = await listCaptured(dataDirectory)
  return Promise.all(captured.map(async ({ from, to, file }) => ({ from, to, bytes: await readFile(join(mailFolder(dataDirectory), file)) })))
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item)) ?? []
    group.push(item)
    groups.set(keyOf(item), group)
  }
  return groups
}
