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
  const stages = kind === undefined || !Array.isArray(kind.due) ? [] : kind.due
  const stage = stages.find((each) => each.stage === ready.stage && each.from === 'session-opening')
  if (stage === undefined) throw new RangeError(`${code}: no kind ${ready.kind} has a stage ${ready.stage} that is counted from the opening of a session`)
  return { daysBefore: stage.daysBefore, live, rehearsal }
}
