import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'

/** Letters about instruments name the treaty under which Members owe, so an organization that follows one has to say how. */
export function checkConstitution({ organization, cycles }: ParsedOrganization): readonly Problem[] {
  const [first] = cycles
  if (first === undefined || organization.value.constitution !== undefined) return []
  return [
    problemAt(
      organization.file,
      [],
      `The cycle ${first.value.code} asks for letters that name the treaty under which Members owe. Say in \`constitution\` how.`,
    ),
  ]
}
