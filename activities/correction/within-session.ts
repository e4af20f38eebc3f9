import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { idsOfOrganization, organizationOf } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseStreamName, stream } from '../../domain/streams.ts'
import { foldDecision, foldInstrument } from '../fold.ts'
import type { Append } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'

/**
 * That a session may have closed on this day: it adopted and decided nothing after it, as far as is on record.
 *
 * @returns the adoptions and decisions of the session, which must not move before the closing is appended
 * @throws Refusal `adoption-outside-session`, `decision-outside-session`: what is wrong there is to be corrected first
 */
export async function nothingAfter(
  { log }: Pick<ReadingContext, 'log'>,
  session: string,
  closedOn: CalendarDate,
): Promise<NonNullable<Append['preconditions']>> {
  const all = idsOfOrganization(organizationOf(session))
  const names = [...(await log.versions(stream.instrument(all))), ...(await log.versions(stream.decision(all)))].map((each) => each.stream)
  const { histories } = await log.read(names)
  const own = histories.flatMap((history) => {
    const { category, id } = parseStreamName(history.stream)
    if (category === 'decision') {
      const decided = foldDecision(history)
      return decided.status === 'taken' && decided.session === session ? [{ history, id, category, on: decided.takenOn }] : []
    }
    const adopted = foldInstrument(history)
    return adopted.status === 'adopted' && adopted.session === session ? [{ history, id, category, on: adopted.adoptedOn }] : []
  })
  const late = own.find(({ on }) => on > closedOn)
  if (late !== undefined)
    throw late.category === 'decision'
      ? new Refusal('decision-outside-session', `${late.id} is on record as taken on ${late.on}, after ${closedOn}: correct it first (correct-decision)`, {
          decision: late.id,
          takenOn: late.on,
          closesOn: closedOn,
        })
      : new Refusal('adoption-outside-session', `${late.id} is on record as adopted on ${late.on}, after ${closedOn}: correct it first (correct-adoption)`, {
          instrument: late.id,
          adoptedOn: late.on,
          closedOn,
        })
  return own.map(({ history: { stream: name, version } }) => ({ stream: name, version }))
}
