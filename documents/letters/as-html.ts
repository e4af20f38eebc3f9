import type { Catalog } from '../catalogs/catalog.ts'
import { formatMessage, type Message, type Placeable, toPlainText } from '../catalogs/message.ts'
import type { LetterText, Line, List } from './letter-text.ts'

/** A letter as one HTML document: styles inline, no script, no picture, nothing fetched; readable on a narrow screen. */
export function asHtml(letter: LetterText, catalog: Catalog): string {
  const { language, direction } = catalog
  const colon = toPlainText(formatMessage(catalog, 'colon'))
  const family = direction === 'rtl' ? arabicFamily : latinFamily
  const page = `margin:0;padding:0;background:#f4f5f7;color:#1e2430;font-family:${family};font-size:16px;line-height:${direction === 'rtl' ? '1.8' : '1.55'}`
  return `<!DOCTYPE html>
<html lang="${language}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(toPlainText(letter.title))}</title></head>
<body style="${page}">
<div style="max-width:680px;margin:0 auto;padding:16px 12px">
${letter.warning === null ? '' : `<p role="note" style="${warningStyle}">${html(letter.warning)}</p>\n`}<div style="background:#ffffff;border:1px solid #dfe3e8;border-top:4px solid #1e2dbe;padding:20px 18px">
<dl style="margin:0 0 20px;font-size:14px">${letter.head.map((line) => headLine(line, colon)).join('')}</dl>
<h1 style="margin:0 0 20px;font-size:20px;line-height:1.4">${html(letter.title)}</h1>
${[letter.salutation, ...letter.opening].map(paragraph).join('\n')}
${letter.obligations.map(({ title, lines }) => `<section style="${sectionStyle}"><h2 style="${headingStyle}">${html(title)}</h2><dl style="margin:0">${lines.map(factLine).join('')}</dl></section>`).join('\n')}
${letter.list === null ? '' : table(letter.list)}
${letter.requested.map(({ title, items }) => `<h2 style="${headingStyle}">${html(title)}</h2>\n${list(items)}`).join('\n')}
<h2 style="${headingStyle}">${html(letter.reply.title)}</h2>
${[...letter.reply.paragraphs, ...letter.notes].map(paragraph).join('\n')}
${letter.closing.map(paragraph).join('\n')}
</div>
<p style="margin:12px 6px;font-size:13px;color:#505866">${html(letter.footer)}</p>
</div>
</body>
</html>
`
}

const latinFamily = `'Noto Sans',-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif`
const arabicFamily = `'Noto Naskh Arabic','Noto Sans Arabic','Geeza Pro','Segoe UI',Tahoma,Arial,sans-serif`
const warningStyle = 'margin:0 0 12px;padding:10px 14px;background:#fff4d6;border:2px solid #8a6100;color:#4d3600;font-weight:bold'
const sectionStyle = 'margin:20px 0;padding:14px 16px;background:#f7f8fb;border:1px solid #dfe3e8'
const headingStyle = 'margin:0 0 10px;font-size:17px;line-height:1.4'

const paragraph = (phrase: Message): string => `<p style="margin:0 0 14px">${html(phrase)}</p>`

const list = (items: readonly Message[]): string =>
  `<ul style="margin:0 0 20px;padding-inline-start:22px">${items.map((item) => `<li style="margin:0 0 6px">${html(item)}</li>`).join('')}</ul>`

const headLine = ({ label, value }: Line, colon: string): string =>
  `<div style="margin:0 0 2px"><dt style="display:inline;color:#505866">${html(label)}${colon}</dt><dd style="display:inline;margin:0;overflow-wrap:anywhere">${value.map(html).join(' ')}</dd></div>`

function factLine({ label, value, remarks }: Line): string {
  const [only, ...others] = value
  const said = only !== undefined && others.length === 0 ? html(only) : list(value)
  const below = remarks.map((remark) => `<div style="font-size:14px;color:#3c4452">${html(remark)}</div>`).join('')
  return `<dt style="margin:0;font-size:13px;color:#505866">${html(label)}</dt><dd style="margin:0 0 12px;overflow-wrap:anywhere">${said}${below}</dd>`
}

/** Many obligations in two columns: what each is, and its days. */
function table({ heads, items, note }: List): string {
  const head = [heads.item, heads.day].map((each) => `<th scope="col" style="${cellStyle};border-bottom:2px solid #1e2dbe">${html(each)}</th>`).join('')
  const small = (phrase: Message) => `<div style="font-size:13px;color:#3c4452;overflow-wrap:anywhere">${html(phrase)}</div>`
  const days = (phrases: readonly Message[]) => phrases.map((phrase) => `<div style="font-size:14px">${html(phrase)}</div>`).join('')
  const rows = items.map(
    ({ title, details, days: dated }) =>
      `<tr><td style="${cellStyle}"><div>${html(title)}</div>${details.map(small).join('')}</td><td style="${cellStyle};width:34%">${days(dated)}</td></tr>`,
  )
  return `<table style="width:100%;border-collapse:collapse;margin:20px 0 10px"><thead><tr>${head}</tr></thead><tbody>
${rows.join('\n')}
</tbody></table>
<p style="margin:0 0 20px;font-size:14px;color:#3c4452">${html(note)}</p>`
}

const cellStyle = 'padding:8px 6px;text-align:start;vertical-align:top;border-bottom:1px solid #dfe3e8'

/** Each value stands in a `bdi`, so that its direction does not disturb the sentence around it. */
const html = (phrase: Message): string => phrase.map((part) => (typeof part === 'string' ? escaped(part) : isolated(part))).join('')

function isolated({ text, href, language, strong, block }: Placeable): string {
  const lang = language === undefined ? '' : ` lang="${escaped(language)}"`
  const styles = [...(strong ? ['font-weight:bold'] : []), ...(block ? ['display:block', 'text-align:start', 'white-space:pre-line'] : [])].join(';')
  const said = `<bdi${lang}${block ? ' dir="auto"' : ''}${styles === '' ? '' : ` style="${styles}"`}>${escaped(text)}</bdi>`
  return href === undefined ? said : `<a href="${escaped(href)}" style="color:#1e2dbe;overflow-wrap:anywhere">${said}</a>`
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
