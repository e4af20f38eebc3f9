import type { NewestList, SupervisedMember } from '../activities/supervision/supervision-for.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { obligationsOfRequest, partyId } from '../domain/ids.ts'
import { textOr } from '../domain/languages.ts'
import { stream } from '../domain/streams.ts'
import { type SupervisionStage, supervisionStageOn } from '../domain/supervision/supervision-stage.ts'
import { table } from './table.ts'
import type { Output } from './write-output.ts'

/** One State: where it stands on the ladder, what counts against it, and the positions of the events behind both. */
export function memberForPrograms(organization: string, { member, membership, supervision, failure, behind }: SupervisedMember, day: CalendarDate) {
  const eventsOf = (name: string) => behind.find((each) => each.stream === name)?.positions ?? []
  const owedOn = (instrument: string) => behind.find((each) => each.stream.startsWith(stream.obligation(obligationsOfRequest(organization, instrument))))
  return {
    member,
    name: textOr(membership?.name, 'en', member),
    leftOn: leftOn(membership, day),
    supervisionStage: supervisionStageOn(supervision, day, null),
    serious: failure?.serious ?? null,
    threshold: failure?.threshold ?? null,
    counted: failure?.counted ?? [],
    sessions: (failure?.sessions ?? []).map(({ session, status, instruments }) => ({
      session,
      status,
      instruments: instruments.map((each) => {
        const own = owedOn(each.instrument)
        return { ...each, obligation: own?.stream.replace(stream.obligation(''), '') ?? null, events: own?.positions ?? [] }
      }),
    })),
    ...(supervision.status === 'unknown'
      ? { comments: [], listings: [], clearings: [] }
      : { comments: supervision.comments, listings: supervision.listings, clearings: supervision.clearings }),
    events: eventsOf(stream.supervision(partyId(organization, member))),
  }
}

/** Everybody against whom something counts, or of whom a body said something. */
export function* membersInWords(shown: readonly SupervisedMember[], day: CalendarDate, list: NewestList): Output {
  if (shown.length === 0) yield `Nothing counts against any Member as of ${day}, and no body said anything of one.`
  else yield table([['Member', '', 'Sessions', '', `Supervision as of ${day}`], ...shown.map((each) => rowOf(each, day))])
  const serious = shown.filter(({ failure }) => failure?.serious === true).length
  yield `${serious} in serious failure.`
  if (list !== null)
    yield `List of ${list.year}, prepared on ${list.preparedOn}${list.refreshedOn === null ? '' : `, refreshed on ${list.refreshedOn}`}: ${list.members.join(', ') || 'nobody'}.`
}

const rowOf = ({ member, membership, supervision, failure }: SupervisedMember, day: CalendarDate): readonly string[] => [
  textOr(membership?.name, 'en', member),
  member,
  failure === null ? '' : `${failure.counted.length} of ${failure.threshold}`,
  failure?.serious === true ? 'serious failure' : '',
  [formatSupervisionStage(supervisionStageOn(supervision, day, null)), ...leftInWords(leftOn(membership, day))].join('; '),
]

/** One State with every session. */
export function* memberInWords({ member, membership, supervision, failure, behind }: SupervisedMember, day: CalendarDate): Output {
  yield `${textOr(membership?.name, 'en', member)} (${member}) as of ${day}: ${[formatSupervisionStage(supervisionStageOn(supervision, day, null)), ...leftInWords(leftOn(membership, day))].join('; ')}.`
  if (failure !== null) {
    yield `${failure.counted.length} of ${failure.threshold} sessions count: ${failure.serious ? 'serious failure' : 'no serious failure'}.`
    const lines = failure.sessions.flatMap(({ session, status, instruments }) =>
      instruments.map((each, index) => [
        index === 0 ? session : '',
        index === 0 ? status : '',
        each.instrument,
        each.status,
        each.submittedOn === null ? `last day ${each.lastDay ?? 'not known'}` : `submitted on ${each.submittedOn}`,
      ]),
    )
    if (lines.length > 0) yield table([['Session', '', 'Adopted', '', ''], ...lines])
  }
  if (supervision.status !== 'unknown') {
    for (const { on, body, kind, reference, repliedOn } of supervision.comments.filter((each) => each.on <= day))
      yield `${on}  ${body}: ${kind} ${reference}${repliedOn === null || repliedOn > day ? ', no reply' : `, reply of ${repliedOn}`}`
    for (const { on, body, session } of supervision.listings.filter((each) => each.on <= day)) yield `${on}  ${body}: listed at ${session}`
  }
  yield `Behind it: ${behind.reduce((sum, { positions }) => sum + positions.length, 0)} events of ${behind.length} streams; --json gives their positions.`
}

/** The rung, in the body's own word for its comment, and since when. */
export function formatSupervisionStage({ stage, since, comment, listedAt }: SupervisionStage): string {
  const words = {
    none: 'no body said anything',
    reminded: 'reminded',
    commented:
      comment === null ? 'commented' : `${comment.kind} of ${comment.body}, ${comment.repliedOn === null ? 'no reply' : `reply of ${comment.repliedOn}`}`,
    listed: `listed at ${listedAt}`,
    explained: `listed at ${listedAt}, gave explanations`,
    silent: `listed at ${listedAt}, gave none`,
    concluded: `conclusions at ${listedAt}`,
    cleared: 'cleared',
  } as const
  return since === null ? words[stage] : `${words[stage]} (${since})`
}

const leftOn = (membership: SupervisedMember['membership'], day: CalendarDate): CalendarDate | null => {
  const effectiveOn = membership?.withdrawalEffectiveOn ?? null
  return effectiveOn !== null && effectiveOn <= day ? effectiveOn : null
}

const leftInWords = (on: CalendarDate | null): readonly string[] => (on === null ? [] : [`no Member since ${on}`])
