import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { SupervisionRules } from '../../../domain/rulebook/supervision.ts'
import type { CorrectSupervision } from '../../../domain/supervision/commands.ts'
import { factOf } from '../../../domain/supervision/correct.ts'
import type { CountedFact } from '../../../domain/supervision/state.ts'
import { correctionInput } from '../../correction/correction-input.ts'
import { bodyNamed, type Named, requireCriteria, requireKind, requireKnown } from '../../supervision/known-facts.ts'
import { defineCommand } from '../define-command.ts'
import { code, concerningInput, text } from './concerning-input.ts'
import { onMember, supervise } from './supervise.ts'

/** What may be given of a fact, by the names that its event has: a comment has a kind, a hearing an outcome. */
const factsInput = z.strictObject({
  reference: code.optional(),
  kind: code.optional(),
  body: code.optional(),
  session: code.optional(),
  reportYear: z.int().min(1900).max(2200).optional(),
  instruments: z.array(code).optional(),
  criteria: z.array(code).optional(),
  outcome: z.enum(['explained', 'silent']).optional(),
  paragraph: text.optional(),
})

/**
 * Corrects what was recorded of a Member: a comment, the arrival of a reply, a listing, a hearing, conclusions or a clearing. What was recorded after
 * it must still hold. The words of a reply are not corrected: record that it did not happen, and the reply again.
 *
 * Refused as `unknown-organization`, `rule-not-known`, `unknown-comment` where no such event is on record, `already-corrected`, `nothing-corrected`,
 * `not-correctable` where the fact has no such part, `date-in-future`; as the recording itself is, and as one after it would be.
 */
export const correctSupervision = defineCommand({
  name: 'correct-supervision',
  summary: {
    en: 'corrects what was recorded wrongly of a Member: a comment, a reply, a listing, a hearing, conclusions or a clearing',
    fr: 'corrige ce qui a été enregistré par erreur d’un Membre : commentaire, réponse, inscription, audition, conclusions ou clôture',
    es: 'corrige lo que se registró por error de un Miembro: comentario, respuesta, inclusión, audiencia, conclusiones o cierre',
    ar: 'يصحّح ما سُجّل خطأً عن دولة عضو: تعليقاً أو رداً أو إدراجاً أو استماعاً أو استنتاجات أو إغلاقاً',
  },
  ...onMember,
  payload: z.strictObject({
    ...correctionInput,
    organization: concerningInput.organization,
    member: concerningInput.member,
    /** False: nothing of it happened. */
    happened: z.boolean().default(true),
    /** The day of what is recorded; with `facts`, what else is wrong. What is not given stays as it is on record. */
    on: calendarDate.optional(),
    facts: factsInput.default({}),
  }),
  mayBeGivenBy: { secretariat: 'any' },
  decide: (deciding) =>
    supervise(deciding, async ({ today, source, state, rules }) => {
      const { context, payload } = deciding
      const { organization, corrects, reason, happened, facts } = payload
      const before = factOf(state, corrects)
      const on = payload.on ?? before.occurredOn
      const fact = happened ? changed(before, facts) : null
      const preconditions = fact === null ? [] : await requireKnown(context.log, namedBy(fact, { organization, member: payload.member, on }, rules))
      return { command: { type: 'CorrectSupervision', today, corrects, reason, source, on, fact }, preconditions }
    }),
})

type Fact = NonNullable<CorrectSupervision['fact']>

/** @throws Refusal `not-correctable` */
function changed({ type, data }: CountedFact, facts: z.output<typeof factsInput>): Fact {
  const given = Object.entries(facts).filter(([, value]) => value !== undefined)
  const foreign = given.find(([name]) => !(name in data))
  if (foreign !== undefined)
    throw new Refusal('not-correctable', `What is on record has no ${foreign[0]}. It has ${Object.keys(data).join(', ')}`, { part: foreign[0], type })
  return { type, data: { ...data, ...Object.fromEntries(given) } } as Fact
}

/** What a corrected fact names must be on record, as when it is recorded. @throws Refusal `unknown-body`, `unknown-kind`, `unknown-criterion` */
function namedBy(
  { type, data }: Fact,
  { organization, member, on }: Pick<Named, 'organization' | 'on'> & { readonly member: string },
  rules: SupervisionRules,
): Named {
  switch (type) {
    case 'CommentRecorded':
      requireKind(bodyNamed(rules, data.body), data.kind)
      return { organization, member, on, instruments: data.instruments, ...(data.session === null ? {} : { session: data.session }) }
    case 'MemberListed': {
      const { listsAt } = bodyNamed(rules, data.body)
      if (listsAt === null) throw new Refusal('unknown-body', `${data.body} lists no Members`, { body: data.body })
      requireCriteria(rules, data.criteria)
      return { organization, member, on, session: data.session, sessionOf: listsAt, instruments: data.instruments }
    }
    case 'ConclusionsAdopted':
      bodyNamed(rules, data.body)
      return { organization, on }
    case 'SupervisionCleared':
      bodyNamed(rules, data.body)
      return { organization, on, instruments: data.instruments }
    default:
      return { organization, on }
  }
}
