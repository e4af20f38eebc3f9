import { formatText, type PageCatalog, type PageMessage } from '../page-catalog.ts'
import type { StatusName } from '../pages/status-of-instrument.ts'

const messages: Readonly<Record<StatusName, PageMessage>> = {
  inTime: 'stageInTime',
  inExceptionalWindow: 'stageInExceptionalWindow',
  late: 'stageLate',
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

export const statusText = (catalog: PageCatalog, name: StatusName): string => formatText(catalog, messages[name])

/** The colour only repeats what the words say. */
export const StatusMark = ({ catalog, name }: { catalog: PageCatalog; name: StatusName }) => <span class={`mark ${name}`}>{statusText(catalog, name)}</span>
