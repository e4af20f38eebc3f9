import stringWidth from 'string-width'
import type { Table } from './table.ts'

/**
 * Columns as wide as their widest cell, two spaces apart; a line each, without trailing spaces.
 *
 * @param width columns of the terminal: the widest columns are cut until the lines fit, and each cut shows as `…`; `null` for a pipe, where nothing is cut
 */
export function formatTable({ rows, indent }: Table, width: number | null): readonly string[] {
  const natural = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))))
  const widths = width === null ? natural : fitWidths(natural, width - indent - gap.length * (natural.length - 1))
  return rows.map((row) => `${' '.repeat(indent)}${row.map((cell, column) => padOrCut(cell, widths[column] ?? 0)).join(gap)}`.trimEnd())
}

const gap = '  '

/** No column is cut below this many places: on a terminal too narrow even for that, lines wrap. */
const narrowest = 8

/** One limit for all columns, the largest with which the line fits: narrow columns stay whole. */
function fitWidths(natural: readonly number[], available: number): readonly number[] {
  const widthWith = (limit: number) => natural.reduce((sum, each) => sum + Math.min(each, limit), 0)
  let limit = Math.max(0, ...natural)
  while (limit > narrowest && widthWith(limit) > available) limit -= 1
  return shareRest(
    natural.map((each) => Math.min(each, limit)),
    natural,
    available - widthWith(limit),
  )
}

/** What the common limit left over, a place each to the columns that were cut. */
const shareRest = (widths: readonly number[], natural: readonly number[], rest: number): readonly number[] => {
  let left = rest
  return widths.map((width, column) => {
    if (left <= 0 || width === natural[column]) return width
    left -= 1
    return width + 1
  })
}

const ellipsis = '…'
const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function padOrCut(cell: string, width: number): string {
  const own = stringWidth(cell)
  if (own <= width) return cell + ' '.repeat(width - own)
  let kept = ''
  let places = 0
  for (const { segment } of characters.segment(cell)) {
    const more = stringWidth(segment)
    if (places + more > width - 1) break
    kept += segment
    places += more
  }
  return `${kept}${ellipsis}${' '.repeat(width - places - 1)}`
}
