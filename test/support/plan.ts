import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import type { Fact } from '../../activities/import-facts.ts'
import { importFacts } from '../../activities/import-facts.ts'
import type { PaperPolicy } from '../../activities/reference.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import type { Timing } from '../../domain/calendar/timing.ts'
import type { InLanguages } from '../../domain/languages.ts'
import type { Followed, Plan, Row } from '../../domain/plan/declaration.ts'
import type { Kind } from '../../domain/rulebook/kind.ts'
import { by, memoryContext, secretariat } from './memory-context.ts'

export const inFour = (text: string): InLanguages => ({ en: text, fr: `${text} (fr)`, es: `${text} (es)`, ar: `${text} (ar)` })

const label = inFour
const words = (name: string, required = true) => ({ name, type: 'words', required, label: label(name) }) as const
const onDay = (name: string) => ({ name, type: 'day', required: true, label: label(name) }) as const

const kind = (code: string, more: Partial<Kind>): Kind => ({
  ...{ code, name: label(code), owedBy: ['unit'], limits: [], letters: [] },
  report: { fields: [onDay('doneOn'), words('summary')], performedOn: 'doneOn' },
  discharge: { by: 'complete-report' },
  answerWithin: 30,
  productDefault: true,
  ...more,
})

/** Kinds as the seeds declare them, smaller: fictional. */
export const kinds: readonly Kind[] = [
  kind('output', {
    limits: [{ limit: 'due', from: 'timing', name: label('due') }],
    letters: [
      { letter: 'notice', from: { limit: 'due' }, days: -90 },
      { letter: 'reminder', from: { limit: 'due' }, days: 1 },
    ],
  }),
  kind('event', {
    limits: [{ limit: 'due', from: 'timing', name: label('due') }],
    letters: [{ letter: 'reminder', from: { limit: 'due' }, days: 1 }],
  }),
  kind('indicator', {
    limits: [{ limit: 'target', from: 'timing', name: label('target') }],
    letters: [{ letter: 'notice', from: 'opening', days: 365, every: 'review' }],
    report: { fields: [onDay('observedOn'), { name: 'value', type: 'number', required: true, label: label('value') }], performedOn: 'observedOn' },
    discharge: { by: 'target', field: 'value' },
  }),
  kind('governing-body-report', {
    limits: [
      { limit: 'department', from: 'session-opening', before: [{ days: 120 }], name: label('department') },
      { limit: 'published', from: 'session-opening', before: [{ days: 30 }], name: label('published') },
      { limit: 'discussed', from: 'session-closing', name: label('discussed') },
    ],
    letters: [
      { letter: 'notice', from: { limit: 'department' }, days: -30 },
      { letter: 'reminder', from: { limit: 'published' }, days: 1 },
    ],
  }),
  kind('invitation', { owedBy: ['member', 'unit'], letters: [{ letter: 'invitation', from: 'opening', days: 30, every: 'review' }] }),
]

const source = [{ title: 'Fictional plan', place: 'annex' }]

export const followed = (code: string, timing: Timing, more: Partial<Followed> = {}): Followed => ({
  ...{ kind: code, party: 'office', title: inFour(`${code} owed`), timing: { printed: 'as printed', parsed: timing, status: 'confirmed' } },
  ...more,
})

export const row = (id: string, asks: readonly Followed[], more: Partial<Row> = {}): Row => ({
  ...{
    id,
    idIsOurs: true,
    printed: { language: 'ar', text: `نص ${id}` },
    wording: inFour(`Row ${id}`),
    links: {},
    followedUnder: [],
    status: 'confirmed',
    source,
  },
  timing: { printed: 'as printed', parsed: asks[0]?.timing.parsed ?? { shape: 'none' }, reversed: false, status: 'confirmed' },
  followed: asks,
  ...more,
})

/** A plan of the years 2021 to 2026 with one row of each shape: fictional. */
export const plan: Plan = {
  ...{ organization: 'ilo', code: 'fp', title: inFour('Fictional plan'), document: { title: 'Fictional plan' }, opensOn: day('2021-11-12'), reviewMonths: 12 },
  decision: { session: null, paragraph: '28', printed: 'نص المقرر', decisionStatus: 'draft', status: 'inferred', source },
  horizon: { from: day('2021-01-01'), until: day('2026-12-31') },
  components: [{ id: '1', title: inFour('Component') }],
  rows: [
    row('1', [followed('output', { shape: 'years', from: 2021, to: 2026 })]),
    row('2', [followed('event', { shape: 'every-year', from: 2021, to: 2026 })]),
    row('3', [followed('indicator', { shape: 'by', date: day('2026-12-31') }, { target: { atLeast: 70, unit: inFour('ratifications'), observed: [] } })]),
    row('4', [followed('governing-body-report', { shape: 'session', session: 'gb-349' }, { occurrence: 'gb-349' })]),
    row('5', [followed('invitation', { shape: 'none' }, { party: 'members' })]),
    row('6', [], { followedUnder: ['1'], timing: { printed: '-', parsed: { shape: 'other-rows', rows: ['1'] }, reversed: false, status: 'confirmed' } }),
  ],
}

export const unit: Fact = {
  stream: 'organization/ilo',
  type: 'UnitNamed',
  on: null,
  data: { unit: 'office', name: inFour('Office'), language: 'en', status: 'confirmed', source: [] },
}

/** A session of a body, announced for these days. */
export const announcedSession = (id: string, opensOn: string, closesOn: string): Fact => ({
  stream: `session/ilo:${id}`,
  type: 'SessionAnnounced',
  on: null,
  data: { organization: 'ilo', body: 'gb', number: id, opensOn, closesOn: { date: closesOn, status: 'announced' }, source: [] },
})

/** The installation in memory with the plan open since 12 November 2021; nothing announced the session that row 4 waits for. */
export async function contextOfPlan(
  today = '2021-11-12',
  {
    plans = [plan],
    declared = kinds,
    facts = [],
    synthetic = false,
    papers = null,
  }: { plans?: readonly Plan[]; declared?: readonly Kind[]; facts?: readonly Fact[]; synthetic?: boolean; papers?: PaperPolicy | null } = {},
) {
  const context = await memoryContext('2021-11-12', { plans, kinds: declared, papers })
  await importFacts(context.office, [unit, ...facts], day('2021-11-12'))
  for (const { organization, code } of plans)
    await openPlan(context.office, by({ ...secretariat, organization }, `open ${code}`), {
      cycle: `${organization}:${code}`,
      trackedFrom: day('2021-11-12'),
      synthetic,
    })
  context.turn(today)
  return context
}
