const deepest = 20

type IllFormed = { readonly path: readonly PropertyKey[]; readonly message: string }

/** The first text in a body that no record could keep: half of a surrogate pair; or nesting deeper than anything asked for. */
export function illFormedText(value: unknown, path: readonly PropertyKey[] = []): IllFormed | null {
  if (typeof value === 'string') return /\p{Surrogate}/u.test(value) ? { path, message: 'holds half of a character (a lone surrogate)' } : null
  if (typeof value !== 'object' || value === null) return null
  if (path.length === deepest) return { path, message: `is nested deeper than ${deepest} levels` }
  for (const [key, each] of Object.entries(value)) {
    const found = illFormedText(key, path) ?? illFormedText(each, [...path, Array.isArray(value) ? Number(key) : key])
    if (found !== null) return found
  }
  return null
}
