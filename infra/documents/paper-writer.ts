import { composePaper } from '../../activities/paper/compose-paper.ts'
import type { PaperDocument } from '../../activities/paper/document.ts'
import type { PaperFormat, WritePaper } from '../../activities/paper/paper-facts.ts'
import type { PaperWordings } from '../paper-words.ts'
import { paperHtml } from './paper-html.ts'

/** @param portal where the house's pages stand, with or without a slash at the end */
export const paperWriter =
  (wordings: PaperWordings, portal?: string): WritePaper =>
  (facts, language, format) =>
    asFile[format](composePaper(facts, { wording: wordings[language], ...(portal === undefined ? {} : { portal: portal.replace(/\/+$/, '') }) }))

const asFile: Readonly<Record<PaperFormat, (paper: PaperDocument) => Promise<Uint8Array>>> = {
  html: async (paper) => new TextEncoder().encode(paperHtml(paper)),
  // Word's library takes a moment to load: only those who need it wait for it.
  docx: async (paper) => (await import('./paper-docx.ts')).paperDocx(paper),
}
