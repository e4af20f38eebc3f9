import type { Pool } from 'pg'
import type { RecordIndex } from '../../activities/reconcile.ts'

/** @param pool of the service's login */
export const createRecordIndex = (pool: Pool): RecordIndex => ({
  streamsIn: async <Category extends string>(category: Category) => {
    // A range of the index on names: '0' is the character after '/'.
    const { rows } = await pool.query<{ name: `${Category}/${string}` }>('select name from stream where name >= $1 and name < $2 order by name', [
      `${category}/`,
      `${category}0`,
    ])
    return rows.map(({ name }) => name)
  },
})
