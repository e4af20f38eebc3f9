import type { Reference } from '../../activities/reference.ts'
import { parseOwnedId } from '../../domain/ids.ts'
import type { WithdrawalRule } from '../../domain/organization/withdrawal.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { Rule } from '../../domain/rulebook/rule.ts'
import { kindFrom } from './kind-from.ts'
import { papersFrom } from './papers-from.ts'
import { planFrom } from './plan-from.ts'
import type { RuleSeed } from './schema/rule.ts'
import type { OrganizationSeeds, Seeds } from './seeds.ts'
import { supervisionFrom } from './supervision-from.ts'

/** The rules and the kinds of obligations of the seeds, as the use cases ask for them. */
export function referenceFrom({ organizations }: Seeds): Reference {
  const of = (code: string): OrganizationSeeds => {
    const found = organizations.find(({ organization }) => organization.code === code)
    if (found === undefined) throw new Refusal('unknown-organization', `There is no organization ${code}`, { organization: code })
    return found
  }
  return {
    zoneOf: (organization) => of(organization).organization.seat.zone,
    kindsUnder: (organization, instrument) => {
      const { kinds, rules } = of(organization)
      return kinds.flatMap((kind) => {
        const applies = rules.find(({ code, appliesTo }) => kind.provisions?.includes(code) && appliesTo.includes(instrument))
        return applies === undefined ? [] : [{ kind: kindFrom(kind), rule: ruleFrom(applies) }]
      })
    },
    kindOf: (organization, code) => {
      const found = of(organization).kinds.find((kind) => kind.code === code)
      if (found === undefined || found.provisions !== undefined)
        throw new Refusal('unknown-kind', `${organization} declares no kind of obligation ${code} that rows ask for`, { kind: code })
      return kindFrom(found)
    },
    hasOwnWords: (organization, code, letter) => {
      const own = of(organization).kinds.find((kind) => kind.code === code)?.words.letters[letter]
      return own !== undefined && own !== 'common'
    },
    papersOf: (organization) => papersFrom(of(organization)),
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
    eventTypesOf: (organization) => of(organization).organization.eventTypes.map(({ code }) => code),
    instrumentKindsOf: (organization) => of(organization).organization.instrumentKinds,
    languagesOf: (organization) => {
      const { languages, fallback } = of(organization).organization
      return { languages, fallback }
    },
    memberCodesOf: (organization) => of(organization).organization.memberCodes ?? null,
    withdrawalOf: (organization) => withdrawalFrom(of(organization).organization),
    sourceOf: (organization, document) => {
      const found = of(organization).documents.find(({ code }) => code === document)
      if (found === undefined) throw new Refusal('unknown-document', `The register of ${organization} holds no document ${document}`, { document })
      const { title, href, checkedOn } = found
      return { title, ...(href === undefined ? {} : { href }), checkedOn }
    },
    printedFor: (cycle, kind) => {
      const { organization, code } = cycleParts(cycle)
      const seeded = organizations.find((each) => each.organization.code === organization)?.cycles.find((each) => each.code === code)
      return (seeded?.kind === kind ? seeded.printed : []).map(({ limit, date, wording, language, source: [source] }) => ({
        limit,
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
  const { organization, name: code } = parseOwnedId(cycle)
  return { organization, code }
}

/** A rule of the seeds as the domain reads it. */
export const ruleFrom = ({ code, provision, title, versions }: RuleSeed): Rule => ({
  code,
  provision,
  title,
  versions: versions.map(({ from, to, limits, convention, parties, quote, paraphrase, source }) => ({
    from,
    to,
    limits,
    convention: convention === null ? null : { value: convention.value, status: convention.status, source: convention.source },
    laterMembersOwe: parties.laterMembersOwe?.value ?? false,
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
