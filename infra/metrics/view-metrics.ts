import type { Pool } from 'pg'
import { Gauge, type Registry } from 'prom-client'
import { positionOf } from '../read-models/fold-batch.ts'
import { live } from '../read-models/schema.ts'
import { collectSafely } from './collect-safely.ts'

type Counted = { readonly organization: string; readonly what: string; readonly count: number }
type Counts = { readonly position: number; readonly obligations: readonly Counted[]; readonly letters: readonly Counted[] }

/**
 * Open obligations and letters by outcome, counted in the views at each scrape.
 *
 * @param pool of the service's login, which sees every row
 */
export function measureViews(registry: Registry, pool: Pool): void {
  let last: Counts | null = null
  const letters = new Gauge({
    name: 'follow_up_letters',
    help: 'Letters by outcome: pending, accepted, refused, uncertain, withdrawn',
    labelNames: ['organization', 'outcome'],
    registers: [registry],
  })
  new Gauge({
    name: 'follow_up_open_obligations',
    help: 'Obligations that are open, by kind',
    labelNames: ['organization', 'kind'],
    registers: [registry],
    async collect() {
      await collectSafely([this, letters], async () => {
        last = await counted(pool, last)
        for (const { organization, what, count } of last.obligations) this.set({ organization, kind: what }, count)
        for (const { organization, what, count } of last.letters) letters.set({ organization, outcome: what }, count)
      })
    },
  })
}

/** What was counted is counted again only when the views have moved. */
async function counted(pool: Pool, last: Counts | null): Promise<Counts> {
  const position = await positionOf(pool, live)
  if (last?.position === position) return last
  const [obligations, letters] = [await pool.query<Row>(openObligations), await pool.query<Row>(lettersByOutcome)]
  return { position, obligations: obligations.rows.map(countOf), letters: letters.rows.map(countOf) }
}

type Row = { readonly organization: string; readonly what: string; readonly count: string }

const countOf = ({ organization, what, count }: Row): Counted => ({ organization, what, count: Number(count) })

const openObligations = `select organization, kind as what, count(*) from ${live}.obligation
  where to_position is null and folded->>'status' = 'open' group by 1, 2`

/** The id of a letter begins with its organization. */
const lettersByOutcome = `select split_part(id, ':', 1) as organization, folded->>'outcome' as what, count(*) from ${live}.letter
  where folded->>'outcome' is not null group by 1, 2`
