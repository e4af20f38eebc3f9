/** A relay as `SMTP_URL` names it. */
export type SmtpRelay = {
  readonly host: string
  readonly port: number
  /** TLS from the first byte (`smtps:`). */
  readonly secure: boolean
  /** STARTTLS, and no mail where the relay does not offer it. */
  readonly requireTls: boolean
  readonly credentials: { readonly user: string; readonly pass: string } | null
}

/**
 * Reads `smtp://user:password@host:587` or `smtps://host`.
 *
 * `smtp:` asks for STARTTLS and sends nothing without it, except to this machine itself; `?tls=none` lets it go in clear.
 *
 * @throws RangeError when it is no such address; the message never repeats it, for it may hold a password
 */
export function readSmtpUrl(text: string): SmtpRelay {
  const url = parsed(text)
  const secure = url.protocol === 'smtps:'
  const host = url.hostname.replace(/^\[|\]$/g, '')
  return {
    host,
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTls: !secure && !isLoopback(host) && tlsSetting(url) === 'required',
    credentials: url.username === '' ? null : { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
  }
}

function parsed(text: string): URL {
  if (!URL.canParse(text)) throw new RangeError('SMTP_URL is no address: write smtp://user:password@host:port')
  const url = new URL(text)
  if (url.protocol !== 'smtp:' && url.protocol !== 'smtps:') throw new RangeError('SMTP_URL begins with neither smtp: nor smtps:')
  if (url.hostname === '') throw new RangeError('SMTP_URL names no host')
  return url
}

function tlsSetting(url: URL): 'required' | 'none' {
  const setting = url.searchParams.get('tls') ?? 'required'
  if (setting !== 'required' && setting !== 'none') throw new RangeError('The tls setting of SMTP_URL is neither "required" nor "none"')
  return setting
}

const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127\./.test(host)
