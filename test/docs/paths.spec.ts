import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../infra/installation/project-root.ts'
import { quoted } from './tables.ts'

let pages: readonly { readonly path: string; readonly text: string }[]

beforeAll(async () => {
  const [docs, decisions] = await Promise.all(['docs', 'docs/decisions'].map((folder) => readdir(join(projectRoot(), folder))))
  const paths = [
    ...['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md'],
    ...(docs ?? []).filter(isPage).map((file) => `docs/${file}`),
    ...(decisions ?? []).filter(isPage).map((file) => `docs/decisions/${file}`),
  ]
  pages = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(join(projectRoot(), path), 'utf8') })))
})

const isPage = (file: string) => file.endsWith('.md')

describe('a page of the documentation', () => {
  it('names only files and folders that exist', () => {
    const named = pages.flatMap(({ path, text }) => [...quoted(text)].filter(isPath).map((name) => ({ path, name })))
    expect(named.length).toBeGreaterThan(300)
    expect(named.filter(({ name }) => !existsSync(join(projectRoot(), name)))).toStrictEqual([])
  })

  it('links only to pages that exist', () => {
    const links = pages.flatMap(({ path, text }) => [...text.matchAll(/\]\(([^)#:]+)(#[^)]*)?\)/g)].map(([, to = '']) => ({ path, to })))
    expect(links.length).toBeGreaterThan(30)
    expect(links.filter(({ path, to }) => !existsSync(join(projectRoot(), path, '..', to)))).toStrictEqual([])
  })
})

/** `domain/ids.ts`, `infra/mail/`; neither a stream, an address nor a pattern, nor what lies in a data directory or is built. */
const isPath = (text: string): boolean => /^(\.?[\w-]+\/)+([\w.-]+\.\w+)?$/.test(text) && !/^(DIR|dist)\//.test(text)
