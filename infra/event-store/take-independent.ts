import type { PreparedCommand } from './envelope.ts'

/**
 * Takes from the front what may travel in one call: commands that share no id, and none of whose written streams another writes or guards.
 * The first that shares something ends the call, and those behind it wait with it: positions keep the order of arrival.
 */
export function takeIndependent<T extends { readonly command: PreparedCommand }>(gathered: readonly T[], atMost: number): { taken: T[]; left: T[] } {
  const ids = new Set<string>()
  const written = new Set<string>()
  const guarded = new Set<string>()
  const end = gathered.findIndex(({ command: { id, streams, preconditions } }, index) => {
    const meets = ids.has(id) || streams.some(({ name }) => written.has(name) || guarded.has(name)) || preconditions.some(({ name }) => written.has(name))
    ids.add(id)
    for (const { name } of streams) written.add(name)
    for (const { name } of preconditions) guarded.add(name)
    return meets || index === atMost
  })
  return end === -1 ? { taken: [...gathered], left: [] } : { taken: gathered.slice(0, end), left: gathered.slice(end) }
}
