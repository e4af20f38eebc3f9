/** Rows with columns, written out by `answer`, which knows how wide a terminal is. */
export type Table = { readonly rows: readonly (readonly string[])[]; readonly indent: number }

export const table = (rows: Table['rows'], indent = 0): Table => ({ rows, indent })
