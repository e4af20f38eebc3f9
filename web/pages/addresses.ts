/** The page of an obligation: an id may hold signs that an address may not, as that of a row `§14(1)`. */
export const obligationAddress = (base: string, id: string): string => `${base}/obligations/${encodeURIComponent(id).replaceAll('%3A', ':')}`

export const cycleAddress = (base: string, id: string): string => `${base}/cycles/${encodeURIComponent(id)}`

/** Where a row stands on the page of its plan. */
export const rowAnchor = (row: string): string => `row-${encodeURIComponent(row)}`
