import { beforeAll, describe, expect, it } from 'vitest'
import { collectPaper } from '../../../activities/papers/collect-facts.ts'
import { type Message, toPlainText } from '../../../documents/catalogs/message.ts'
import { composePaper } from '../../../documents/papers/compose-paper.ts'
import type { PaperDocument } from '../../../documents/papers/document.ts'
import { languages } from '../../../domain/languages.ts'
import { contextOfPapers, forSession, ofPlan, paperCatalogs, paperFacts, wordsOfAState, wordsOfTheOffice } from '../../support/paper.ts'
import { refusal } from '../../support/spec-for.ts'

const tablesOf = ({ blocks }: PaperDocument) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []))
const shown = (paper: PaperDocument) => tablesOf(paper).map(({ rows }) => rows.map((row) => row.map((cell) => cell.map(toPlainText).join(' | '))))

/** Every phrase of a paper, in its order. */
const phrasesOf = ({ blocks }: PaperDocument): readonly Message[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'list') return block.items
    if (block.kind === 'table') return [...block.columns.map(({ head }) => head), ...block.rows.flat(2)]
    return [block.text]
  })

let facts: Awaited<ReturnType<typeof paperFacts>>
beforeAll(async () => {
  facts = await paperFacts()
})

const followUp = (language: (typeof languages)[number] = 'en') => composePaper(facts.followUp, { catalog: paperCatalogs[language] })
const progress = (language: (typeof languages)[number] = 'en') => composePaper(facts.progress, { catalog: paperCatalogs[language] })

describe('the follow-up to decisions', () => {
  it('has a line for what is open and for what ended since the session before, with what was reported of it', () => {
    const [, lines] = shown(followUp())
    const decision = 'The 343rd Session of the Body, paragraph 28'
    const office = 'Office'
    const nothing = 'Nothing was reported.'
    const event = (year: number, due: string, action: string, status: string) => [
      ...[decision, '2 | annex', `event | event owed (${year})`, office, due, action, status],
    ]
    expect(lines).toStrictEqual([
      [decision, '1 | annex', 'output | output owed', office, '31 December 2026', nothing, 'Open; due by 31 December 2026.'],
      event(2022, '31 December 2022', 'Report received on 20 November 2023 | doneOn: 5 January 2023 | summary: “Held late”', 'Done on 5 January 2023, late.'),
      event(2023, '31 December 2023', nothing, 'Open and overdue: it was due by 31 December 2023.'),
      event(2024, '31 December 2024', nothing, 'Open; due by 31 December 2024.'),
      event(2025, '31 December 2025', nothing, 'Open; due by 31 December 2025.'),
      event(2026, '31 December 2026', nothing, 'Open; due by 31 December 2026.'),
      [
        ...[decision, '3 | annex', 'indicator | indicator owed', office, '31 December 2026'],
        'Report received on 1 February 2022 | observedOn: 15 January 2022 | value: 59 | Report received on 1 June 2023 | observedOn: 15 May 2023 | value: 65',
        'Open; due by 31 December 2026.',
      ],
      [
        ...[decision, '4 | annex', 'governing-body-report | governing-body-report owed (gb-349)', office],
        'department: 2 July 2023 (provisional) | published: 30 September 2023 (provisional) | discussed: 9 November 2023 (provisional) | Moved or revised: 1',
        ...[nothing, 'Open and overdue: it was due by 9 November 2023.'],
      ],
    ])
  })

  it('leaves out what ended before the session before, and tells it once that session is the one it is for', async () => {
    const { office } = await contextOfPapers()
    const earlier = composePaper(await collectPaper(office, { ...forSession, session: 'ilo:gb-349' }), { catalog: paperCatalogs.en })
    const metadata = (paper: PaperDocument) => shown(paper)[1]?.map(([, , what]) => what)
    expect(metadata(earlier)).toContain('event | event owed (2021)')
    expect(metadata(followUp())).not.toContain('event | event owed (2021)')
  })

  it('says so where no decision of the body is followed', async () => {
    const { office } = await contextOfPapers()
    const first = composePaper(await collectPaper(office, { ...forSession, session: 'ilo:gb-343' }), { catalog: paperCatalogs.en })
    expect(phrasesOf(first).map(toPlainText)).toContain('No obligation under a decision of this body that is followed here is open or has ended since then.')
  })

  it('is not written for a session that is not on record', async () => {
    const { office } = await contextOfPapers()
    await expect(collectPaper(office, { ...forSession, session: 'ilo:gb-999' })).rejects.toThrow(refusal('unknown-session'))
    await expect(collectPaper(office, { ...ofPlan, cycle: 'ilo:nothing' })).rejects.toThrow(refusal('unknown-plan'))
  })
})

