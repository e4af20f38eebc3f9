import type { Pool } from 'pg'
import type { PreparedCommand } from './envelope.ts'

/** `at`: the instant of a rehearsal's own clock; `null` in a live installation, which stamps its own. */
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

/** One call of the append function: an outcome for each command, in their order. They share neither ids nor written streams. */
export async function sendCommands(pool: Pool, commands: readonly TimedCommand[]): Promise<readonly Outcome[]> {
  const { rows } = await pool.query<Row>({
    name: 'append_commands',
    text: 'select outcome, first_position, last_position, stale_stream, expected from append_commands($1, $2, $3)',
    values: [...written(commands)],
  })
  return rows.map(outcomeOf)
}

/** Commands are numbered by `c`, and streams through the whole call by `s`, so that an event names both by a number. */
function written(commands: readonly TimedCommand[]): readonly [string, string, string] {
  let s = 0
  const judged: unknown[] = []
  const touched: unknown[] = []
  const events: unknown[] = []
  for (const [index, { id, by, bodyHash, at, streams, preconditions }] of commands.entries()) {
    const c = index + 1
    let count = 0
    for (const { name, atVersion, events: added } of streams) {
      s += 1
      count += added.length
      touched.push({ c, s, name, at: atVersion, count: added.length })
      for (const { version, eventId, type, occurredOn, before, after } of added)
        events.push({ c, s, v: version, id: eventId, command: id, type, day: occurredOn, before, after })
    }
    for (const { name, atVersion } of preconditions) touched.push({ c, name, at: atVersion, count: 0 })
    judged.push({ id, role: by.role, actor: by.id, body: bodyHash, at, count })
  }
  return [JSON.stringify(judged), JSON.stringify(touched), JSON.stringify(events)]
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
