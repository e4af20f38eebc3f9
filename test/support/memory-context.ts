import type { CommandMetadata } from '../../activities/command.ts'
import { openCycle } from '../../activities/commands/cycle/open-cycle.ts'
import { type Fact, importFacts } from '../../activities/import-facts.ts'
import type { DeliveryOutcome, EncryptedStore, PostOffice } from '../../activities/ports.ts'
import type { PaperPolicy } from '../../activities/reference.ts'
import type { DeliveryContext } from '../../activities/use-case-context.ts'
import type { Actor } from '../../domain/actor.ts'
import type { NamedActor } from '../../domain/actor-name.ts'
import { type CalendarDate, day, daysBetween } from '../../domain/calendar/calendar-date.ts'
import type { Plan } from '../../domain/plan/declaration.ts'
import { principalIn } from '../../domain/principal.ts'
import { Refusal, type RefusalCode } from '../../domain/refusal.ts'
import type { Kind } from '../../domain/rulebook/kind.ts'
import { MemoryLog } from './memory-log.ts'
import { kindsOfInstruments } from './r202.ts'

const name = (text: string) => ({ en: text, fr: text, es: text, ar: text })
const member = (code: string, admittedOn: string): Fact => ({
  stream: 'organization/ilo',
  type: 'MemberAdmitted',
  on: day(admittedOn),
  data: { member: code, name: name(code), letterLanguage: 'fr', admittedOn, knownBy: null, status: 'confirmed', source: [] },
})
const session = (id: string, opensOn: string, closesOn: string, status: 'announced' | 'inferred'): Fact => ({
  stream: `session/ilo:ilc-${id}`,
  type: 'SessionAnnounced',
  on: null,
  data: { organization: 'ilo', body: 'ilc', number: id, opensOn, closesOn: { date: closesOn, status }, source: [] },
})
export const instrument = (code: string, sessionId: string, adoptedOn: string): Fact => ({
  stream: `instrument/ilo:${code}`,
  type: 'InstrumentAdopted',
  on: day(adoptedOn),
  data: { organization: 'ilo', code, kind: 'recommendation', title: name(code), session: `ilo:ilc-${sessionId}`, status: 'confirmed', source: [] },
})

/** Three Members of 2012 and one of 2016; the 101st Session closed on 14 June 2012, the 114th's closing is inferred. */
export const facts: readonly Fact[] = [
  {
    stream: 'organization/ilo',
    type: 'OrganizationEstablished',
    on: day('1919-06-28'),
    data: { organization: 'ilo', name: name('ILO'), zone: 'Europe/Zurich', source: [] },
  },
  ...[member('FRA', '1919-06-28'), member('DEU', '1951-06-12'), member('CHE', '1919-06-28'), member('TON', '2016-02-24')],
  session('101', '2012-05-30', '2012-06-15', 'announced'),
  {
    stream: 'session/ilo:ilc-101',
    type: 'SessionClosed',
    on: day('2012-06-14'),
    data: { closedOn: '2012-06-14', status: 'confirmed', reason: 'its record', source: [] },
  },
  session('114', '2026-06-02', '2026-06-12', 'inferred'),
  ...[instrument('R202', '101', '2012-06-14'), instrument('R203', '101', '2012-06-14'), instrument('R210', '114', '2026-06-12')],
]

/** What people wrote, in memory: the same id takes the same content alone. */
export class MemoryEncrypted implements EncryptedStore {
  readonly items = new Map<string, { readonly subject: string; readonly mediaType: string; readonly content: string }>()

  async encrypt({ id, ...item }: Parameters<EncryptedStore['encrypt']>[0]) {
    const before = this.items.get(id)
    if (before !== undefined && before.content !== item.content) throw new Error(`${id} was encrypted before, with another content`)
    this.items.set(id, item)
    return { id, sha256: 'b'.repeat(64) }
  }

  async open(id: string) {
    return this.items.get(id) ?? null
  }
}

/** What the next relays do with a message, and what each of them got of it. */
export class ScriptedRelay implements PostOffice {
  readonly delivered: { readonly to: string; readonly bytes: string }[] = []
  readonly script: DeliveryOutcome[] = []
  /** Relays that break off before they answer DATA. */
  unreachable = 0
  /** Runs once, after the relay answered DATA and before the attempt is recorded. */
  beforeAttempt: (() => Promise<unknown>) | null = null
  /** The installation dies here: the bytes are out, their end is never recorded. */
  dieAfterBytes = false
  says: Awaited<ReturnType<PostOffice['askAbout']>> = 'cannot-say'
  metadata = 0

