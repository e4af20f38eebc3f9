import { expect, it } from 'vitest'
import { createClosing } from '../../../infra/rehearsal-environment/closing.ts'

const ending = (name: string, ended: string[], failure?: Error) => async () => {
  ended.push(name)
  if (failure !== undefined) throw failure
}

it('ends the newest first, and the others although one will not end', async () => {
  const ended: string[] = []
  const { keep, close } = createClosing()
  keep(ending('PostgreSQL', ended))(null)
  keep(ending('worker', ended, new Error('it hangs')))(null)
  keep(ending('sink', ended))(null)
  await expect(close()).rejects.toThrow('it hangs')
  expect(ended).toStrictEqual(['sink', 'worker', 'PostgreSQL'])
})

it('ends at once what was begun too late', async () => {
  const ended: string[] = []
  const { keep, close } = createClosing()
  await close()
  keep(ending('PostgreSQL', ended))(null)
  expect(ended).toStrictEqual(['PostgreSQL'])
})
