import { createCommandMetadata } from '../../activities/command.ts'
import { openCycle } from '../../activities/commands/cycle/open-cycle.ts'
import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import { type Fact, importFacts } from '../../activities/import-facts.ts'
import { nextStep, takeStep } from '../../activities/obligation/take-step.ts'
import type { EventLog } from '../../activities/ports.ts'
import type { UseCaseContext } from '../../activities/use-case-context.ts'
import { type CalendarDate, day } from '../../domain/calendar/calendar-date.ts'
import { readEvent } from '../../domain/events.ts'
import { principalIn } from '../../domain/principal.ts'
import { stream } from '../../domain/streams.ts'
import { createRehearsalClock, type RehearsalClock } from '../../infra/clock/rehearsal-clock.ts'
import { createEncryptedStore } from '../../infra/documents-store/encrypted-store.ts'
import { createEventLog } from '../../infra/event-store/event-log.ts'
import { openPool } from '../../infra/postgres/pool.ts'
import { returnReport, stateCircumstances, submitReport } from './obligation-commands.ts'
import { kinds, plan, unit } from './plan.ts'
import { type FreshInstallation, openFreshInstallation } from './postgres.ts'
import { complete, kindsOfInstruments } from './r202.ts'

const source = [{ title: 'ILO Constitution' }]
const inEach = (text: string) => ({ en: `${text} (en)`, fr: `${text} (fr)`, es: `${text} (es)`, ar: `${text} (ar)` })
const zone = 'Europe/Zurich'

const admitted = (member: string, on: string): Fact => ({
  stream: stream.organization('ilo'),
  type: 'MemberAdmitted',
  on: day(on),
  data: { member, name: inEach(member), letterLanguage: 'en', admittedOn: on, knownBy: null, status: 'confirmed', source },
})

/** Three Members, one more that comes too late to owe; the session, closed; the instrument. */
const facts: readonly Fact[] = [
  {
    stream: stream.organization('ilo'),
    type: 'OrganizationEstablished',
    on: day('1919-06-28'),
    data: { organization: 'ilo', name: inEach('ILO'), zone, source },
  },
  admitted('FRA', '1919-06-28'),
  admitted('KEN', '1964-01-13'),
  admitted('MEX', '1931-09-12'),
  admitted('TON', '2016-02-24'),
  {
    stream: stream.session('ilo:ilc-101'),
    type: 'SessionAnnounced',
    on: day('2012-05-30'),
    data: { organization: 'ilo', body: 'ilc', number: '101', opensOn: '2012-05-30', closesOn: null, source },
  },
  {
    stream: stream.session('ilo:ilc-101'),
    type: 'SessionClosed',
    on: day('2012-06-14'),
    data: { closedOn: '2012-06-14', status: 'confirmed', reason: 'held', source },
  },
  {
    stream: stream.instrument('ilo:R202'),
    type: 'InstrumentAdopted',
    on: day('2012-06-14'),
    data: { organization: 'ilo', code: 'R202', kind: 'recommendation', title: inEach('R202'), session: 'ilo:ilc-101', status: 'confirmed', source },
  },
]

export type SmallInstallation = {
  readonly database: FreshInstallation
  readonly context: UseCaseContext
  readonly log: EventLog
  readonly clock: RehearsalClock
  close(): Promise<void>
}

/** A rehearsal installation with three obligations of R202, made by the use cases, and what becomes of them until 2014. */
export async function smallInstallation(): Promise<SmallInstallation> {
  const database = await openFreshInstallation('rehearsal')
  const pool = openPool(database.connections.service)
  const clock = createRehearsalClock(day('2012-06-14'))
  const log = createEventLog(pool, { parse: readEvent, clock: () => clock.now() })
  const context: UseCaseContext = {
    log,
    clock,
    encrypted: createEncryptedStore(pool, { seed: '1' }),
    writePaper: () => Promise.reject(new TypeError('The small installation writes no papers')),
    reference: {
      zoneOf: () => zone,
      kindsUnder: () => kindsOfInstruments,
      printedFor: () => [],
      papersOf: () => null,
      kindOf: (_, code) => kinds.find((kind) => kind.code === code) ?? notIn(code),
      hasOwnWords: () => false,
      eventTypesOf: () => [],
      instrumentKindsOf: () =>
        ['convention', 'recommendation', 'protocol'].map((code) => ({ code, codes: { begin: code.charAt(0).toUpperCase(), digits: 3 } })),
      languagesOf: () => ({ languages: ['en', 'fr', 'es', 'ar'], fallback: 'en' }),
      memberCodesOf: () => null,
      planOf: () => plan,
      sourceOf: (_, document) => notIn(document),
      supervisionOf: () => null,
      supervised: () => [],
      withdrawalOf: () => null,
    },
  }
  await importFacts(context, facts, day('2012-06-14'))
  const opening = { cycle: 'ilo:r202', organization: 'ilo', instrument: 'R202', trackedFrom: day('2012-06-14'), synthetic: true }
  await openCycle(context, createCommandMetadata(principalIn({ role: 'secretariat', id: 'secretariat' }, 'ilo', 'http'), 'open-cycle', '1', opening), opening)
  return {
    database,
    context,
    log,
    clock,
    close: async () => {
      await pool.end()
      await database.drop()
    },
  }
}

