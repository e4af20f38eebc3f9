import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../../infra/installation/project-root.ts'

describe('the root of the project', () => {
  it('is the nearest folder above that holds package.json, from source and from what was built', async () => {
    const root = await mkdtemp(join(tmpdir(), 'follow-up-root-'))
    await writeFile(join(root, 'package.json'), '{}')
    for (const category of [join(root, 'infra', 'seeds'), join(root, 'dist', 'infra', 'seeds')]) {
      await mkdir(category, { recursive: true })
      expect(projectRoot(category)).toBe(root)
    }
    await rm(root, { recursive: true })
  })

  it('is that of this project by default', () => {
    expect(projectRoot()).toBe(join(import.meta.dirname, '..', '..', '..'))
  })

  it('is missed out loud', () => {
    expect(() => projectRoot('/')).toThrow('There is no package.json in any folder above the program')
  })
})
