import { readFile, stat } from 'node:fs/promises'
import { isMap, isNode, isSeq, LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'
import { type CommandName, commandNamed, commandNames } from '../activities/commands/registry.ts'
import { actorNamed, type NamedActor } from '../domain/actor-name.ts'
import { type CalendarDate, calendarDate } from '../domain/calendar/calendar-date.ts'

/** One line of a play: who asks what, and when. The payload is checked when it is given, as the API would. */
export type SceneEntry = {
  readonly at: CalendarDate
  readonly as: NamedActor
  readonly command: CommandName
  readonly obligation: string | null
  readonly payload: Readonly<Record<string, unknown>>
}

/** A scenario file that cannot be played: it says where and what to do. Nothing was played. */
export class UnplayableScenario extends Error {
  override readonly name = 'UnplayableScenario'
}

const largestScenario = 20 * 1024 * 1024

const writtenEntry = z.looseObject({
  at: calendarDate,
  as: z.string().min(1),
  command: z.enum(commandNames),
  obligation: z.string().min(1).optional(),
})

/**
 * Reads a scenario: a YAML list of `{ at, as, command, obligation, ... }`, in order of its days.
 *
 * @throws UnplayableScenario naming file and line
 */
export async function readScenario(file: string): Promise<readonly SceneEntry[]> {
  const found = await stat(file).catch((cause: unknown) => {
    throw new UnplayableScenario(`The scenario ${file} cannot be read: check the path`, { cause })
  })
  if (!found.isFile()) throw new UnplayableScenario(`The scenario ${file} is no file: check the path`)
  const { size } = found
  if (size > largestScenario) throw new UnplayableScenario(`${file} has ${size} bytes: a scenario may have ${largestScenario}`)
  return parseScenario(await readFile(file, 'utf8'), file)
}

/** @throws UnplayableScenario naming file and line */
export function parseScenario(text: string, file: string): readonly SceneEntry[] {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const fail = (offset: number, what: string): never => {
    throw new UnplayableScenario(`${file}:${lines.linePos(offset).line}: ${what}`)
  }
  const [error] = document.errors
  if (error !== undefined) fail(error.pos[0], error.message)
  const list = document.contents
  if (list === null) return []
  if (!isSeq(list)) return fail(0, 'A scenario is a list: begin each entry with "- at: DATE"')

  const entries: SceneEntry[] = []
  for (const item of list.items) {
    const offset = isNode(item) && item.range ? item.range[0] : 0
    const written = writtenEntry.safeParse(
      plain(
        () => (isMap(item) ? item.toJS(document) : item),
        (reason) => fail(offset, reason),
      ),
    )
    if (!written.success) return fail(offset, written.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; '))
    const { at, as, command, obligation = null, ...payload } = written.data
    const before = entries.at(-1)
    if (before !== undefined && at < before.at) fail(offset, `This entry of ${at} comes after one of ${before.at}: put the entries in order of their days`)
    const actor =
      actorNamed(as) ??
      fail(
        offset,
        `"${as}" is no actor: write ministry:FRA, secretariat, reviewer or auditor, as <organization>/secretariat where another organization is concerned`,
      )
    if (obligation === null && commandNamed(command).scope === 'obligation')
      fail(offset, `${command} needs an obligation, by its id <organization>:<request>:<kind>:<party>`)
    entries.push({ at, as: actor, command, obligation, payload })
  }
  return entries
}

/** An alias that names nothing, or too much, comes to light only when it is followed. */
function plain(read: () => unknown, fail: (reason: string) => never): unknown {
  try {
    return read()
  } catch (error) {
    if (error instanceof ReferenceError) return fail(error.message)
    throw error
  }
}
