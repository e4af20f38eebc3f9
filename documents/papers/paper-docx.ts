import {
  AlignmentType,
  Bookmark,
  BookmarkEnd,
  BookmarkStart,
  Document,
  Footer,
  HeadingLevel,
  InternalHyperlink,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  ShadingType,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import type { Message, Placeable } from '../catalogs/message.ts'
import { coreProperties } from './core-properties.ts'
import { datedZip } from './dated-zip.ts'
import type { Block, PaperDocument, Table as PaperTable } from './document.ts'

/** A paper as a file of Word: the same document gives the same bytes, whenever and wherever it is written. */
export async function paperDocx(paper: PaperDocument): Promise<Uint8Array> {
  const bookmarks = new Map<string, number>()
  const right = paper.direction === 'rtl'
  const setting = { right, language: paper.language, bookmarks }
  const file = new Document({
    title: paper.title,
    creator: paper.author,
    styles: {
      default: {
        document: { run: { font: right ? arabicFont : latinFont, size: 20, language: { value: 'en-US', bidirectional: 'ar-SA' } } },
        heading1: { run: { size: 32, bold: true, color: '1E2430' }, paragraph: { spacing: { before: 120, after: 160 } } },
        heading2: { run: { size: 26, bold: true, color: '1E2DBE' }, paragraph: { spacing: { before: 280, after: 100 } } },
        heading3: { run: { size: 20, bold: true, color: '1E2430' }, paragraph: { spacing: { before: 180, after: 60 } } },
      },
      characterStyles: [{ id: 'Linked', name: 'Linked', run: { color: '1E2DBE', underline: {} } }],
    },
    sections: [
      {
        properties: {
          page: { size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 }, margin: { top: 850, bottom: 850, left: 850, right: 850 } },
        },
        footers: {
          default: new Footer({
            children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: 16 })] })],
          }),
        },
        children: paper.blocks.flatMap((block) => blockOf(block, setting)),
      },
    ],
  })
  const packed = await Packer.toBuffer(file, undefined, [{ path: 'docProps/core.xml', data: coreProperties(paper) }])
  return datedZip(packed, paper.day)
}

const latinFont = 'Noto Sans'
const arabicFont = 'Noto Naskh Arabic'

type Setting = { readonly right: boolean; readonly language: string; readonly bookmarks: Map<string, number> }

const levels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

function blockOf(block: Block, setting: Setting): Paragraph | Table | readonly Paragraph[] {
  if (block.kind === 'table') return tableOf(block, setting)
  if (block.kind === 'list') return block.items.map((item) => lineOf(item, setting))
  const { right } = setting
  if (block.kind === 'heading') {
    const children = runs(block.text, setting)
    return new Paragraph({
      heading: levels[block.level],
      bidirectional: right,
      keepNext: true,
      children: block.anchor === undefined ? children : marked(block.anchor, children, setting),
    })
  }
  const warning = block.look === 'warning'
  return new Paragraph({
    bidirectional: right,
    spacing: { after: 120 },
    ...(warning ? { shading: { type: ShadingType.CLEAR, fill: 'FFF4D6' } } : {}),
    children: runs(block.text, setting, { bold: warning, ...(block.look === 'note' ? { color: '505866' } : {}) }),
  })
}

const lineOf = (text: Message, setting: Setting): Paragraph =>
  new Paragraph({ bidirectional: setting.right, indent: { start: 280 }, children: runs(text, setting, { size: 16 }) })

/** Numbered within the paper: the library numbers them within the process. */
function marked(anchor: string, children: readonly ParagraphChild[], { bookmarks }: Setting): ParagraphChild[] {
  const id = bookmarks.size + 1
  bookmarks.set(anchor, id)
  const bookmark = new Bookmark({ id: anchor, children })
  return [Object.assign(bookmark, { start: new BookmarkStart(anchor, id), end: new BookmarkEnd(id) })]
}

/** Of an A4 page on its side, between its margins, in twentieths of a point. */
const tableWidth = 16838 - 2 * 850

function tableOf({ columns, rows }: PaperTable, setting: Setting): Table {
  const { right } = setting
  const widths = columns.map(({ share }) => Math.round((tableWidth * share) / 100))
  const cell = (paragraphs: readonly Message[], column: number, head: boolean) =>
    new TableCell({
      width: { size: widths[column] ?? 0, type: WidthType.DXA },
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      verticalAlign: VerticalAlignTable.TOP,
      ...(head ? { shading: { type: ShadingType.CLEAR, fill: 'EBEEF7' } } : {}),
      children: paragraphs.map(
        (text) => new Paragraph({ bidirectional: right, spacing: { after: 20 }, children: runs(text, setting, { size: 16, bold: head }) }),
      ),
    })
  return new Table({
    width: { size: tableWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: right,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ head }, column) => cell([head], column, true)) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((paragraphs, column) => cell(paragraphs, column, false)) })),
    ],
  })
}

type Look = { readonly size?: number; readonly bold?: boolean; readonly color?: string }

const runs = (phrase: Message, setting: Setting, look: Look = {}): ParagraphChild[] =>
  (setting.right ? phrase : joined(phrase)).map((part) => (typeof part === 'string' ? run(part, setting.right, look) : placeableOf(part, setting, look)))

/** Words of one direction and look are one run: a run costs more than its words. */
const joined = (phrase: Message): Message =>
  phrase.reduce<(string | Placeable)[]>((parts, part) => {
    const text = typeof part === 'string' ? part : part.href === undefined && !part.strong ? part.text : null
    const last = parts.at(-1)
    if (text === null || typeof last !== 'string') parts.push(text ?? part)
    else parts[parts.length - 1] = last + text
    return parts
  }, [])

function placeableOf({ text, href, language, strong }: Placeable, { right }: Setting, look: Look): ParagraphChild {
  const own = { ...look, ...(strong ? { bold: true } : {}) }
  // A code in Latin letters stays as it is typed, in a paper that runs from the right as well.
  const toLeft = right && language === undefined && !/^[\x20-\x7e]*$/.test(text)
  if (href === undefined) return run(text, toLeft, own)
  if (href.startsWith('#')) return new InternalHyperlink({ anchor: href.slice(1), children: [run(text, toLeft, own, 'Linked')] })
  // As a field: the library gives the relationship of an outer link a random name.
  return new SimpleField(`HYPERLINK "${href}"`, text)
}

const run = (text: string, rightToLeft: boolean, look: Look, style?: string): TextRun =>
  new TextRun({ text, rightToLeft, ...look, ...(style === undefined ? {} : { style }) })
