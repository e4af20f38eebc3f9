import { describe, expect, it } from 'vitest'
import { partyAddress, secretariatAddress } from '../../../infra/mail/addresses.ts'
import { readSmtpUrl } from '../../../infra/mail/smtp-relay.ts'

describe('SMTP_URL', () => {
  it.each([
    { url: 'smtps://mail.example.org', port: 465, secure: true, requireTls: false },
    { url: 'smtp://mail.example.org', port: 587, secure: false, requireTls: true },
    { url: 'smtp://mail.example.org:25?tls=none', port: 25, secure: false, requireTls: false },
    { url: 'smtp://127.0.0.1:2525', port: 2525, secure: false, requireTls: false },
    { url: 'smtp://[::1]:2525', port: 2525, secure: false, requireTls: false },
  ])('$url needs STARTTLS: $requireTls', ({ url, ...relay }) => {
    expect(readSmtpUrl(url)).toMatchObject(relay)
  })

  it('gives name and password decoded', () => {
    expect(readSmtpUrl('smtps://a%40b:p%3Ass@mail.example.org').credentials).toStrictEqual({ user: 'a@b', pass: 'p:ss' })
    expect(readSmtpUrl('smtps://mail.example.org').credentials).toBeNull()
  })

  it.each(['', 'mail.example.org', 'http://u:secret@mail.example.org', 'smtp://', 'smtp://u:secret@mail.example.org?tls=maybe'])(
    '%j is refused without being repeated',
    (url) => {
      expect(() => readSmtpUrl(url)).toThrow(expect.objectContaining({ name: 'RangeError', message: expect.not.stringContaining('secret') }))
    },
  )
})

describe('addresses', () => {
  const france = { organization: 'ilo', partyType: 'member', code: 'FRA' } as const

  it('are made of the organization, the party and the mail domain', () => {
    expect(partyAddress(france, 'follow-up.invalid')).toBe('ministry.fra.ilo@follow-up.invalid')
    expect(partyAddress({ organization: 'oic', partyType: 'unit', code: 'sesric' }, 'follow-up.invalid')).toBe('unit.sesric.oic@follow-up.invalid')
    expect(secretariatAddress('ilo', 'example.org')).toBe('secretariat.ilo@example.org')
  })

  it('are never the same for two parties', () => {
    const parties = ['ilo', 'oic'].flatMap((organization) => [
      { ...france, organization },
      { organization, partyType: 'unit', code: 'fra' } as const,
      { organization, partyType: 'unit', code: 'office' } as const,
    ])
    expect(new Set(parties.map((party) => partyAddress(party, 'follow-up.invalid'))).size).toBe(parties.length)
  })

  it.each(['a b', 'x\r\ny', ''])('are refused on the domain %j', (domain) => {
    expect(() => partyAddress(france, domain)).toThrow(RangeError)
  })
})
