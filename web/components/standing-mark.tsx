import type { StandingName } from '../pages/stage.ts'
import { type PageMessage, type PageWording, tell } from '../words.ts'

const messages: Readonly<Record<StandingName, PageMessage>> = {
  inTime: 'stageInTime',
  inExceptionalWindow: 'stageInExceptionalWindow',
  late: 'stageLate',
  discharged: 'stageDischarged',
  doneInTime: 'stageDoneInTime',
  doneLate: 'stageDoneLate',
  done: 'stageDone',
  released: 'stageReleased',
  incomplete: 'stageIncomplete',
  observed: 'stageObserved',
  untracked: 'stageUntracked',
  running12: 'stageRunning12',
  window: 'stageWindow',
  running18: 'stageRunning18',
  running: 'stageRunning',
  undated: 'stageUndated',
  missed: 'stageMissed',
  expired: 'stageExpired',
}

export const standingText = (wording: PageWording, name: StandingName): string => tell(wording, messages[name])

/** The colour only repeats what the words say. */
export const StandingMark = ({ wording, name }: { wording: PageWording; name: StandingName }) => (
  <span class={`mark ${name}`}>{standingText(wording, name)}</span>
)
