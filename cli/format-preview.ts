import type { ChangedDay, NamedDay, Preview } from '../activities/commands/preview.ts'

/** What a command would change, a line for each obligation. */
export function* previewLines({ command, opens, moves, ends, records }: Preview): Generator<string> {
  for (const { obligation, limits, letters } of opens)
    yield `opens ${obligation}: ${inDays(limits)}${letters.length === 0 ? '' : `; letters: ${inDays(letters)}`}`
  for (const { obligation, limits, letters } of moves)
    yield `moves ${obligation}: ${inChanges(limits)}${letters.length === 0 ? '' : `; letters: ${inChanges(letters)}`}`
  for (const { obligation, status, letters } of ends)
    yield `ends  ${obligation}: ${status}${letters.length === 0 ? '' : `; letters that will not be sent: ${inDays(letters)}`}`
  const events = records.reduce((sum, each) => sum + each.events.length, 0)
  yield `${command} would open ${opens.length}, move ${moves.length} and end ${ends.length} obligations, in ${events} events. Nothing was recorded.`
}

const inDays = (days: readonly NamedDay[]): string => days.map(({ name, on }) => `${name} ${on}`).join(', ') || 'no day'

const inChanges = (days: readonly ChangedDay[]): string =>
  days.map(({ name, from, to }) => `${name} ${from ?? 'no day'} -> ${to ?? 'no day'}`).join(', ') || 'the same days'
