import type { Pool } from 'pg'
import type { PreparedCommand } from './envelope.ts'

/** `at`: the instant of a rehearsal's own clock; `null` in a live house, which stamps its own. */
export type TimedCommand = PreparedCommand & { readonly at: string | null }

export type Outcome =
  | { readonly kind: 'appended' | 'known'; readonly firstPosition: number; readonly lastPosition: number }
  | { readonly kind: 'stale'; readonly stream: string; readonly expected: number }
  | { readonly kind: 'reused' }

type Row = {
  readonly outcome: Outcome['kind']
  readonly first_position: string | null
  readonly last_position: string | null
  readonly stale_stream: string | null
  readonly expected: number | null
}

/** One call of the append function: an outcome for each command, in their order. */
export async function sendCommands(pool: Pool, commands: readonly TimedCommand[]): Promise<readonly Outcome[]> {
  const { rows } = await pool.query<Row>({
    name: 'append_commands',
    text: 'select outcome, first_position, last_position, stale_stream, expected from append_commands($1, $2)',
    values: [...written(commands)],
  })
  return rows.map(outcomeOf)
}

/** Streams are numbered through the whole call, so that an event names its stream by a number. */
function written(commands: readonly TimedCommand[]): readonly [string, string] {
  let n = 0
  const events: unknown[] = []
  const judged = commands.map(({ id, by, bodyHash, at, streams, guards }) => ({
    id,
    role: by.role,
    actor: by.id,
    body: bodyHash,
    at,
    guards: guards.map(({ name, atVersion }) => ({ name, at: atVersion })),
    streams: streams.map(({ name, atVersion, events: added }) => {
      n += 1
      for (const { version, eventId, type, occurredOn, before, after } of added)
        events.push({ s: n, v: version, id: eventId, command: id, type, day: occurredOn, before, after })
      return { n, name, at: atVersion, count: added.length }
    }),
  }))
  return [JSON.stringify(judged), JSON.stringify(events)]
}

function outcomeOf({ outcome, first_position, last_position, stale_stream, expected }: Row): Outcome {
  switch (outcome) {
    case 'appended':
    case 'known':
      return { kind: outcome, firstPosition: Number(first_position), lastPosition: Number(last_position) }
    case 'stale':
      return { kind: 'stale', stream: stale_stream ?? '', expected: expected ?? 0 }
    case 'reused':
      return { kind: 'reused' }
  }
}
