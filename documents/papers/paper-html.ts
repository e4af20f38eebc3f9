import type { Message, Placeable } from '../catalogs/message.ts'
import type { Block, Cell, PaperDocument, Table } from './document.ts'

/** A paper as one HTML file: styles inside, no script, no picture, nothing fetched; it prints as it reads. */
export function paperHtml({ title, author, language, direction, day, blocks }: PaperDocument): string {
  return `<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="author" content="${escaped(author)}">
<meta name="date" content="${day}">
<title>${escaped(title)}</title>
<style>${styles(direction)}</style>
</head>
<body>
<main>
${blocks.map(block).join('\n')}
</main>
</body>
</html>
`
}

const styles = (direction: PaperDocument['direction']): string => {
  const family =
    direction === 'rtl'
      ? `'Noto Naskh Arabic','Noto Sans Arabic','Geeza Pro','Segoe UI',Tahoma,Arial,sans-serif`
      : `'Noto Sans','Segoe UI',Roboto,Helvetica,Arial,sans-serif`
  return `
:root{color-scheme:light}
body{margin:0;background:#f4f5f7;color:#1e2430;font:15px/${direction === 'rtl' ? '1.8' : '1.5'} ${family}}
main{max-width:1120px;margin:0 auto;padding:24px 20px;background:#fff}
h1{font-size:26px;line-height:1.3;margin:0 0 12px;border-block-end:4px solid #1e2dbe;padding-block-end:10px}
h2{font-size:19px;line-height:1.35;margin:28px 0 8px}
h3{font-size:15px;line-height:1.4;margin:18px 0 6px}
p{margin:0 0 10px}
.warning{padding:10px 14px;background:#fff4d6;border:2px solid #8a6100;color:#4d3600;font-weight:bold}
.note{color:#505866;font-size:14px}
ul{margin:0 0 10px;padding-inline-start:20px;font-size:13px}
.wide{overflow-x:auto;margin:0 0 14px}
table{border-collapse:collapse;width:100%;font-size:13px;line-height:1.45}
th,td{border:1px solid #c9cfd8;padding:5px 7px;text-align:start;vertical-align:top;overflow-wrap:break-word}
th{background:#ebeef7;overflow-wrap:normal}
td p{margin:0 0 3px}
a{color:#1e2dbe}
:target{background:#fff4d6}
@media print{td{overflow-wrap:anywhere}body,main{background:none}main{max-width:none;padding:0}thead{display:table-header-group}tr{break-inside:avoid}@page{size:A4 landscape;margin:15mm}}
`
}

function block(each: Block): string {
  if (each.kind === 'table') return table(each)
  if (each.kind === 'list') return `<ul>${each.items.map((item) => `<li>${html(item)}</li>`).join('')}</ul>`
  if (each.kind === 'paragraph')
    return `<p${each.look === undefined ? '' : ` class="${each.look}"`}${each.look === 'warning' ? ' role="note"' : ''}>${html(each.text)}</p>`
  return `<h${each.level}${each.anchor === undefined ? '' : ` id="${each.anchor}"`}>${html(each.text)}</h${each.level}>`
}

const table = ({ columns, rows }: Table): string => `<div class="wide"><table>
<colgroup>${columns.map(({ share }) => `<col style="width:${share}%">`).join('')}</colgroup>
<thead><tr>${columns.map(({ head }) => `<th scope="col">${html(head)}</th>`).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((cell) => `<td>${content(cell)}</td>`).join('')}</tr>`).join('\n')}
</tbody></table></div>`

const content = (cell: Cell): string => (cell.length === 1 ? html(cell[0] ?? []) : cell.map((each) => `<p>${html(each)}</p>`).join(''))

/** Each value stands in a `bdi`, so that its direction does not disturb the words around it. */
const html = (phrase: Message): string => phrase.map((part) => (typeof part === 'string' ? escaped(part) : isolated(part))).join('')

function isolated({ text, href, language, strong }: Placeable): string {
  const said = `<bdi${language === undefined ? '' : ` lang="${escaped(language)}"`}>${strong ? `<strong>${escaped(text)}</strong>` : escaped(text)}</bdi>`
  return href === undefined ? said : `<a href="${escaped(href)}">${said}</a>`
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
