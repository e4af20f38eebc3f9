export type SessionParts = { readonly id: string; readonly organization: string; readonly body: string; readonly number: string }

/** The id of a session taken apart: the organization, the body by its code, and the number as printed (`338 bis`). */
export function partsOfSession(id: string): SessionParts {
  const [organization = '', name = ''] = id.split(':')
  const [, body = '', number = name] = /^([a-z]+)-(.*)$/.exec(name) ?? []
  return { id, organization, body, number: number.replaceAll('-', ' ') }
}

/** As printed: `101`. */
export const sessionNumber = (session: string): string => partsOfSession(session).number