describe('the progress report', () => {
  it('counts rows, obligations and kinds by their standing', () => {
    const [rows, obligations, kinds] = shown(progress())
    expect(rows?.map(([, count]) => count)).toStrictEqual(['6', '0', '3', '2', '1', '0'])
    expect(obligations).toStrictEqual([
      ['Obligations', '13'],
      ['Done in time', '1'],
      ['Done late', '1'],
      ['Done, without a day set', '1'],
      ['Released by decision', '0'],
      ['Open', '10'],
      ['Of these, overdue', '2'],
      ['Reports received', '5'],
    ])
    expect(kinds).toStrictEqual([
      ['event', '6', '1', '1', '0', '0', '4', '1', '2'],
      ['governing-body-report', '1', '0', '0', '0', '0', '1', '1', '0'],
      ['indicator', '1', '0', '0', '0', '0', '1', '0', '2'],
      ['invitation', '4', '0', '0', '1', '0', '3', '0', '1'],
      ['output', '1', '0', '0', '0', '0', '1', '0', '0'],
    ])
  })

  it('shows each indicator with its target and what was observed', () => {
    const [, , , indicators] = shown(progress())
    expect(indicators).toStrictEqual([
      ['indicator owed', 'at least 70, ratifications | 31 December 2026', '59 on 15 January 2022 | 65 on 15 May 2023', 'Not reached'],
    ])
  })
})

describe('a paper in any language', () => {
  it.each(languages)('in %s leads from every number to an entry of its own, and every link inside it has its place', (language) => {
    for (const paper of [followUp(language), progress(language)]) {
      const anchors = paper.blocks.flatMap((block) => (block.kind === 'heading' && block.anchor !== undefined ? [`#${block.anchor}`] : []))
      const links = phrasesOf(paper).flatMap((phrase) => phrase.flatMap((part) => (typeof part === 'string' ? [] : (part.href ?? []))))
      expect(anchors.length).toBeGreaterThan(0)
      expect(new Set(links)).toStrictEqual(new Set(anchors))
      expect(new Set(anchors).size).toBe(anchors.length)
    }
  })

  it.each(languages)('in %s gives no figure that its annex does not count', (language) => {
    const { blocks } = progress(language)
    const catalog = paperCatalogs[language]
    const [counts] = tablesOf(progress(language)).slice(1, 2)
    expect(counts?.rows.length).toBeGreaterThan(0)
    for (const [, [cell]] of (counts?.rows ?? []) as readonly [unknown, readonly [Message]][]) {
      const [{ text, href }] = cell as readonly [{ readonly text: string; readonly href: string }]
      const at = blocks.findIndex((block) => block.kind === 'heading' && `#${block.anchor}` === href)
      const entry = blocks[at + 1]
      const streams = entry?.kind === 'list' ? entry.items.map((item) => toPlainText(item).split(/[,،]/)[0]) : []
      const counted = Number([...text].map((digit) => catalog.digits.indexOf(digit)).join(''))
      const isOfReports = blocks[at]?.kind === 'heading' && toPlainText((blocks[at] as { readonly text: Message }).text).includes(catalog.paper.reports)
      expect(isOfReports ? streams.length : new Set(streams).size).toBe(counted)
    }
  })

  it('quotes units and never a State', () => {
    expect(JSON.stringify(facts)).not.toContain(wordsOfAState)
    for (const paper of [followUp(), progress()]) expect(JSON.stringify(paper)).not.toContain(wordsOfAState)
    expect(phrasesOf(progress()).map(toPlainText)).toContain(`summary: “${wordsOfTheOffice}”`)
  })

  it('states the position of the record, and in a rehearsal none at all', async () => {
    const said = (paper: PaperDocument) => phrasesOf(paper).map(toPlainText).join('\n')
    expect(facts.followUp.position).toBeGreaterThan(0)
    expect(said(followUp())).toContain(`up to and including its position ${facts.followUp.position}`)
    const rehearsed = composePaper((await paperFacts(true)).progress, { catalog: paperCatalogs.en })
    expect(said(rehearsed)).toContain('Synthetic: a rehearsal.')
    expect(said(rehearsed)).not.toMatch(/position \d/)
  })

  it('leads to the page of an obligation where the house’s pages have an address', () => {
    const paper = composePaper(facts.progress, { catalog: paperCatalogs.en, portal: 'https://house.example' })
    const links = phrasesOf(paper).flatMap((phrase) => phrase.flatMap((part) => (typeof part === 'string' ? [] : (part.href ?? []))))
    expect(links).toContain('https://house.example/obligations/ilo%3Afp-1%3Aoutput%3Aoffice')
  })
})
