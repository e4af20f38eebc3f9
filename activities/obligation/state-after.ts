import type { KnownObligation } from '../../domain/obligation/state.ts'
import { stream } from '../../domain/streams.ts'
import type { Handled } from '../commands/handle.ts'
import { foldObligation } from '../fold.ts'
import { obligationAfter, requireKnown } from './obligation-after.ts'

/** The obligation as it stands after a command on it. @throws Refusal `unknown-obligation` */
export function stateAfter({ about: { id }, histories: [history], decision }: Handled): KnownObligation {
  const before = foldObligation(history)
  const own = decision?.streams.find((each) => each.stream === stream.obligation(id))
  return requireKnown(own === undefined ? before : obligationAfter(before, own), id)
}
