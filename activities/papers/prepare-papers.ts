import { createHash } from 'node:crypto'
import { mediaTypes } from '../../documents/papers/paper-facts.ts'
import { type CalendarDate, plusDays } from '../../domain/calendar/calendar-date.ts'
import { ownedId } from '../../domain/ids.ts'
import { sessionId } from '../../domain/plan/obligations-of.ts'
import { isPrepared, type KnownPlan, type PlanEvent, plan as planDecider } from '../../domain/plan/plan.ts'
import type { CycleStep } from '../cycle/cycle-step.ts'
import type { PaperPolicy, WantedPaper } from '../reference.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { collectPaper } from './collect-facts.ts'
import { type SessionOnRecord, sessionsOf } from './sessions-of.ts'

/**
 * A plan's progress report for each session that lies ahead of the body that decided on it: due so many days before the
 * session may open, up to the first session after the plan's horizon. A session that moves is prepared for again.
 */
export async function paperSteps({ log, reference }: Pick<UseCaseContext, 'log' | 'reference'>, cycle: string, plan: KnownPlan): Promise<readonly CycleStep[]> {
  const policy = reference.papersOf(plan.organization)
  const { session } = plan.decision
  if (policy === null || session === null || plan.status === 'closed') return []
  const sessions = await sessionsOf(log, plan.organization)
  const taken = sessions.find(({ id }) => id === sessionId(plan.organization, session))
  if (taken === undefined) return []
  return ahead(
    sessions.filter(({ body }) => body === taken.body),
    plan,
  ).flatMap(({ id, opens }): readonly CycleStep[] => {
    const dueOn = plusDays(opens, -policy.daysBefore)
    if (isPrepared(plan, { session: id, dueOn }) || dueOn < plan.trackedFrom || dueOn <= plan.opensOn) return []
    return [{ step: `prepare-paper/${id}`, on: dueOn, decide: (context, today) => prepared(context, { cycle, plan, policy, session: id, dueOn, today }) }]
  })
}

type Opening = SessionOnRecord & { readonly opens: CalendarDate }

/** In order; none that was held or cancelled, and none but the first after the horizon. */
function ahead(sessions: readonly SessionOnRecord[], { horizon: { until } }: KnownPlan): readonly Opening[] {
  const opening = sessions
    .flatMap((each) => (each.status === 'announced' && each.opens !== null ? [{ ...each, opens: each.opens }] : []))
    .toSorted((a, b) => (a.opens < b.opens ? -1 : 1))
  const last = until === null ? undefined : opening.find(({ opens }) => opens > until)
  return opening.filter(({ opens }) => last === undefined || opens <= last.opens)
}

type Preparing = {
  readonly cycle: string
  readonly plan: KnownPlan
  readonly policy: PaperPolicy
  readonly session: string
  readonly dueOn: CalendarDate
  readonly today: CalendarDate
}

/** Written and encrypted before the event names it. A second run that finds another record encrypts other papers: the event names one set alone. */
async function prepared(context: UseCaseContext, { cycle, plan, policy, session, dueOn, today }: Preparing): Promise<readonly PlanEvent[]> {
  const { organization, synthetic } = plan
  const facts = await collectPaper(context, { organization, session, cycle, day: dueOn })
  const papers: (WantedPaper & { readonly id: string; readonly sha256: string })[] = []
  for (const { language, format } of synthetic ? policy.rehearsal : policy.live) {
    const bytes = Buffer.from(await context.writePaper(facts, language, format))
    const own = createHash('sha256').update(bytes).digest('hex').slice(0, 16)
    const encrypted = await context.encrypted.encrypt({
      id: `paper/${cycle}/${session}/${dueOn}/${language}.${format}/${own}`,
      subject: ownedId(organization, 'papers'),
      mediaType: mediaTypes[format],
      content: bytes.toString(encodings[format]),
    })
    papers.push({ language, format, ...encrypted })
  }
  return planDecider.decide({ type: 'PreparePaper', today, paper: { session, dueOn, papers } }, plan)
}

const encodings = { html: 'utf8', docx: 'base64' } as const

/** A prepared paper as a file; `null` where there is none of this id. */
export async function openPaper(
  { encrypted }: Pick<UseCaseContext, 'encrypted'>,
  { id, format }: { readonly id: string; readonly format: WantedPaper['format'] },
) {
  const item = await encrypted.open(id)
  return item === null ? null : { mediaType: item.mediaType, bytes: new Uint8Array(Buffer.from(item.content, encodings[format])) }
}
