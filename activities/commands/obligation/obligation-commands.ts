import { z } from 'zod'
import { organizationOf } from '../../../domain/ids.ts'
import type { Language } from '../../../domain/languages.ts'
import { obligationPermissions } from '../../../domain/permissions.ts'
import { giveCommand } from '../../obligation/give-command.ts'
import { type ObligationCommandName, obligationPayloads } from '../../obligation/report-payload.ts'
import type { RegisteredCommand } from '../registered-command.ts'

const summaries: Readonly<Record<ObligationCommandName, Readonly<Record<Language, string>>>> = {
  'submit-report': {
    en: "records a Government's report",
    fr: 'enregistre le rapport d’un gouvernement',
    es: 'registra la memoria de un gobierno',
    ar: 'يسجّل تقرير حكومة',
  },
  'complete-report': {
    en: 'adds to an earlier report what it lacked',
    fr: 'ajoute à un rapport antérieur ce qui lui manquait',
    es: 'añade a una memoria anterior lo que le faltaba',
    ar: 'يضيف إلى تقرير سابق ما كان ينقصه',
  },
  'withdraw-report': { en: 'takes a report back', fr: 'retire un rapport', es: 'retira una memoria', ar: 'يسحب تقريراً' },
  'return-report': {
    en: 'sends a report back, with what is missing',
    fr: 'renvoie un rapport, avec ce qui manque',
    es: 'devuelve una memoria, con lo que falta',
    ar: 'يعيد تقريراً مع بيان ما ينقصه',
  },
  'accept-report': {
    en: 'closes the review of a complete report',
    fr: 'clôt l’examen d’un rapport complet',
    es: 'cierra el examen de una memoria completa',
    ar: 'يختتم مراجعة تقرير كامل',
  },
  'acknowledge-report': {
    en: 'has a report acknowledged by letter',
    fr: 'fait accuser réception d’un rapport par lettre',
    es: 'hace acusar recibo de una memoria por carta',
    ar: 'يوجّه رسالة إقرار بتسلّم تقرير',
  },
  'state-exceptional-circumstances': {
    en: 'records what a Government stated',
    fr: 'enregistre ce qu’un gouvernement a déclaré',
    es: 'registra lo que declaró un gobierno',
    ar: 'يسجّل ما ذكرته حكومة',
  },
}

/** The commands on one obligation. Each takes its own payload, with the obligation's id beside it. */
export const obligationCommands: readonly RegisteredCommand<ObligationCommandName>[] = (Object.keys(obligationPayloads) as ObligationCommandName[]).map(
  (name) => ({
    ...{ name, summary: summaries[name], scope: 'obligation', mayBeGivenBy: obligationPermissions[name], preview: false },
    payload: obligationPayloads[name].extend({ obligation: z.string().min(1) }),
    organizationOf: async (_, payload) => organizationOf(obligationIn(payload)),
    give: async (context, metadata, payload) => {
      const { obligation, ...rest } = payload as { readonly obligation: string }
      const { result, head } = await giveCommand(context, metadata, name, obligation, rest)
      return { id: obligation, result, head }
    },
    look: () => Promise.reject(new TypeError(`${name} has no preview`)),
  }),
)

const obligationIn = (payload: unknown): string => (payload as { readonly obligation: string }).obligation
