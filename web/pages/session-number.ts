/** `101` of `<organization>:<body>-101`, as printed. */
export const sessionNumber = (session: string): string =>
  session
    .slice(session.indexOf(':') + 1)
    .replace(/^[a-z]+-/, '')
    .replaceAll('-', ' ')
