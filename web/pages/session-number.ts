/** `ilo:ilc-101` as printed: `101`. */
export const sessionNumber = (session: string): string =>
  session
    .slice(session.indexOf(':') + 1)
    .replace(/^[a-z]+-/, '')
    .replaceAll('-', ' ')
