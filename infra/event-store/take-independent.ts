import type { PreparedCommand } from './envelope.ts'

/**
 * Takes from the front what may travel in one call: commands that share no id, and none of whose written streams another writes or guards.
 * What shares something with a command ahead of it waits, and so do those behind it that share something with it: each stream keeps the order of arrival.
 */
export function takeIndependent<T extends { readonly command: PreparedCommand }>(gathered: readonly T[], atMost: number): { taken: T[]; left: T[] } {
  const ids = new Set<string>()
  const written = new Set<string>()
  const guarded = new Set<string>()
  const taken: T[] = []
  const left: T[] = []
  for (const waiting of gathered) {
    const { id, streams, guards } = waiting.command
    const meets = ids.has(id) || streams.some(({ name }) => written.has(name) || guarded.has(name)) || guards.some(({ name }) => written.has(name))
    if (meets || taken.length === atMost) left.push(waiting)
    else taken.push(waiting)
    ids.add(id)
    for (const { name } of streams) written.add(name)
    for (const { name } of guards) guarded.add(name)
  }
  return { taken, left }
}
