import type { Pool } from 'pg'
import type { Registry } from 'prom-client'
import { positionOf } from '../read-models/fold-batch.ts'
import { live } from '../read-models/schema.ts'
import { type Reading, scrapedGauge } from './scraped-gauge.ts'

/**
 * Open obligations, and letters by outcome, counted in the views.
 *
 * @param pool of the service's login, which sees every row
 */
export function measureViews(registry: Registry, pool: Pool): void {
  const obligations = { name: 'follow_up_open_obligations', help: 'Obligations that are open, by kind', labels: ['organization', 'kind'] } as const
  const letters = {
    name: 'follow_up_letters',
    help: 'Letters by outcome: pending, accepted, refused, uncertain, withdrawn',
    labels: ['organization', 'outcome'],
  } as const
  scrapedGauge(registry, obligations, countedWhenMoved(pool, openObligations))
  scrapedGauge(registry, letters, countedWhenMoved(pool, lettersByOutcome))
}

/** What was counted is counted again only when the views have moved: the folded rows are large. */
function countedWhenMoved<Label extends string>(pool: Pool, text: string): () => Promise<readonly Reading<Label>[]> {
  let last: { readonly position: number; readonly readings: readonly Reading<Label>[] } | null = null
  return async () => {
    const position = await positionOf(pool, live)
    if (last?.position !== position) {
      const { rows } = await pool.query<Readonly<Record<Label, string>> & { readonly count: string }>(text)
      last = { position, readings: rows.map(({ count, ...labels }) => ({ labels: labels as unknown as Record<Label, string>, value: Number(count) })) }
    }
    return last.readings
  }
}

const openObligations = `select organization, kind, count(*) from ${live}.obligation
  where to_position is null and folded->>'status' = 'open' group by 1, 2`

/** The id of a letter begins with its organization. */
const lettersByOutcome = `select split_part(id, ':', 1) as organization, folded->>'outcome' as outcome, count(*) from ${live}.letter
  where folded->>'outcome' is not null group by 1, 2`
