import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { projectRoot } from '../../../infra/installation/project-root.ts'
import { checkSeeds } from '../../../infra/seeds/check-seeds.ts'

export const realSeeds = join(projectRoot(import.meta.dirname), 'seeds')

/** A day on which every citation of the seeds is fresh. */
export const today = day('2026-11-22')

/** One change to one file: what stands there, and what is put in its place. */
export type Change = { readonly file: string; readonly replace: string; readonly by: string }

/** A change that does harm, and where it must be told: at the line that holds `lineWith`, of `told` or of the changed file. */
export type Fault = Change & { readonly fault: string; readonly lineWith: string; readonly path: string; readonly what: RegExp; readonly told?: string }

/** A fictional parliament: small, so that a check of it takes no time. */
export const parliamentSeeds = join(projectRoot(import.meta.dirname), 'test/organizations')

/** Puts a copy of the real seeds, or of others, where `use` can spoil it, then takes it away. */
export async function withSeedsCopy<T>(use: (root: string) => Promise<T>, from = realSeeds): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'seeds-'))
  try {
    await cp(from, join(folder, 'seeds'), { recursive: true, filter: (path) => !path.endsWith('.ts') })
    return await use(join(folder, 'seeds'))
  } finally {
    await rm(folder, { recursive: true })
  }
}

export async function change(root: string, { file, replace, by }: Change): Promise<void> {
  const before = await readFile(join(root, file), 'utf8')
  if (!before.includes(replace)) throw new Error(`${file} does not hold ${replace}`)
  await writeFile(
    join(root, file),
    before.replace(replace, () => by),
  )
}

/** The line on which a piece of text begins, counted by its line ends. */
export async function lineOf(root: string, file: string, piece: string): Promise<number> {
  const text = await readFile(join(root, file), 'utf8')
  if (!text.includes(piece)) throw new Error(`${file} does not hold ${piece}`)
  return text.slice(0, text.indexOf(piece)).split('\n').length
}

/** Expects a fault in a copy of some seeds to be told at its file and line. */
export const expectToldIn =
  (from: string) =>
  ({ lineWith, path, what, told, ...spoiled }: Fault): Promise<void> =>
    withSeedsCopy(async (root) => {
      await change(root, spoiled)
      const { problems } = await checkSeeds(root, today)
      const file = told ?? spoiled.file
      expect(problems).toContainEqual({ file: `seeds/${file}`, line: await lineOf(root, file, lineWith), path, what: expect.stringMatching(what) })
    }, from)

export const expectTold = expectToldIn(realSeeds)
