import type { QuestionnaireReport } from '../rulebook/kind.ts'
import { isCopyTo, missingFrom, performedOn, requirable } from './completeness.ts'
import { checkDates } from './dates.ts'
import type { Answer, Form, Values } from './form.ts'
import { type Questionnaire, questionnaire } from './questionnaire.ts'

/** The Memorandum's questionnaire as a form of reports. What stands in the record is counted and chosen, never written. */
export const questionnaireForm = ({ required, performedOn: rule }: QuestionnaireReport): Form => ({
  schema: questionnaire,
  merge: (earlier, addition) => merged(questionnaire.parse(earlier), addition),
  checkDates: (answer, { today, adoptedOn }) => checkDates(answer, adoptedOn ?? today, today),
  missing: (answer) => missingFrom(answer, required),
  values,
  performedOn: (answer) => performedOn(answer, rule) ?? null,
  split: ({ documents = [], ...rest }: Questionnaire) => ({ documents, rest }),
  mayStateCircumstances: true,
  circumstances: ({ exceptionalCircumstances }: Questionnaire) => exceptionalCircumstances ?? null,
  isQuestion: (text) => Object.hasOwn(questionnaire.shape, text) || requirable.safeParse(text).success,
})

/** The fields given replace the earlier ones; so in the federal block; of the copies, those of a side that is named again are replaced. */
function merged(earlier: Questionnaire, addition: Questionnaire): Answer {
  const { federal, communicatedTo } = addition
  const renamed = communicatedTo?.map(({ side }) => side) ?? []
  const rest = earlier.communicatedTo?.filter(({ side }) => !renamed.includes(side)) ?? []
  return {
    ...earlier,
    ...addition,
    ...(federal === undefined ? {} : { federal: { ...earlier.federal, ...federal } }),
    ...(communicatedTo === undefined ? {} : { communicatedTo: [...rest, ...communicatedTo] }),
  }
}

function values({ submitted, exceptionalCircumstances, federal, communicatedTo = [] }: Questionnaire): Values {
  return {
    ...(submitted === undefined ? {} : { submitted }),
    circumstancesStated: (exceptionalCircumstances ?? null) !== null,
    // That the matter is, wholly or in part, for constituent units: article 19(7)(b).
    constituentMatter: ['constituent', 'mixed'].includes(federal?.federalOrConstituent ?? ''),
    copiesToEmployers: communicatedTo.filter(isCopyTo('employers')).length,
    copiesToWorkers: communicatedTo.filter(isCopyTo('workers')).length,
  }
}
