import { type PrintedDiscrepancy, type PrintedValue, placeInFull, placeInShort } from '../domain/explanation/discrepancy.ts'
import { textIn } from '../domain/languages.ts'
import type { Usual } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { table } from './table.ts'
import { answer, type Output } from './write-output.ts'

/** What the documents print and what does not reconcile, with both places. */
export async function showDiscrepancies(ports: CommandLinePorts, { json }: Usual): Promise<void> {
  const found = await ports.discrepancies()
  await answer(ports, json, { discrepancies: found.map(forPrograms) }, () => inWords(found))
}

const forPrograms = ({ id, organization, rows, what, printed, computed }: PrintedDiscrepancy) => ({
  id,
  organization,
  rows,
  what: textIn(what, 'en'),
  printed: printed.map(({ value, wording, places }) => ({
    value,
    ...(wording === undefined ? {} : { wording }),
    source: places.length === 0 ? unsourced : places.map(placeInFull).join('; '),
  })),
  computed,
})

/** Under the document or page that comes first in each, in the order in which they first come. */
function* inWords(found: readonly PrintedDiscrepancy[]): Output {
  for (const heading of new Set(found.map(headingOf))) {
    yield heading
    for (const discrepancy of found.filter((one) => headingOf(one) === heading)) yield* entry(discrepancy)
    yield ''
  }
  yield `${found.length} discrepancies, none of them corrected`
}

function* entry({ id, rows, what, printed, computed }: PrintedDiscrepancy): Output {
  yield ''
  yield `  ${[id, ...rows].join('  ')}`
  yield `  ${textIn(what, 'en')}`
  yield table(
    printed.map((one) => [one.value, placesOf(one), one.wording ?? '']),
    4,
  )
  if (computed !== null) yield `    computed: ${computed}`
}

const headingOf = ({ organization, printed }: PrintedDiscrepancy): string => {
  const [place] = printed.flatMap(({ places }) => places)
  return place === undefined ? `${organization}: no source` : `${organization}  ${place.document}: ${place.title}`
}

const placesOf = ({ places }: PrintedValue): string => (places.length === 0 ? unsourced : places.map(placeInShort).join('; '))

const unsourced = 'no source'
