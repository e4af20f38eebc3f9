/** An id as the record writes them, with the signs that ids of rows have, `spf-§14(1)`; another text names nothing there. */
export const isId = (text: string): boolean => /^[\p{L}\p{N}_.:§()-]{1,200}$/u.test(text)
