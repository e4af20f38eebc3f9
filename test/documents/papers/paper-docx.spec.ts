import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { composePaper } from '../../../documents/papers/compose-paper.ts'
import { paperDocx } from '../../../documents/papers/paper-docx.ts'
import { languages } from '../../../domain/languages.ts'
import { ofPlan, paperCatalogs, paperFacts, wordsOfTheOffice } from '../../support/paper.ts'
import { unzip } from '../../support/unzip.ts'

let facts: Awaited<ReturnType<typeof paperFacts>>
beforeAll(async () => {
  facts = await paperFacts()
})

afterEach(() => void vi.useRealTimers())

const composed = (language: (typeof languages)[number], portal?: string) =>
  composePaper(facts.progress, { catalog: paperCatalogs[language], ...(portal === undefined ? {} : { portal }) })
const part = async (name: string, ...given: Parameters<typeof composed>) =>
  unzip(await paperDocx(composed(...given))).find((file) => file.name === name)?.text ?? ''
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, found = '']) => found)

describe('a paper as a file of Word', () => {
  it.each(languages)('in %s is the same to the byte whenever it is written', async (language) => {
    const first = await paperDocx(composed(language))
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-07-08T09:10:11Z') })
    expect(Buffer.from(await paperDocx(composed(language))).equals(Buffer.from(first))).toBe(true)
  })

  it('bears the day of the paper and no other', async () => {
    const files = unzip(await paperDocx(composed('en')))
    expect(new Set(files.map(({ date }) => date))).toStrictEqual(new Set([`${ofPlan.day} 00:00`]))
    const core = files.find(({ name }) => name === 'docProps/core.xml')?.text ?? ''
    expect(all(core, /W3CDTF">([^<]*)</g)).toStrictEqual([`${ofPlan.day}T00:00:00Z`, `${ofPlan.day}T00:00:00Z`])
    expect(core).toContain('<dc:title>Fictional plan: progress report</dc:title>')
  })

  it.each(languages)('in %s has a bookmark, numbered once, for each link', async (language) => {
    const document = await part('word/document.xml', language)
    const bookmarks = all(document, /<w:bookmarkStart [^>]*w:name="([^"]*)"/g)
    const links = all(document, /<w:hyperlink [^>]*w:anchor="([^"]*)"/g)
    expect(new Set(links)).toStrictEqual(new Set(bookmarks))
    expect(links.length).toBeGreaterThan(50)
    const ids = all(document, /<w:bookmarkStart [^>]*w:id="([^"]*)"/g)
    expect(ids).toStrictEqual(bookmarks.map((_, index) => String(index + 1)))
    expect(all(document, /<w:bookmarkEnd w:id="([^"]*)"/g)).toStrictEqual(ids)
    for (const name of bookmarks) expect(name).toMatch(/^[a-z][a-z_0-9]{1,39}$/)
  })

  it('runs from the right in Arabic: paragraphs, tables and words, but not codes', async () => {
    const document = await part('word/document.xml', 'ar')
    const paragraphs = all(document, /(<w:p>.*?<\/w:p>)/g).filter((each) => each.includes('<w:t'))
    expect(paragraphs.length).toBeGreaterThan(50)
    expect(paragraphs.filter((each) => !each.includes('<w:bidi/>'))).toStrictEqual([])
    const tables = all(document, /(<w:tblPr>.*?<\/w:tblPr>)/g)
    expect(tables.length).toBeGreaterThan(0)
    expect(tables.filter((each) => !each.includes('<w:bidiVisual/>'))).toStrictEqual([])
    const runs = all(document, /(<w:r>.*?<\/w:r>)/g).filter((each) => /<w:t[ >]/.test(each))
    const toLeft = (each: string) => each.includes('<w:rtl/>')
    const hasArabic = (each: string) => /[\u0600-\u06ff]/.test(each)
    expect([runs.some(hasArabic), runs.some((each) => each.includes('obligation/ilo'))]).toStrictEqual([true, true])
    expect(runs.filter((each) => hasArabic(each) && !toLeft(each))).toStrictEqual([])
    expect(runs.filter((each) => each.includes('obligation/ilo') && toLeft(each))).toStrictEqual([])
  })

  it.each(['en', 'fr', 'es'] as const)('runs from the left in %s', async (language) => {
    expect(await part('word/document.xml', language)).not.toMatch(/<w:bidi\/>|<w:rtl\/>|<w:bidiVisual\/>/)
  })

  it('prints the same numbers as the paper', async () => {
    const document = await part('word/document.xml', 'en')
    const linked = all(document, /<w:hyperlink [^>]*w:anchor="figure_\d+"[^>]*>.*?<w:t[^>]*>([^<]*)</g)
    const metadata = composed('en').blocks.flatMap((block) =>
      block.kind === 'table'
        ? block.rows.flat(2).flatMap((phrase) => phrase.flatMap((each) => (typeof each !== 'string' && each.href?.startsWith('#figure') ? [each.text] : [])))
        : [],
    )
    expect(linked).toStrictEqual(metadata)
  })

  it('escapes what people wrote', async () => {
    expect(await part('word/document.xml', 'en')).toContain(
      wordsOfTheOffice.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;'),
    )
  })

  it('leads to the house’s pages where they have an address', async () => {
    expect(await part('word/document.xml', 'en', 'https://house.example')).toContain(
      'HYPERLINK &quot;https://house.example/obligations/ilo%3Afp-1%3Aoutput%3Aoffice&quot;',
    )
  })
})
