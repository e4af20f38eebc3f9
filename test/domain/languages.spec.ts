import { expect, it } from 'vitest'
import { languageOf, missingLanguages, textIn, textOr } from '../../domain/languages.ts'

const both = { fr: 'séance', ar: 'جلسة' }

it('gives a text in the language wanted, else in the fallback, else in the first that there is', () => {
  expect(textIn(both, 'ar', 'fr')).toBe('جلسة')
  expect(textIn(both, 'en', 'ar')).toBe('جلسة')
  expect(textIn(both, 'en')).toBe('séance')
  expect(languageOf(both, 'es', 'en')).toBe('fr')
})

it('gives a plain text where there are no words at all, and none where a text has none', () => {
  expect(textOr(undefined, 'en', 'FRA')).toBe('FRA')
  expect(textOr(both, 'fr', 'FRA')).toBe('séance')
  expect(() => textIn({}, 'en')).toThrow(RangeError)
})

it('names the languages in which words are missing', () => expect(missingLanguages(both, ['en', 'fr', 'ar'])).toStrictEqual(['en']))
