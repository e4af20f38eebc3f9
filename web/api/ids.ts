/** An id as the record writes them, `ilo:R202:submission:FRA`, `ilo:spf-§14(1):output:office`; another text names nothing there. */
export const isId = (text: string): boolean => /^[\p{L}\p{N}_.:§()-]{1,200}$/u.test(text)
