import type { PaperFacts } from '../documents/papers/paper-facts.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { organizationOf } from '../domain/ids.ts'
import { isWithin, type Principal } from '../domain/principal.ts'
import { Refusal } from '../domain/refusal.ts'
import type { KnownParty } from '../domain/status/supervised-status.ts'
import { stream } from '../domain/streams.ts'
import { foldPlan } from './fold.ts'
import { collectPaper, type PaperAsked } from './papers/collect-facts.ts'
import { nextSessionOf } from './papers/next-session.ts'
import { openPaper } from './papers/prepare-papers.ts'
import type { WantedPaper } from './reference.ts'
import { knownParties } from './supervision/known-parties.ts'
import { type SupervisionAnswer, type SupervisionQuestion, supervisionFor } from './supervision/supervision-for.ts'
import type { UseCaseContext } from './use-case-context.ts'

/**
 * What is asked about rarely and has to be exact: it is made of the streams of the record, for one principal.
 *
 * What another organization owns does not exist for the principal. A ministry is shown what concerns its own party; the papers of the Office quote what
 * others wrote, and are for the organization's own people.
 */
export interface RecordAnswers {
  /** The organizations that declare how they supervise their Members. */
  supervised(): readonly string[]
  /** @throws Refusal `unknown-organization`, `rule-not-known`, `not-a-member` */
  supervision(question: SupervisionQuestion): Promise<SupervisionAnswer>
  /** What bodies said of those who owe these obligations, and whether they are Members still, by `<organization>:FRA`. */
  partiesOf(obligations: readonly { readonly organization: string; readonly party: string }[]): Promise<ReadonlyMap<string, KnownParty>>
  /** A paper as the record stands. @throws Refusal `unknown-organization`, `unknown-session`, `unknown-plan`, `not-allowed` */
  paper(question: PaperAsked, file: WantedPaper): Promise<{ readonly facts: PaperFacts; readonly bytes: Uint8Array }>
  /** A plan's paper as it was prepared for a session; `null` where there is none. @throws Refusal `not-allowed` */
  preparedPaper(question: { readonly cycle: string; readonly session: string; readonly dueOn: string }, file: WantedPaper): Promise<Uint8Array | null>
  /** The session to which a plan is reported next; `null` where no session decided on it. */
  nextSession(plan: string, today: CalendarDate): Promise<string | null>
}

export function createRecordAnswers(context: UseCaseContext, principal: Principal): RecordAnswers {
  const { log, reference } = context
  return {
    supervised: () => reference.supervised().filter((organization) => isWithin(principal, organization)),
    supervision: (question) => supervisionFor(context, principal, question),
    partiesOf: (obligations) =>
      knownParties(
        log,
        obligations.filter(({ organization, party }) => isWithin(principal, organization) && isOwn(principal, party)),
      ),
    paper: async (question, { language, format }) => {
      requireOffice(principal, question.organization)
      for (const id of [question.session, question.cycle])
        if (id !== null && organizationOf(id) !== question.organization) throw unknownOrganization(organizationOf(id))
      const facts = await collectPaper(context, question)
      return { facts, bytes: await context.writePaper(facts, language, format) }
    },
    preparedPaper: async ({ cycle, session, dueOn }, { language, format }) => {
      requireOffice(principal, organizationOf(cycle))
      const { histories } = await log.read([stream.plan(cycle)])
      const plan = foldPlan(histories[0])
      if (plan.status === 'unknown') return null
      const ready = plan.papers.find((each) => each.session === session && each.dueOn === dueOn)
      const paper = ready?.papers.find((each) => each.language === language && each.format === format)
      return paper === undefined ? null : ((await openPaper(context, paper))?.bytes ?? null)
    },
    nextSession: async (plan, today) => (isWithin(principal, organizationOf(plan)) ? nextSessionOf(context, plan, today) : null),
  }
}

const isOwn = ({ role, party }: Principal, owner: string): boolean => role !== 'ministry' || party === owner

const unknownOrganization = (organization: string) => new Refusal('unknown-organization', `There is no organization ${organization}`, { organization })

/** @throws Refusal `unknown-organization` for another's, `not-allowed` for a ministry */
function requireOffice(principal: Principal, organization: string): void {
  if (!isWithin(principal, organization)) throw unknownOrganization(organization)
  const { role, subject } = principal
  if (role === 'ministry')
    throw new Refusal('not-allowed', `The papers of the Office are for its own people: ministry ${subject} may not read them`, { role, id: subject })
}
