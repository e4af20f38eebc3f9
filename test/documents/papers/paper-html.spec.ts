import { beforeAll, describe, expect, it } from 'vitest'
import { composePaper } from '../../../documents/papers/compose-paper.ts'
import { paperHtml } from '../../../documents/papers/paper-html.ts'
import { languages } from '../../../domain/languages.ts'
import { paperCatalogs, paperFacts } from '../../support/paper.ts'

let facts: Awaited<ReturnType<typeof paperFacts>>
beforeAll(async () => {
  facts = await paperFacts()
})

const written = (language: (typeof languages)[number], kind: keyof typeof facts = 'progress') =>
  paperHtml(composePaper(facts[kind], { catalog: paperCatalogs[language], portal: 'https://house.example' }))
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

describe('a paper as HTML', () => {
  it.each(languages)('in %s has a place for each link inside it', (language) => {
    for (const kind of ['progress', 'followUp'] as const) {
      const html = written(language, kind)
      const places = all(html, / id="([^"]*)"/g)
      const links = all(html, / href="#([^"]*)"/g)
      expect(places.length).toBeGreaterThan(0)
      expect(new Set(links)).toStrictEqual(new Set(places))
      expect(new Set(places).size).toBe(places.length)
    }
  })

  it.each(languages)('in %s says its language and direction', (language) => {
    expect(written(language)).toContain(`<html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}">`)
  })

  it('fetches nothing and runs nothing', () => {
    const html = written('en')
    expect(html).not.toMatch(/<script|<img|<link|<iframe|@import|url\(/)
    expect(new Set(all(html, / href="([^"#][^"]*)"/g).map((address) => new URL(address).host))).toStrictEqual(new Set(['house.example']))
  })

  it('escapes what people wrote', () => {
    const html = written('en')
    expect(html).toContain('Held in Turin &#38; &#34;elsewhere&#34; &#60;2021&#62;')
    expect(html).not.toContain('<2021>')
  })

  it('breaks no word on a screen: a wide table is scrolled', () => {
    const [onScreen = '', onPaper = ''] = written('ar').split('@media print')
    expect(onScreen).not.toContain('overflow-wrap:anywhere')
    expect(onScreen).toContain('.wide{overflow-x:auto')
    expect(onPaper).toContain('td{overflow-wrap:anywhere}')
  })

  it('is the same to the byte for the same facts', () => {
    expect(written('ar')).toBe(written('ar'))
  })
})
