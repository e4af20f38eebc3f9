import canonicalize from 'canonicalize'
import type { Append } from './ports.ts'

/** Several parts of one append, each stream once: its events in the order of the parts, and what two parts say alike said once. */
export function mergeAppends(parts: Append['streams']): Append['streams'] {
  const byName = new Map<string, Append['streams'][number]>()
  for (const part of parts) {
    const before = byName.get(part.stream)
    const known = (before?.events ?? []).map((event) => canonicalize(event))
    const news = part.events.filter((event) => !known.includes(canonicalize(event)))
    byName.set(part.stream, { ...part, events: [...(before?.events ?? []), ...news] })
  }
  return [...byName.values()].filter(({ events }) => events.length > 0)
}
