import { decision as decisionDecider, requireTaken } from '../../../domain/decision/decision.ts'
import { organizationOf } from '../../../domain/ids.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { stream } from '../../../domain/streams.ts'
import { applyDecision, reasonOf } from '../../decision/apply-decision.ts'
import { enterObligationPayload } from '../../decision/decision-payload.ts'
import { foldDecision } from '../../fold.ts'
import { mergeAppends } from '../../merge-appends.ts'
import { defineCommand } from '../define-command.ts'

/** Enters, moves or releases obligations because of a decision that is on record. Refused as `unknown-decision`, and as `applyDecision` is. */
export const enterObligation = defineCommand({
  name: 'enter-obligation',
  summary: {
    en: 'enters, moves or releases obligations by a decision on record',
    fr: 'inscrit, déplace ou lève des obligations en vertu d’une décision enregistrée',
    es: 'inscribe, traslada o levanta obligaciones en virtud de una decisión registrada',
    ar: 'يدرج التزامات أو ينقل مواعيدها أو يعفي منها بموجب قرار مسجّل',
  },
  scope: 'decision',
  payload: enterObligationPayload,
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: ({ decision }) => ({ id: decision, organization: organizationOf(decision), party: null, streams: [stream.decision(decision)] }),
  decide: async ({ context, metadata, payload, about: { id, organization }, histories: [history], today: todayAtSeat }) => {
    const state = foldDecision(history)
    if (history === undefined || state.status === 'unknown')
      throw new Refusal('unknown-decision', `There is no decision ${id} on record: record it first`, { decision: id })
    requireTaken(state)
    const today = await todayAtSeat()
    const reason = reasonOf(id, state.paragraph, state.text, state.source)
    const { streams, preconditions, brought } = await applyDecision(context, metadata, organization, payload, reason, today)
    const events = decisionDecider.decide({ type: 'ApplyDecision', today, brought }, state)
    return { streams: mergeAppends([{ stream: history.stream, atVersion: history.version, events }, ...streams]), preconditions }
  },
})
