import type { ChangedDay, NamedDay, Preview } from '../activities/commands/preview.ts'
import { eventInWords } from './event-words.ts'

/** What a command would change, a line for each obligation and letter; where few streams get events, also which. */
export function* previewLines({ command, opens, moves, ends, reopens, letters, records }: Preview): Generator<string> {
  for (const each of opens) yield `opens   ${each.obligation}: ${inDays(each.limits)}${each.letters.length === 0 ? '' : `; letters: ${inDays(each.letters)}`}`
  for (const each of moves)
    yield `moves   ${each.obligation}: ${inChanges(each.limits)}${each.letters.length === 0 ? '' : `; letters: ${inChanges(each.letters)}`}`
  for (const { obligation, status, letters: left } of ends)
    yield `ends    ${obligation}: ${status}${left.length === 0 ? '' : `; letters that will not be sent: ${inDays(left)}`}`
  for (const { obligation, letters: again } of reopens) yield `reopens ${obligation}${again.length === 0 ? '' : `; letters: ${inDays(again)}`}`
  for (const { party, kind, obligation, on } of letters) yield `letter  to ${party}: ${kind} about ${obligation}, due on ${on}`
  if (records.length <= fewStreams) for (const { stream, events } of records) yield `records ${stream}: ${events.map(eventInWords).join(', ')}`
  const events = records.reduce((sum, each) => sum + each.events.length, 0)
  const changed = `open ${opens.length}, move ${moves.length}, end ${ends.length} and reopen ${reopens.length} obligations`
  yield `${command} would ${changed}, and have ${letters.length} letters written, in ${events} events. Nothing was recorded.`
}

/** Of more than these nobody reads the list; the lines above say what follows. */
const fewStreams = 10

const inDays = (days: readonly NamedDay[]): string => days.map(({ name, on }) => `${name} ${on}`).join(', ') || 'no day'

const inChanges = (days: readonly ChangedDay[]): string =>
  days.map(({ name, from, to }) => `${name} ${from ?? 'no day'} -> ${to ?? 'no day'}`).join(', ') || 'the same days'
