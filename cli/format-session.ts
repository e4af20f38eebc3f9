import type { Recorded } from './give.ts'
import type { CommandLinePorts } from './ports.ts'
import { answer } from './write-output.ts'

/** Says where a fact about a session stands in the record, and how much moved with it. */
export function tellSession(
  ports: Pick<CommandLinePorts, 'out'>,
  json: boolean,
  what: string,
  { id: session, firstPosition, lastPosition }: Recorded,
): Promise<void> {
  return answer(ports as CommandLinePorts, json, { session, recorded: { firstPosition, lastPosition } }, () => [
    `${what} of ${session} is on record at position ${firstPosition}.`,
    lastPosition > firstPosition ? `${lastPosition - firstPosition} moved with it: what was counted from it has other days now.` : 'Nothing moved.',
  ])
}
