import type { Parsed } from '../parse-seed.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { KindSeed } from '../schema/kind.ts'

/** A kind names rules and kinds that there are, and letters only of limits that it or its rules set. */
export const checkKinds = (seeds: ParsedOrganization): readonly Problem[] => [
  ...seeds.kinds.flatMap((kind) => [...checkRules(kind, seeds), ...checkLetters(kind, seeds), ...checkOpening(kind, seeds)]),
  ...checkInstrumentKinds(seeds),
]

/** A rule applies to kinds of instruments that the organization declares. */
function checkInstrumentKinds({ organization, rules }: ParsedOrganization): readonly Problem[] {
  const declared = organization.value.instrumentKinds.map(({ code }) => code)
  return rules.flatMap(({ file, value: { appliesTo } }) =>
    appliesTo.flatMap((kind, index) =>
      declared.includes(kind)
        ? []
        : [
            problemAt(
              file,
              ['appliesTo', index],
              `The organization declares no kind of instrument ${kind}, only ${declared.join(', ') || 'none'}. Add it to \`instrumentKinds\` of organization.yaml, or correct the name.`,
            ),
          ],
    ),
  )
}

function checkRules({ file, value }: Parsed<KindSeed>, { rules }: ParsedOrganization): readonly Problem[] {
  const { provisions = [] } = value
  const found = provisions.map((code) => rules.find((rule) => rule.value.code === code)?.value)
  return provisions.flatMap((code, index) => {
    const tell = (what: string) => problemAt(file, ['provisions', index], what)
    const rule = found[index]
    if (rule === undefined) return [tell(`There is no rule ${code} in the seeds. Add it, or correct the code.`)]
    const other = found.slice(0, index).find((each) => each?.appliesTo.some((instrument) => rule.appliesTo.includes(instrument)))
    return [
      ...(other === undefined ? [] : [tell(`${code} and ${other.code} apply to the same instruments, and one provision must. Take one out.`)]),
      ...(rule.versions.some(({ parties }) => parties.membersOn !== 'adoption')
        ? [tell(`The kind is owed by the Members on the day of adoption, and ${code} says otherwise. Make them agree.`)]
        : []),
      ...(rule.versions.some(({ limits }) => limits.length === 0) ? [tell(`${code} sets no limit, so nothing is due under it. Name a rule that does.`)] : []),
    ]
  })
}

function checkLetters({ file, value }: Parsed<KindSeed>, { rules }: ParsedOrganization): readonly Problem[] {
  const { provisions, letters } = value
  if (provisions === undefined) return []
  const limits: readonly string[] = [
    ...value.limits.map(({ limit }) => limit),
    ...rules
      .filter((rule) => provisions.includes(rule.value.code))
      .flatMap((rule) => rule.value.versions.flatMap((version) => version.limits.map(({ limit }) => limit))),
  ]
  return letters.flatMap(({ from }, index) =>
    typeof from === 'string' || !('limit' in from) || limits.includes(from.limit)
      ? []
      : [problemAt(file, ['letters', index, 'from', 'limit'], `No rule of this kind has a limit at ${from.limit}. Correct the limit or the rules.`)],
  )
}

function checkOpening({ file, value }: Parsed<KindSeed>, { kinds }: ParsedOrganization): readonly Problem[] {
  const { code, opensUpon, opens, provisions, report } = value
  const opened = kinds.find((kind) => kind.value.code === opens?.kind)?.value
  const isAnswered = opens === undefined || answersYes(report, opens.when)
  return [
    ...(opens === undefined || opened?.opensUpon === 'government-statement'
      ? []
      : [problemAt(file, ['opens', 'kind'], `kinds/ holds no ${opens.kind} that opens upon a Government’s statement. Add it, or correct the name.`)]),
    ...(isAnswered ? [] : [problemAt(file, ['opens', 'when'], `The report has no question ${opens?.when} that is answered by yes or no. Correct the name.`)]),
    ...(opensUpon !== 'government-statement' || kinds.some((kind) => kind.value.opens?.kind === code)
      ? []
      : [problemAt(file, ['opensUpon'], `No kind says that a Government’s statement opens ${code}. Name it in \`opens\` of one.`)]),
    ...((opensUpon === undefined) === (provisions === undefined)
      ? []
      : [problemAt(file, [], 'A kind that opens under an instrument needs `opensUpon` and `provisions`, and one that rows ask for has neither.')]),
  ]
}

/** The questionnaire says of itself whether the matter is for constituent units, and whether circumstances were stated. */
const answersYes = (report: KindSeed['report'], question: string): boolean =>
  report.form === 'questionnaire'
    ? question === 'constituentMatter' || question === 'circumstancesStated'
    : report.fields.some(({ name, type }) => name === question && type === 'yes-no')