const notIn = (name: string): never => {
  throw new RangeError(`The small installation has no ${name}`)
}

/** The fictional plan of six rows, opened on the day that the installation has reached. */
export async function openSmallPlan({ context }: SmallInstallation): Promise<void> {
  await importFacts(context, [unit], day('2012-06-14'))
  const opening = { cycle: 'ilo:fp', trackedFrom: await context.clock.today(zone), synthetic: true }
  await openPlan(context, createCommandMetadata(principalIn({ role: 'secretariat', id: 'secretariat' }, 'ilo', 'http'), 'open-plan', '1', opening), opening)
}

const idOf = (member: string): string => `ilo:R202:submission:${member}`

/** Steps taken on their days, a complete report of France, an incomplete one of Kenya; of Mexico no report is heard. */
export async function rehearseSmallInstallation({ context, clock }: SmallInstallation): Promise<void> {
  const on = async (date: string, ...work: readonly (() => Promise<unknown>)[]): Promise<void> => {
    clock.moveTo(day(date))
    for (const each of work) await each()
  }
  const step = (member: string) => async () => {
    const due = await nextStep(context, idOf(member))
    if (due.kind === 'step' && due.waitMs === 0) await takeStep(context, idOf(member), due)
  }
  const ministry = (id: string) => ({ role: 'ministry', id }) as const
  const submit = (member: string, key: string, answer: Parameters<typeof submitReport>[3]) => () =>
    submitReport(context, createCommandMetadata(principalIn(ministry(member), 'ilo', 'http'), 'submit-report', key, answer), idOf(member), answer)

  await on('2012-08-01', step('FRA'), step('KEN'), step('MEX'))
  await on('2013-02-20', submit('FRA', '1', complete('2013-02-05')))
  const stated = { grounds: 'The legislature did not sit' }
  const mexico = createCommandMetadata(principalIn(ministry('MEX'), 'ilo', 'http'), 'state-exceptional-circumstances', '1', stated)
  await on('2013-05-20', () => stateCircumstances(context, mexico, idOf('MEX'), stated))
  await on('2013-06-14', step('KEN'), step('MEX'))
  await on('2013-09-02', submit('KEN', '1', { submitted: 'no' }))
  await on('2013-12-14', step('KEN'), step('MEX'))
  const returned = { missing: ['documentRef'], due: day('2014-02-28') }
  const reviewer = createCommandMetadata(principalIn({ role: 'reviewer', id: 'reviewer' }, 'ilo', 'http'), 'return-report', '1', returned)
  await on('2014-01-10', () => returnReport(context, reviewer, idOf('FRA'), returned))
  await on('2014-02-10', submit('FRA', '2', complete('2013-12-13')))
}

/** One letter to a party on the record, with the relay's answer; as correspondence would leave it. */
export async function issueLetter({ log }: SmallInstallation, letter: LetterOnRecord): Promise<void> {
  const { id, kind, obligations, on, accepted } = letter
  const party = id.slice(0, id.indexOf(':', id.indexOf(':') + 1))
  const content = { id: `letter/${id}`, sha256: 'b'.repeat(64) }
  const issued = { party, kind, language: 'en', obligations: [...obligations], messageId: `<${id}@example.org>`, content }
  const outcome = accepted
    ? [
        { type: 'DeliveryAttempted', occurredOn: on, data: { attempt: 1 } },
        { type: 'LetterAccepted', occurredOn: on, data: { attempt: 1, code: 250 } },
      ]
    : []
  await log.append({
    commandId: `letter/${id}`,
    actor: { role: 'system', id: 'correspond' },
    streams: [{ stream: stream.letter(id), atVersion: 0, events: [{ type: 'LetterIssued', occurredOn: on, data: issued }, ...outcome] }],
  })
}

type LetterOnRecord = {
  readonly id: string
  readonly kind: 'request' | 'reminder12'
  readonly obligations: readonly string[]
  readonly on: CalendarDate
  readonly accepted: boolean
}
