import { basename, join } from 'node:path'
import type { z } from 'zod'
import type { Source } from '../../domain/provenance.ts'
import { type Parsed, parseSeed } from './parse-seed.ts'
import type { Problem } from './problem.ts'
import { calendarSchema } from './schema/calendar.ts'
import { citationIn, type Register } from './schema/citation.ts'
import { cycleSchema } from './schema/cycle.ts'
import { discrepanciesSchema } from './schema/discrepancy.ts'
import { type DocumentSeed, documentsSchema } from './schema/document.ts'
import { instrumentSchema } from './schema/instrument.ts'
import { kindSchema } from './schema/kind.ts'
import { membersSchema } from './schema/members.ts'
import { organizationSchema } from './schema/organization.ts'
import { planSchema } from './schema/plan.ts'
import { rowsSchema } from './schema/row.ts'
import { ruleSchema } from './schema/rule.ts'
import { sessionSchema } from './schema/session.ts'
import { supervisionSchema } from './schema/supervision.ts'
import { filesBelow, kindOf, type SeedKind, seedKinds, seedPlaces } from './seed-places.ts'
import { readSeedFile } from './yaml-file.ts'

/** An organization's seeds with the files that they stand in, so that a check can name the line. */
export type ParsedOrganization = {
  readonly [Kind in SeedKind]: Kind extends 'documents' | 'organization' | 'members' ? Parsed<SeedOf<Kind>> : readonly Parsed<SeedOf<Kind>>[]
}

/** Reads every file of one organization. `parsed` is `null` where any of them has a problem. */
export async function readOrganization(root: string, name: string) {
  const paths = await filesBelow(join(root, name))
  const read = await Promise.all(paths.map(async (path) => ({ path, ...(await readSeedFile(join(root, name, path), `${basename(root)}/${name}/${path}`)) })))
  const problems: Problem[] = read.flatMap((one) => one.problems)
  const wellFormed = read.filter((one) => one.problems.length === 0)

  for (const { path, file } of wellFormed)
    if (kindOf(path) === null) problems.push({ file: file.name, line: 1, path: '', what: 'No seed has its place here. Move the file, or take it out.' })

  const parseAll = <T>(kind: SeedKind, schema: z.ZodType<T>): readonly Parsed<T>[] =>
    wellFormed
      .filter(({ path }) => kindOf(path) === kind)
      .flatMap(({ file }) => {
        const result = parseSeed(file, schema)
        problems.push(...result.problems)
        return result.parsed ?? []
      })

  const documents = parseAll('documents', documentsSchema)
  // Without the register every citation would be a problem of its own: those of the register come first.
  const [cited] = documents
  const all = cited === undefined ? null : { documents, ...parseRest(parseAll, register(cited.value)) }
  const missing = seedKinds.filter((kind) => isSingle(kind) && !paths.some((path) => seedPlaces[kind].test(path)))
  for (const kind of missing)
    problems.push({ file: `${basename(root)}/${name}/${kind}.yaml`, line: 1, path: '', what: 'The file is missing. Every organization has one: add it.' })

  return { files: read.length, problems, parsed: all === null || problems.length > 0 ? null : whole(all) }
}

type ParseAll = <T>(kind: SeedKind, schema: z.ZodType<T>) => readonly Parsed<T>[]

function parseRest(parseAll: ParseAll, documents: Register) {
  const citation = citationIn(documents)
  return {
    organization: parseAll('organization', organizationSchema(citation)),
    members: parseAll('members', membersSchema(citation)),
    sessions: parseAll('sessions', sessionSchema(citation)),
    instruments: parseAll('instruments', instrumentSchema(citation)),
    calendars: parseAll('calendars', calendarSchema(citation)),
    rules: parseAll('rules', ruleSchema(citation)),
    cycles: parseAll('cycles', cycleSchema(citation)),
    kinds: parseAll('kinds', kindSchema(citation)),
    plans: parseAll('plans', planSchema(citation)),
    rows: parseAll('rows', rowsSchema(citation)),
    supervision: parseAll('supervision', supervisionSchema(citation)),
    discrepancies: parseAll('discrepancies', discrepanciesSchema(citation)),
  }
}

type SeedLists = ReturnType<typeof parseRest> & { readonly documents: readonly Parsed<readonly DocumentSeed[]>[] }
type SeedOf<Kind extends SeedKind> = SeedLists[Kind][number]['value']

const isSingle = (kind: SeedKind): boolean => kind === 'documents' || kind === 'organization' || kind === 'members'

function whole({ documents, organization, members, ...lists }: SeedLists): ParsedOrganization | null {
  const [[one], [their], [cited]] = [organization, members, documents]
  return one === undefined || their === undefined || cited === undefined ? null : { ...lists, organization: one, members: their, documents: cited }
}

const register = (documents: readonly DocumentSeed[]): Register =>
  new Map(documents.map(({ code, title, href, checkedOn }): [string, Source] => [code, href === undefined ? { title, checkedOn } : { title, href, checkedOn }]))
