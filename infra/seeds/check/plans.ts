import type { Parsed } from '../parse-seed.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import { rowsOf } from '../rows-of.ts'
import type { PlanSeed } from '../schema/plan.ts'
import type { RowSeed } from '../schema/row.ts'

type Place = { readonly file: Parsed<unknown>['file']; readonly index: number; readonly row: RowSeed; readonly plan: string }

/** A plan has the rows that its document counts, each of them once; and each names kinds, parties, sessions and rows that there are. */
export function checkPlans(seeds: ParsedOrganization): readonly Problem[] {
  const places = seeds.plans.flatMap(({ value: { code } }) => placesIn(code, seeds))
  return [
    ...seeds.plans.flatMap((plan) => checkPlan(plan, seeds)),
    ...places.flatMap((place) => checkRow(place, places, seeds)),
    ...claimedTwice(places),
    ...seeds.rows.filter(({ file }) => !seeds.plans.some(({ value: { code } }) => file.name.split('/').at(-3) === code)).map(noPlan),
  ]
}

const placesIn = (plan: string, { rows }: ParsedOrganization): readonly Place[] =>
  rowsOf(plan, rows).flatMap(({ file, value }) => value.map((row, index) => ({ file, index, row, plan })))

const noPlan = ({ file }: Parsed<readonly RowSeed[]>): Problem =>
  problemAt(file, [], 'These rows belong to no plan: there is no plan.yaml in their folder. Add it.')

function checkPlan({ file, value }: Parsed<PlanSeed>, seeds: ParsedOrganization): readonly Problem[] {
  const counted = rowsOf(value.code, seeds.rows).find((one) => one.file.name.endsWith(`/${value.rows.file}`))
  const { horizon, decision } = value
  return [
    ...(seeds.documents.value.some(({ code }) => code === value.document)
      ? []
      : [problemAt(file, ['document'], `documents.yaml holds no ${value.document}: add it there, or correct the code.`)]),
    ...(counted?.value.length === value.rows.count
      ? []
      : [
          problemAt(
            file,
            ['rows', 'count'],
            `${counted?.value.length ?? 'No'} rows in ${value.rows.file}, but the plan counts ${value.rows.count}. Correct one of them.`,
          ),
        ]),
    ...(horizon.until !== null && horizon.until < horizon.from
      ? [problemAt(file, ['horizon', 'until'], 'The horizon ends before it begins. Correct one of the days.')]
      : []),
    ...(decision.session === null || isSession(decision.session, seeds)
      ? []
      : [problemAt(file, ['decision', 'session'], `There is no session ${decision.session} in the seeds. Add it, or correct the code.`)]),
    ...(seeds.sessions.some((session) => session.value.code === decision.session && session.value.state === 'cancelled')
      ? [problemAt(file, ['decision', 'session'], `${decision.session} was cancelled: nothing was decided there. Name the session that decided.`)]
      : []),
    ...(seeds.cycles.some(({ value: { code } }) => code === value.code) ? [problemAt(file, ['code'], `${value.code} is already the code of a cycle.`)] : []),
  ]
}

const isSession = (session: string, { sessions }: ParsedOrganization): boolean => sessions.some(({ value: { code } }) => code === session)

function checkRow({ file, index, row, plan }: Place, places: readonly Place[], seeds: ParsedOrganization): readonly Problem[] {
  const own = places.filter((each) => each.plan === plan)
  const twice = own.findIndex((each) => each.row.id === row.id) < own.findIndex((each) => each.file === file && each.index === index)
  const known = [
    ...own.map((each) => each.row.id),
    ...places.map((each) => `${each.plan}-${each.row.id}`),
    ...seeds.plans.map(({ value }) => value.code),
    ...seeds.cycles.map(({ value }) => value.code),
  ]
  const { parsed } = row.timing
  return [
    ...(twice ? [problemAt(file, [index, 'id'], `Row ${row.id} stands in the plan ${plan} before. Give each row one entry.`)] : []),
    ...row.followedUnder.flatMap((other, place) =>
      known.includes(other) ? [] : [problemAt(file, [index, 'followedUnder', place], `There is no row ${other} in ${plan}. Correct the reference.`)],
    ),
    ...(parsed.shape === 'other-rows' ? parsed.rows : []).flatMap((other) =>
      known.includes(other)
        ? []
        : [problemAt(file, [index, 'timing', 'parsed'], `The timing refers to row ${other}, which ${plan} does not have. Correct it.`)],
    ),
    ...row.followed.flatMap((_, place) => checkFollowed({ file, index, row, plan }, place, seeds)),
  ]
}

function checkFollowed({ file, index, row }: Place, place: number, seeds: ParsedOrganization): readonly Problem[] {
  const followed = row.followed[place]
  if (followed === undefined) return []
  const at = (field: string) => [index, 'followed', place, field]
  const named = seeds.kinds.find(({ value: { code } }) => code === followed.kind)?.value
  const kind = named?.provisions === undefined ? named : undefined
  const timing = (followed.timing ?? row.timing).parsed
  const members = seeds.members.value.members.map(({ code }): string => code)
  const owedBy = followed.party === 'members' || members.includes(followed.party) ? 'member' : 'unit'
  const isUnit = seeds.organization.value.units.some(({ code }) => code === followed.party)
  return [
    ...(named?.provisions !== undefined
      ? [problemAt(file, at('kind'), `The kind ${named.code} is owed under an adopted instrument, never under a row. Name another.`)]
      : []),
    ...(named === undefined ? [problemAt(file, at('kind'), `kinds/ holds no ${followed.kind}. Add the kind, or correct the name.`)] : []),
    ...(owedBy === 'unit' && !isUnit
      ? [problemAt(file, at('party'), `${followed.party} is neither a Member nor a unit of organization.yaml. Add it there, or correct the name.`)]
      : []),
    ...(kind !== undefined && !kind.owedBy.includes(owedBy)
      ? [problemAt(file, at('party'), `The kind ${kind.code} is not owed by a ${owedBy}. Correct one of them.`)]
      : []),
    ...(kind?.discharge.by === 'target' && followed.target === undefined
      ? [problemAt(file, at('target'), 'The kind is discharged by a target, and none stands here. Add it.')]
      : []),
    ...(timing.shape === 'session' && !isSession(timing.session, seeds)
      ? [problemAt(file, at('timing'), `There is no session ${timing.session} in the seeds. Add it, or correct the code.`)]
      : []),
    ...(kind?.limits.some(({ from }) => from === 'timing') && ['session', 'none', 'other-rows'].includes(timing.shape)
      ? [
          problemAt(
            file,
            at('timing'),
            `The kind ${kind.code} is due by its timing, and a timing of the shape ${timing.shape} has no last day. Give this one a timing of its own.`,
          ),
        ]
      : []),
  ]
}

/** Two plans that quote one and the same text and both follow it claim one output. */
function claimedTwice(places: readonly Place[]): readonly Problem[] {
  const following = places.filter(({ row }) => row.followed.length > 0)
  return following.flatMap(({ file, index, row, plan }, place) => {
    const other = following.slice(0, place).find((each) => each.plan !== plan && words(each.row) === words(row))
    if (other === undefined) return []
    return [
      problemAt(
        file,
        [index, 'printed'],
        `Row ${other.row.id} of ${other.plan} (${other.file.name}) follows this very output. Follow it in one plan, and name that row in \`followedUnder\` here.`,
      ),
    ]
  })
}

const words = ({ printed }: RowSeed): string => printed.text.replaceAll(/\s+/g, ' ').trim()
