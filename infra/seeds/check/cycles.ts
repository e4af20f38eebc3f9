import { seededMembersOn } from '../membership.ts'
import type { Parsed } from '../parse-seed.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { CycleSeed } from '../schema/cycle.ts'

/** A cycle names what is seeded, under the rule for its instrument's kind, and as many owe as its source counts. */
export const checkCycles = (seeds: ParsedOrganization): readonly Problem[] =>
  seeds.cycles.flatMap((cycle) => [...checkReferences(cycle, seeds), ...checkHorizon(cycle), ...checkParties(cycle, seeds)])

function checkReferences({ file, value }: Parsed<CycleSeed>, { instruments, rules, kinds }: ParsedOrganization): readonly Problem[] {
  const find = <T extends { readonly code: string }>(list: readonly Parsed<T>[], code: string) => list.find((one) => one.value.code === code)?.value
  const [instrument, rule, kind] = [find(instruments, value.instrument), find(rules, value.rule), find(kinds, value.kind)]
  const tell = (field: 'instrument' | 'rule' | 'kind', what: string) => problemAt(file, [field], what)
  return [
    ...(instrument === undefined ? [tell('instrument', `There is no instrument ${value.instrument} in the seeds. Add it, or correct the code.`)] : []),
    ...(rule === undefined ? [tell('rule', `There is no rule ${value.rule} in the seeds. Add it, or correct the code.`)] : []),
    ...(kind === undefined ? [tell('kind', `kinds/ holds no ${value.kind}. Add the kind, or correct the name.`)] : []),
    ...(kind !== undefined && kind.opensUpon !== 'session-closing'
      ? [tell('kind', `The kind ${kind.code} does not open with a cycle, at the closing of a session. Name one that does.`)]
      : []),
    ...(rule !== undefined && kind?.provisions !== undefined && !kind.provisions.includes(rule.code)
      ? [tell('rule', `${rule.code} is none of the rules of the kind ${kind.code}. Name one of them, or add it to the kind.`)]
      : []),
    ...(rule !== undefined && instrument !== undefined && !rule.appliesTo.includes(instrument.kind)
      ? [tell('rule', `${rule.code} does not apply to a ${instrument.kind}. Name the rule that does.`)]
      : []),
  ]
}

const checkHorizon = ({ file, value: { horizon } }: Parsed<CycleSeed>): readonly Problem[] =>
  horizon.until !== null && horizon.until < horizon.from
    ? [problemAt(file, ['horizon', 'until'], 'The horizon ends before it begins. Correct one of the days.')]
    : []

function checkParties({ file, value }: Parsed<CycleSeed>, { instruments, organization, members }: ParsedOrganization): readonly Problem[] {
  const instrument = instruments.find((one) => one.value.code === value.instrument)?.value
  if (instrument === undefined) return []
  const found = seededMembersOn({ organization: organization.value, members: members.value }, instrument.adoptedOn.date).length
  return found === value.parties.count
    ? []
    : [
        problemAt(
          file,
          ['parties', 'count'],
          `${found} Members on ${instrument.adoptedOn.date}, but the cycle counts ${value.parties.count}. Correct the count or the membership.`,
        ),
      ]
}
