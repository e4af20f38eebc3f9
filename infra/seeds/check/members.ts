import countries from 'i18n-iso-countries'
import type { Language } from '../../../domain/languages.ts'
import { seededMembersOn } from '../membership.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { MemberSeed } from '../schema/members.ts'

const script = { en: /\p{Script=Latin}/u, fr: /\p{Script=Latin}/u, es: /\p{Script=Latin}/u, ar: /\p{Script=Arabic}/u } as const

/** Members are States with a code of their own, named in each language in its script, written to in one of their organization's, and as many as the source counts. */
export function checkMembers({ organization, members: { file, value } }: ParsedOrganization): readonly Problem[] {
  const codes = value.members.map(({ code }) => code)
  const {
    memberCodes,
    correspondence: { letters },
    languages,
    units,
  } = organization.value
  const each = value.members.flatMap((member, index) => {
    const tell = (field: string, what: string) => problemAt(file, ['members', index, field], what)
    return [
      ...(memberCodes === undefined || isAlpha3(member.code) ? [] : [tell('code', `${member.code} is no code of ISO 3166-1 alpha-3. Correct it.`)]),
      ...(codes.findIndex((code) => isSame(code, member.code)) === index ? [] : [tell('code', `${member.code} is listed before. Take one of the two out.`)]),
      ...(units.some(({ code }) => isSame(code, member.code)) ? [tell('code', `${member.code} is the code of a unit as well. Give one of them another.`)] : []),
      ...(value.notMembers.codes.includes(member.code) ? [tell('code', `${member.code} is listed in \`notMembers\` as well. Take it out of one list.`)] : []),
      ...languages
        .filter((language) => !isName(member, language))
        .map((language) => tell('names', `The name in ${language} is a code, or not in that language's script. Correct it.`)),
      ...(letters.includes(member.language)
        ? []
        : [tell('language', `Letters go in ${letters.join(', ')}, not in ${member.language}. Name one of them, or add it to organization.yaml.`)]),
      ...member.namesFromCldr
        .filter((language) => member.namesUnconfirmed.includes(language))
        .map((language) => tell('namesUnconfirmed', `The name in ${language} has a source and is unconfirmed too. Keep one.`)),
      ...(member.withdrawal !== undefined && member.withdrawal.effective.date < member.withdrawal.notice.date
        ? [tell('withdrawal', 'A withdrawal cannot take effect before its notice. Correct one of the days.')]
        : []),
    ]
  })
  const { value: expected, on } = value.count
  const found = seededMembersOn({ organization: organization.value, members: value }, on).length
  return found === expected
    ? each
    : [...each, problemAt(file, ['count'], `${found} Members on ${on}, but the source counts ${expected}. Find who is missing or too many.`)]
}

/** Addresses and command lines know no capital letters. */
const isSame = (code: string, other: string): boolean => code.toLowerCase() === other.toLowerCase()

const isAlpha3 = (code: string): boolean => countries.alpha3ToAlpha2(code) !== undefined

/** A name that is missing is told by `checkLanguages`. */
function isName({ code, names }: MemberSeed, language: Language): boolean {
  const name = names[language]
  return name === undefined || (name.toUpperCase() !== code && script[language].test(name))
}
