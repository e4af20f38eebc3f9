import { describe, expect, it } from 'vitest'
import { differenceBetween, goldenText, readGolden } from './golden-file.ts'
import { type PlayName, playGolden, playNames } from './plays.ts'

/** `GOLDEN=all` plays the others as well. */
const wanted: readonly PlayName[] = process.env.GOLDEN === 'all' ? playNames : ['r202', 'sp', 'scenario']

describe('a play against its golden file', () => {
  it.each(wanted)(
    'is the same for %s, byte for byte',
    async (name) => {
      const [file, text] = [await readGolden(name), goldenText(await playGolden(name))]
      expect(differenceBetween(file, text)).toStrictEqual([])
      expect(text === file).toBe(true)
    },
    900_000,
  )
})
