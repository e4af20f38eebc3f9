import type { Reference } from '../../activities/reference.ts'
import type { WithdrawalRule } from '../../domain/organization/withdrawal.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { LetterPolicy } from '../../domain/rulebook/letter-policy.ts'
import type { Rule } from '../../domain/rulebook/rule.ts'
import { kindFrom, planFrom } from './plan-from.ts'
import type { PolicySeed } from './schema/policy.ts'
import type { RuleSeed } from './schema/rule.ts'
import type { OrganizationSeeds, Seeds } from './seeds.ts'
import { supervisionFrom } from './supervision-from.ts'

/** The rules and policies of the seeds, as the use cases ask for them. */
export function referenceFrom({ organizations }: Seeds): Reference {
  const of = (code: string): OrganizationSeeds => {
    const found = organizations.find(({ organization }) => organization.code === code)
    if (found === undefined) throw new Refusal('unknown-organization', `There is no organization ${code}`, { organization: code })
    return found
  }
  return {
    zoneOf: (organization) => of(organization).organization.seat.zone,
    ruleFor: (organization, kind, instrument) => {
      const found = of(organization).rules.find((rule) => rule.kind === kind && rule.appliesTo.includes(instrument))
      if (found === undefined) throw new RangeError(`No rule of ${organization} sets the ${kind} of a ${instrument}: add one to its seeds`)
      return ruleFrom(found)
    },
    policyOf: (organization) => {
      const [policy] = of(organization).policies
      if (policy === undefined) throw new RangeError(`${organization} has no letter policy: add one to its seeds`)
      return policyFrom(policy)
    },
    kindOf: (organization, code) => {
      const found = of(organization).kinds.find((kind) => kind.code === code)
      if (found === undefined) throw new Refusal('unknown-kind', `${organization} declares no kind of obligation ${code}`, { kind: code })
      return kindFrom(found)
    },
    planOf: (cycle) => {
      const { organization, code } = cycleParts(cycle)
      const found = of(organization).plans.find(({ plan }) => plan.code === code)
      if (found === undefined) throw new Refusal('unknown-plan', `${organization} has no plan ${code}`, { plan: cycle })
      return planFrom(of(organization), found)
    },
    supervisionOf: (organization) => {
      const [found] = of(organization).supervision
      return found === undefined ? null : supervisionFrom(organization, found)
    },
    supervised: () => organizations.filter(({ supervision }) => supervision.length > 0).map(({ organization }) => organization.code),
    withdrawalOf: (organization) => withdrawalFrom(of(organization).organization),
    sourceOf: (organization, document) => {
      const found = of(organization).documents.find(({ code }) => code === document)
      if (found === undefined) throw new Refusal('unknown-document', `The register of ${organization} holds no document ${document}`, { document })
      const { title, href, checkedOn } = found
      return { title, ...(href === undefined ? {} : { href }), checkedOn }
    },
    printedFor: (cycle) => {
      const { organization, code } = cycleParts(cycle)
      const printed = organizations.find((each) => each.organization.code === organization)?.cycles.find((each) => each.code === code)?.printed ?? []
      return printed.map(({ stage, date, wording, language, source: [source] }) => ({
        stage,
        date,
        wording,
        language,
        source: source ?? { title: 'no source' },
      }))
    },
  }
}

/** `<organization>:r202` as the organization's code and the cycle's. */
export function cycleParts(cycle: string): { readonly organization: string; readonly code: string } {
  const [organization = '', code = ''] = cycle.split(':')
  return { organization, code }
}

/** A rule of the seeds as the domain reads it. */
export const ruleFrom = ({ code, provision, title, versions }: RuleSeed): Rule => ({
  code,
  provision,
  title,
  versions: versions.map(({ from, to, limits, convention, debtors, quote, paraphrase, source }) => ({
    from,
    to,
    limits,
    convention: convention === null ? null : { value: convention.value, status: convention.status, source: convention.source },
    laterMembersOwe: debtors.laterMembersOwe?.value ?? false,
    ...(quote === undefined ? {} : { quote }),
    ...(paraphrase === undefined ? {} : { paraphrase }),
    source,
  })),
})

const withdrawalFrom = ({ withdrawal }: OrganizationSeeds['organization']): WithdrawalRule | null =>
  withdrawal === undefined
    ? null
    : {
        period: withdrawal.period,
        convention: withdrawal.convention.value,
        status: withdrawal.convention.status,
        subjectTo: withdrawal.subjectTo ?? null,
        source: withdrawal.source,
      }

function policyFrom({ code, letters }: PolicySeed): LetterPolicy {
  const request = letters.find(({ kind }) => kind === 'request')?.due.firstAfterClosing
  const returnDays = letters.find(({ kind }) => kind === 'return')?.answerWithin?.days
  if (request === undefined || returnDays === undefined) throw new RangeError(`${code}: the policy needs a day for the request and days for a return`)
  const [month, day] = request.split('-').map(Number)
  return {
    request: { month: month ?? 0, day: day ?? 0 },
    reminders: letters.flatMap(({ kind, due: { dayAfter } }) =>
      dayAfter !== undefined && (kind === 'reminder12' || kind === 'reminder18') ? [{ step: kind, after: dayAfter }] : [],
    ),
    returnDays,
    source: letters.flatMap(({ source }) => source),
  }
}
