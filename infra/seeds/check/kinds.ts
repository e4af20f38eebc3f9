import type { Parsed } from '../parse-seed.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { DutySeed } from '../schema/duty.ts'
import type { KindSeed } from '../schema/kind.ts'

/** A kind under adopted instruments names rules and kinds that there are, and letters only of limits that its rules set. */
export const checkKinds = (seeds: ParsedOrganization): readonly Problem[] =>
  seeds.kinds.filter(isDuty).flatMap((kind) => [...checkRules(kind, seeds), ...checkLetters(kind, seeds), ...checkOpening(kind, seeds)])

const isDuty = (kind: Parsed<KindSeed>): kind is Parsed<DutySeed> => kind.value.family === 'instrument'

function checkRules({ file, value }: Parsed<DutySeed>, { rules }: ParsedOrganization): readonly Problem[] {
  const found = value.due.rules.map((code) => rules.find((rule) => rule.value.code === code)?.value)
  return value.due.rules.flatMap((code, index) => {
    const tell = (what: string) => problemAt(file, ['due', 'rules', index], what)
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

function checkLetters({ file, value }: Parsed<DutySeed>, { rules }: ParsedOrganization): readonly Problem[] {
  const limits = rules
    .filter((rule) => value.due.rules.includes(rule.value.code))
    .flatMap((rule) => rule.value.versions.flatMap(({ limits }) => limits.map(({ limit }) => limit)))
  return value.letters.flatMap(({ due: { dayAfter } }, index) =>
    dayAfter === undefined || limits.includes(dayAfter)
      ? []
      : [problemAt(file, ['letters', index, 'due', 'dayAfter'], `No rule of this kind has a limit at ${dayAfter}. Correct the stage or the rules.`)],
  )
}

function checkOpening({ file, value }: Parsed<DutySeed>, { kinds }: ParsedOrganization): readonly Problem[] {
  const { code, opensUpon, opensOnConstituentMatter: opened } = value
  const duties = kinds.filter(isDuty).map((kind) => kind.value)
  const opensByStatement = duties.some((kind) => kind.code === opened && kind.opensUpon === 'government-statement')
  return [
    ...(opened === undefined || opensByStatement
      ? []
      : [problemAt(file, ['opensOnConstituentMatter'], `kinds/ holds no ${opened} that opens upon a Government’s statement. Add it, or correct the name.`)]),
    ...(opensUpon === 'session-closing' || duties.some((kind) => kind.opensOnConstituentMatter === code)
      ? []
      : [problemAt(file, ['opensUpon'], `No kind says that a Government’s statement opens ${code}. Name it in \`opensOnConstituentMatter\` of one.`)]),
  ]
}
