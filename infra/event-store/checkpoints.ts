import type { Pool } from 'pg'

/** How far each reader of the log has come. */
export interface Checkpoints {
  /** 0 where the reader has not begun. */
  read(name: string): Promise<number>
  /** Only forward: an earlier position changes nothing. */
  moveTo(name: string, position: number): Promise<void>
}

/** @param pool of the service's login */
export const createCheckpoints = (pool: Pool): Checkpoints => ({
  read: async (name) => {
    const { rows } = await pool.query<{ position: string }>('select position from checkpoint where name = $1', [name])
    return Number(rows[0]?.position ?? 0)
  },

  moveTo: async (name, position) => {
    const text = `insert into checkpoint (name, position) values ($1, $2)
      on conflict (name) do update set position = excluded.position where checkpoint.position < excluded.position`
    await pool.query(text, [name, position])
  },
})
