import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'

/** Every code is the name of its file (of its folder, for an organization and a cycle), and no code is used twice. */
export function checkCodes(seeds: ParsedOrganization): readonly Problem[] {
  const { organization, sessions, instruments, calendars, rules, cycles, kinds, plans, supervision, documents } = seeds
  const named = [organization, ...sessions, ...instruments, ...calendars, ...rules, ...cycles, ...kinds, ...plans, ...supervision].flatMap(
    ({ file, value: { code } }) => {
      const expected = nameOf(file.name)
      return code === expected ? [] : [problemAt(file, ['code'], `The code is ${code}, but the file is named for ${expected}. Make them equal.`)]
    },
  )
  const codes = documents.value.map(({ code }) => code)
  const twice = codes.flatMap((code, index) =>
    codes.indexOf(code) === index
      ? []
      : [problemAt(documents.file, [index, 'code'], `${code} is already the code of another document. Give this one its own.`)],
  )
  return [...named, ...twice]
}

/** `instruments/R202.yaml` is named for `R202`; `cycles/r202/cycle.yaml` for its folder, as is an organization's own file. */
function nameOf(path: string): string {
  const parts = path.split('/')
  const last = parts.at(-1) ?? ''
  return ['cycle.yaml', 'plan.yaml', 'organization.yaml'].includes(last) ? (parts.at(-2) ?? '') : last.replace(/\.yaml$/, '')
}
