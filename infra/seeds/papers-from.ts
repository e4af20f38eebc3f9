import type { PaperPolicy } from '../../activities/reference.ts'
import type { OrganizationSeeds } from './seeds.ts'

/**
 * When an organization's papers are ready, and in what they come; `null` where its seeds say nothing of papers.
 *
 * @throws RangeError when the kind, or its stage, is not one whose day is counted from a session's opening
 */
export function papersFrom({ organization: { code, papers }, kinds }: OrganizationSeeds): PaperPolicy | null {
  if (papers === undefined) return null
  const { ready, live, rehearsal } = papers
  const kind = kinds.find((each) => each.code === ready.kind)
  const limit = kind?.limits.find((each) => each.limit === ready.limit && each.from === 'session-opening')
  if (limit === undefined) throw new RangeError(`${code}: no kind ${ready.kind} has a stage ${ready.limit} that is counted from the opening of a session`)
  const [before, ...others] = limit.before ?? [{ days: 0 }]
  if (before === undefined || !('days' in before) || others.length > 0)
    throw new RangeError(`${code}: the stage ${ready.limit} of ${ready.kind} is not counted in days before the session, and papers are`)
  return { daysBefore: before.days, live, rehearsal }
}
