/**
 * Plays the rehearsals and writes what came of them to `test/golden/<play>.json`; with `--check`, says how they differ and writes nothing.
 *
 * `npm run golden`, `npm run golden -- r202 sp`, `npm run golden -- --check oic`
 */
import { differenceBetween, goldenText, readGolden, writeGolden } from './golden-file.ts'
import { type PlayName, playGolden, playNames } from './plays.ts'

const given = process.argv.slice(2).filter((word) => word !== '--check')
const checks = process.argv.includes('--check')
const unknown = given.find((word) => !playNames.some((name) => name === word))
if (unknown !== undefined) throw new RangeError(`There is no play ${unknown}: there are ${playNames.join(', ')}`)

for (const name of given.length === 0 ? playNames : (given as readonly PlayName[])) {
  const began = performance.now()
  const text = goldenText(await playGolden(name))
  const lines = differenceBetween(await readGolden(name), text)
  if (!checks) await writeGolden(name, text)
  else if (lines.length > 0) process.exitCode = 1
  for (const line of checks ? lines : []) console.log(line)
  console.log(`${name}: ${lines.length === 0 ? 'the same' : `${lines.length} lines differ`}, ${Math.round((performance.now() - began) / 1000)} s`)
}
