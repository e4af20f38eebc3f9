import type { PaperCatalogs } from '../catalogs/paper-catalog.ts'
import { composePaper } from './compose-paper.ts'
import type { PaperDocument } from './document.ts'
import type { PaperFormat, WritePaper } from './paper-facts.ts'
import { paperHtml } from './paper-html.ts'

/** @param portal where the installation's pages stand, with or without a slash at the end */
export const paperWriter =
  (catalogs: PaperCatalogs, portal?: string): WritePaper =>
  (facts, language, format) =>
    asFile[format](composePaper(facts, { catalog: catalogs[language], ...(portal === undefined ? {} : { portal: portal.replace(/\/+$/, '') }) }))

const asFile: Readonly<Record<PaperFormat, (paper: PaperDocument) => Promise<Uint8Array>>> = {
  html: async (paper) => new TextEncoder().encode(paperHtml(paper)),
  // Word's library takes a moment to load: only those who need it wait for it.
  docx: async (paper) => (await import('./paper-docx.ts')).paperDocx(paper),
}