  async deliver({ to, bytes }: Parameters<PostOffice['deliver']>[0], beforeBytes: () => Promise<'send' | 'withhold'>): Promise<DeliveryOutcome> {
    if (this.unreachable > 0) {
      this.unreachable -= 1
      return { kind: 'not-sent', reason: 'ECONNREFUSED' }
    }
    const next = this.script.shift() ?? { kind: 'accepted', code: 250 }
    const refusedAtOnce = next.kind === 'refused' && next.code === 550
    if (refusedAtOnce) return next
    const beforeAttempt = this.beforeAttempt
    this.beforeAttempt = null
    await beforeAttempt?.()
    if ((await beforeBytes()) === 'withhold') return { kind: 'withheld' }
    this.delivered.push({ to: to.join(), bytes: new TextDecoder().decode(bytes) })
    if (this.dieAfterBytes) throw new Error('killed')
    return next
  }

  async askAbout() {
    this.metadata += 1
    return this.says
  }
}

type Declared = { readonly plans?: readonly Plan[]; readonly kinds?: readonly Kind[]; readonly facts?: readonly Fact[]; readonly papers?: PaperPolicy | null }

/** An installation in memory on a day that the test turns, with the facts above on record, or others. */
export async function memoryContext(today: string, { plans = [], kinds = [], facts: known = facts, papers = null }: Declared = {}) {
  const calendar = { today: day(today), time: '08:00:00.000' }
  const now = () => `${calendar.today}T${calendar.time}Z`
  const log = new MemoryLog(now)
  const encrypted = new MemoryEncrypted()
  const relay = new ScriptedRelay()
  const office: DeliveryContext = {
    log,
    encrypted,
    postOffice: relay,
    clock: {
      today: async () => calendar.today,
      now: async () => now(),
      waitMsUntil: async (to: CalendarDate) => Math.max(0, daysBetween(calendar.today, to) * 86_400_000),
    },
    reference: {
      zoneOf: () => 'Europe/Zurich',
      kindsUnder: () => kindsOfInstruments,
      printedFor: () => [],
      kindOf: (_, code) => kinds.find((kind) => kind.code === code) ?? unknown('unknown-kind', code),
      hasOwnWords: (_, code) => kindsOfInstruments.some(({ kind }) => kind.code === code),
      eventTypesOf: () => [],
      instrumentKindsOf: () =>
        ['convention', 'recommendation', 'protocol'].map((code) => ({ code, codes: { begin: code.charAt(0).toUpperCase(), digits: 3 } })),
      languagesOf: () => ({ languages: ['en', 'fr', 'es', 'ar'], fallback: 'en' }),
      memberCodesOf: () => 'iso-3166-1-alpha-3',
      sourceOf: (_, document) => (document === 'nothing' ? unknown('unknown-document', document) : { title: `Document ${document}` }),
      papersOf: () => papers,
      planOf: (cycle) => plans.find(({ organization, code }) => `${organization}:${code}` === cycle) ?? unknown('unknown-plan', cycle),
      supervisionOf: () => null,
      supervised: () => [],
      withdrawalOf: () => null,
    },
    // As with letters: what a paper says is told apart by tests of the papers themselves.
    writePaper: async (facts, language, format) => new TextEncoder().encode(JSON.stringify({ language, format, ...facts })),
    // The letter is its facts: what it says is told apart by tests of the letters themselves.
    writeLetter: async (said, language, instant) => ({
      messageId: `<${said.letterId}@follow-up.invalid>`,
      from: said.reply.address,
      to: `${said.party.code.toLowerCase()}@member.invalid`,
      message: JSON.stringify({ language, instant, ...said }),
    }),
    replyTo: (organization) => ({ address: `${organization}@follow-up.invalid` }),
    leaseMs: 600_000,
    synthetic: false,
  }
  await importFacts(office, known, calendar.today)
  return { office, log, encrypted, relay, turn: (date: string, time = '08:00:00.000') => void Object.assign(calendar, { today: day(date), time }) }
}

function unknown(code: RefusalCode, what: string): never {
  throw new Refusal(code, `There is no ${what}`)
}

/** The same, with the cycle of R202 open since the closing of its session. */
export async function contextOfR202(today = '2012-06-14') {
  const context = await memoryContext('2012-06-14')
  await openCycle(context.office, by(secretariat, 'open'), {
    cycle: 'ilo:r202',
    organization: 'ilo',
    instrument: 'R202',
    trackedFrom: day('2012-06-14'),
    synthetic: false,
  })
  context.turn(today)
  return context
}

export const france = 'ilo:R202:submission:FRA'
export const ministry = (id: string): Actor => ({ role: 'ministry', id })
export const secretariat: Actor = { role: 'secretariat', id: 'secretariat' }
export const reviewer: Actor = { role: 'reviewer', id: 'reviewer' }
/** A command of somebody of an organization: of the one that they name, or else of the ILO. */
export const by = (actor: NamedActor, commandId: string, bodyHash = commandId): CommandMetadata => ({
  principal: principalIn(actor, 'ilo', 'http'),
  commandId,
  bodyHash,
})
