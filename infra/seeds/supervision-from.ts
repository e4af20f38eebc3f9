import type { SupervisionRules, YearlyDay } from '../../domain/rulebook/supervision.ts'
import type { SupervisionSeed } from './schema/supervision.ts'

/** The supervision that an organization's seeds declare, as the domain reads it. */
export const supervisionFrom = (organization: string, { code, title, bodies, criteria, list }: SupervisionSeed): SupervisionRules => ({
  organization,
  code,
  title,
  bodies: bodies.map(({ nameUnconfirmed: _, comments, ...body }) => ({ ...body, comments: comments.map(({ nameUnconfirmed: __, ...comment }) => comment) })),
  criteria: [...criteria],
  list: { title: list.title, prepared: yearlyDay(list.prepared), refreshed: yearlyDay(list.refreshed) },
})

function yearlyDay({ on, productDefault, note, source }: SupervisionSeed['list']['prepared']): YearlyDay {
  const [month = 0, day = 0] = on.split('-').map(Number)
  return { month, day, productDefault, ...(note === undefined ? {} : { note }), source }
}
