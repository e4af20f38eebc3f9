import { z } from 'zod'
import { organizationOf } from '../../../domain/ids.ts'
import { plan as planDecider } from '../../../domain/plan/plan.ts'
import { stream } from '../../../domain/streams.ts'
import { openPlanOnRecord } from '../../plan/on-record.ts'
import { sourcesFrom, sourcesInput } from '../../source-input.ts'
import { defineCommand } from '../define-command.ts'

/**
 * Closes a plan: nothing of it is added or revised any more. What is open stays open, and its letters are still sent.
 *
 * Refused as `unknown-plan`, `plan-closed`, `unknown-document`.
 */
export const closePlan = defineCommand({
  name: 'close-plan',
  summary: {
    en: 'ends additions and revisions; what is open stays open',
    fr: 'met fin aux ajouts et aux révisions ; ce qui est ouvert le reste',
    es: 'pone fin a las adiciones y revisiones; lo que está abierto sigue abierto',
    ar: 'ينهي الإضافات والتنقيحات، ويبقى المفتوح مفتوحاً',
  },
  scope: 'plan',
  payload: z.strictObject({ plan: z.string().min(1), reason: z.string().trim().min(1).max(2_000), source: sourcesInput.optional() }),
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: ({ plan }) => ({ id: plan, organization: organizationOf(plan), party: null, streams: [stream.plan(plan)] }),
  decide: async ({ context, metadata, payload: { plan, reason, source: given }, histories: [history], today }) => {
    const state = openPlanOnRecord(plan, history)
    const source = sourcesFrom(context, state.organization, given, metadata)
    const events = planDecider.decide({ type: 'ClosePlan', today: await today(), plan, reason, source }, state)
    return { streams: [{ stream: stream.plan(plan), atVersion: history?.version ?? 0, events }] }
  },
})
