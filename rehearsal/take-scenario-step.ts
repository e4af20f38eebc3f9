import { ZodError } from 'zod'
import { hashOf } from '../activities/command.ts'
import { giveByName } from '../activities/commands/give-by-name.ts'
import type { DeliveryContext } from '../activities/use-case-context.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { principalIn } from '../domain/principal.ts'
import { Refusal } from '../domain/refusal.ts'
import type { SceneEntry } from './scenario.ts'

export type Refused = {
  readonly at: CalendarDate
  readonly command: string
  readonly obligation: string | null
  readonly code: string
  readonly reason: string
}

/** Gives one entry of a scene to the installation. A play goes on where a command is refused: the refusal is shown at its end. */
export async function give(context: DeliveryContext, { at, as, command, obligation, payload }: SceneEntry, index: number): Promise<readonly Refused[]> {
  const metadata = (organization: string) => ({
    commandId: `play/${index + 1}`,
    principal: principalIn(as, organization, 'scenario'),
    bodyHash: hashOf({ command, obligation, payload }),
  })
  try {
    await giveByName(context, metadata, command, obligation === null ? payload : { ...payload, obligation })
    return []
  } catch (error) {
    if (error instanceof Refusal) return [{ at, command, obligation, code: error.code, reason: error.message }]
    if (error instanceof ZodError) {
      const reason = error.issues.map(({ path, message }) => [path.join('.'), message].filter((part) => part !== '').join(': ')).join('; ')
      return [{ at, command, obligation, code: 'malformed', reason }]
    }
    throw error
  }
}
