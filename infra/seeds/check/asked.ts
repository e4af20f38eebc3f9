import { spanOf, type Timing } from '../../../domain/calendar/timing.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { RowSeed } from '../schema/row.ts'

/** What one row asks is asked once, has a day wherever its kind counts from one, and is observed once a day. */
export const checkAsked = (seeds: ParsedOrganization): readonly Problem[] =>
  seeds.rows.flatMap(({ file, value }) =>
    value.flatMap((row, index) => [
      ...(isInOrder(row.timing.parsed) ? [] : [problemAt(file, [index, 'timing', 'parsed'], outOfOrder)]),
      ...row.followed.flatMap((_, place) => faultsOf(row, place, seeds).map(([field, what]) => problemAt(file, [index, 'followed', place, ...field], what))),
    ]),
  )

type Fault = readonly [field: readonly (string | number)[], what: string]
const outOfOrder = 'The range ends before it begins. Keep it as printed in `printed`, and give here the first year first.'

function faultsOf({ followed, timing: ofRow }: RowSeed, place: number, { kinds }: ParsedOrganization): readonly Fault[] {
  const asked = followed[place]
  if (asked === undefined) return []
  const { kind: code, party, occurrence, timing = ofRow, target } = asked
  const same = followed.slice(0, place).some((each) => each.kind === code && each.party === party && each.occurrence === occurrence)
  const observed = target?.observed ?? []
  const again = observed.findIndex(({ on }, index) => observed.findIndex((each) => each.on === on) < index)
  const kind = kinds.find(({ value }) => value.code === code)?.value
  const isOfSession = kind?.limits.some(({ from }) => from === 'session-opening' || from === 'session-closing') ?? false
  return [
    ...(same ? [[['kind'], `The row asks ${code} of ${party} before. Tell them apart by an \`occurrence\`, or take one out.`] as const] : []),
    ...(again < 0 ? [] : [[['target', 'observed', again, 'on'], `${observed[again]?.on} is observed before. Keep one observation of a day.`] as const]),
    ...(asked.timing === undefined || isInOrder(timing.parsed) ? [] : [[['timing', 'parsed'], outOfOrder] as const]),
    ...(isOfSession && !['session', 'none'].includes(timing.parsed.shape)
      ? [
          [
            ['timing'],
            `The kind ${code} is counted from a session, and a timing of the shape ${timing.parsed.shape} names none. Name it, or no timing.`,
          ] as const,
        ]
      : []),
  ]
}

function isInOrder(printed: Timing): boolean {
  try {
    spanOf(printed)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}
