import type { Timing } from './timing.ts'

/** A timing on one line: as printed where a document prints it, else what was read, `years 2014-2016`. */
export const timingText = ({ printed, parsed }: { readonly printed: string | null; readonly parsed: Timing }): string => printed ?? parsedText(parsed)

function parsedText(parsed: Timing): string {
  const { shape, ...rest } = parsed
  const values = Object.values(rest).map((value) => (Array.isArray(value) ? value.join(', ') : String(value)))
  return [shape, values.join('-')].filter((part) => part !== '').join(' ')
}
