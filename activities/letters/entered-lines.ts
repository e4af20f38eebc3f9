import { answerLines } from './answer-lines.ts'
import type { DayFacts, EnteredFacts } from './entered-facts.ts'
import { date, number } from './legal-words.ts'
import type { EnteredLetter } from './letter-facts.ts'
import type { Line } from './letter-text.ts'
import { inset, type Phrase, say } from './phrase.ts'
import { sessionOfBody, timingRead } from './timing-words.ts'
import { line, returnLines } from './told-lines.ts'
import type { Wording } from './wording.ts'

/** What a letter says of one obligation of a declared kind: what the document prints, and each day with how it was reckoned. */
export function enteredLines(obligation: EnteredFacts, { date: letterDate, debtor }: EnteredLetter, wording: Wording): readonly Line[] {
  const { id, kind, row, responsible, days } = obligation
  const own = wording.language
  return [
    line(say(wording, 'labelItem'), [...inset(kind.name[own]), ' (', { text: id }, ')']),
    { label: say(wording, 'labelRow'), value: row.source.map((source) => inset(source, { language: 'en' })), remarks: [] },
    line(say(wording, 'labelWords'), inset(row.printed.text, { language: row.printed.language, block: true })),
    timingLine(obligation, wording),
    ...(responsible === undefined || debtor.party === 'member' ? [] : [line(say(wording, 'labelResponsible'), inset(responsible, { language: 'en' }))]),
    ...targetLines(obligation, wording),
    ...answerLines(obligation, wording),
    ...returnLines(obligation, (field) => questionOf(field, obligation, wording), wording),
    ...days.map((day) => line(inset(day.name[own]), date(wording, day.date, true), dayRemarks(day, obligation, letterDate, wording))),
  ]
}

function timingLine({ timing, row, session }: EnteredFacts, wording: Wording): Line {
  const { printed, parsed, status } = timing
  const value = printed === null ? say(wording, 'timingUnprinted') : inset(printed, { language: row.printed.language })
  const undoubted = status === 'confirmed' || status === 'month-only'
  return line(say(wording, 'labelTiming'), value, [
    ...(printed === null && parsed.shape === 'none' ? [] : [say(wording, 'timingRead', { timing: timingRead(parsed, session, wording) })]),
    ...(undoubted ? [] : [say(wording, 'timingDoubt', { status })]),
  ])
}

/** @throws RangeError when the report has no question of that name: a letter with a gap in it must not go out */
export function questionOf(field: string, { id, kind }: EnteredFacts, wording: Wording): Phrase {
  const found = kind.fields.find(({ name }) => name === field)
  if (found === undefined) throw new RangeError(`${id}: its report has no question ${field}`)
  return inset(found.label[wording.language])
}

function targetLines({ target }: EnteredFacts, wording: Wording): readonly Line[] {
  if (target === undefined) return []
  const { atLeast, unit, newest } = target
  const counted = (value: number) => inset(number(wording, String(value)))
  const observed = newest === null ? say(wording, 'notObserved') : say(wording, 'observed', { value: counted(newest.value), date: date(wording, newest.on) })
  return [line(say(wording, 'labelTarget'), say(wording, 'target', { value: counted(atLeast), unit: inset(unit[wording.language]) }), [observed])]
}

function dayRemarks(day: DayFacts, obligation: EnteredFacts, letterDate: EnteredLetter['date'], wording: Wording): readonly Phrase[] {
  const { source, productDefault } = day.rule
  return [
    ...(day.date < letterDate ? [say(wording, 'passed')] : []),
    reckonedDay(day, obligation, wording),
    ...source.map((cited) => say(wording, 'dayRule', { source: inset(cited, { language: 'en' }) })),
    ...(productDefault ? [say(wording, 'dayDefault')] : []),
    ...(day.basis.status === 'contradicted' ? [say(wording, 'dayDoubt')] : []),
    ...(day.provisional ? [say(wording, 'dayProvisional')] : []),
  ]
}

/** How the day was found, for a clerk to do again by hand. */
export function reckonedDay({ basis }: DayFacts, { session }: EnteredFacts, wording: Wording): Phrase {
  const counted = { days: basis.daysBefore, day: date(wording, basis.day) }
  if (basis.from === 'timing') return say(wording, 'reckonedTiming', counted)
  const event = basis.from === 'session-opening' ? 'opening' : 'closing'
  return say(wording, 'reckonedSession', { ...counted, event, session: sessionOfBody(session, wording) })
}
