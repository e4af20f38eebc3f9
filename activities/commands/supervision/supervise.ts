import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { partyId } from '../../../domain/ids.ts'
import type { Source } from '../../../domain/provenance.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { SupervisionRules } from '../../../domain/rulebook/supervision.ts'
import { stream } from '../../../domain/streams.ts'
import type { SupervisionCommand } from '../../../domain/supervision/commands.ts'
import type { Supervision } from '../../../domain/supervision/state.ts'
import { supervision } from '../../../domain/supervision/supervision.ts'
import { foldSupervision } from '../../fold.ts'
import { type SourcesInput, sourcesFrom } from '../../source-input.ts'
import type { About, Deciding, Decision } from '../command-definition.ts'

/** Whom a command concerns, the day of what it records, and what says so. */
type Concerning = {
  readonly organization: string
  readonly member: string
  readonly on?: CalendarDate | undefined
  readonly source?: SourcesInput | undefined
}

type Circumstances = {
  readonly today: CalendarDate
  readonly on: CalendarDate
  readonly source: Source[]
  readonly rules: SupervisionRules
  readonly state: Supervision
}

/** What is recorded in one Member's stream, what must not have moved meanwhile, and what people wrote. */
type Recording = Pick<Decision, 'preconditions' | 'written'> & { readonly command: SupervisionCommand }

/** What all these commands have: they concern one Member, whose supervision is a stream of its own, and change nothing for others. */
export const onMember = {
  scope: 'party',
  preview: false,
  about: ({ organization, member }: Pick<Concerning, 'organization' | 'member'>): About => ({
    ...{ id: partyId(organization, member), organization, party: member },
    streams: [stream.supervision(partyId(organization, member))],
  }),
} as const

/**
 * Decides on what bodies said of one Member.
 *
 * @param recording what is recorded, once what it names is known to be on record
 * @throws Refusal `unknown-organization`, `rule-not-known` where the organization declares no supervision
 */
export async function supervise<Payload extends Concerning>(
  { context, metadata, payload, histories: [history], about, today: todayAtSeat }: Deciding<Payload>,
  recording: (circumstances: Circumstances) => Recording | Promise<Recording>,
): Promise<Decision> {
  const { organization, on } = payload
  const rules = context.reference.supervisionOf(organization)
  if (rules === null) throw new Refusal('rule-not-known', `${organization} declares no supervision of its Members`, { organization })
  const today = await todayAtSeat()
  const state = foldSupervision(history)
  const source = sourcesFrom(context, organization, payload.source, metadata)
  const { command, ...rest } = await recording({ today, on: on ?? today, source, rules, state })
  return { streams: about.streams.map((name) => ({ stream: name, atVersion: history?.version ?? 0, events: supervision.decide(command, state) })), ...rest }
}
