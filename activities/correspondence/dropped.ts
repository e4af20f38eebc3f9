import type { PendingNotice } from '../../domain/correspondence/correspondence.ts'
import { isSuppressed } from '../../domain/obligation/is-suppressed.ts'
import type { Obligation } from '../../domain/obligation/state.ts'

type ObligationStatus = { readonly notice: PendingNotice; readonly state: Obligation }

/** Notices that no longer apply, by the reason that the record gives for dropping them. */
export function droppedOf(status: readonly ObligationStatus[]): readonly { readonly reason: string; readonly versions: number[] }[] {
  const reasons = [...new Set(status.map(reasonFor))]
  return reasons.map((reason) => ({ reason, versions: status.filter((each) => reasonFor(each) === reason).map(({ notice }) => notice.version) }))
}

function reasonFor({ notice, state }: ObligationStatus): string {
  if (state.status === 'released') return 'released before the letter was written'
  const moved = state.status === 'open' && notice.report === undefined && !isSuppressed(notice.kind, state)
  return moved ? 'its day moved before the letter was written' : 'answered before the letter was written'
}
