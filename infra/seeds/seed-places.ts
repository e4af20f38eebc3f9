import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** The kinds of seed, and where in an organization's folder each one stands. */
export const seedPlaces = {
  documents: /^documents\.yaml$/,
  organization: /^organization\.yaml$/,
  members: /^members\.yaml$/,
  sessions: /^sessions\/([^/]+)\.yaml$/,
  instruments: /^instruments\/([^/]+)\.yaml$/,
  calendars: /^calendars\/([^/]+)\.yaml$/,
  rules: /^rules\/([^/]+)\.yaml$/,
  cycles: /^cycles\/([^/]+)\/cycle\.yaml$/,
  kinds: /^kinds\/([^/]+)\.yaml$/,
  plans: /^cycles\/([^/]+)\/plan\.yaml$/,
  rows: /^cycles\/([^/]+)\/rows\/([^/]+)\.yaml$/,
  supervision: /^supervision\/([^/]+)\.yaml$/,
  discrepancies: /^discrepancies\/([^/]+)\.yaml$/,
} as const

export type SeedKind = keyof typeof seedPlaces

export const seedKinds = Object.keys(seedPlaces) as readonly SeedKind[]

/** The kind of a file by its place, `null` where a seed has no place. @param path inside the organization's folder, with slashes */
export const kindOf = (path: string): SeedKind | null => seedKinds.find((kind) => seedPlaces[kind].test(path)) ?? null

/** Every file below a folder, by its path from there with slashes, in the order of the bytes. */
export async function filesBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
}

/** The organizations that have a folder, in the order of the bytes. @throws Error when there is no such folder */
export async function organizationsIn(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}
