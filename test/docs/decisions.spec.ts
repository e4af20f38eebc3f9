import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../infra/installation/project-root.ts'
import { page, rowsOf } from './tables.ts'

type Written = { readonly file: string; readonly text: string }

let decisions: readonly Written[]
let index: string

beforeAll(async () => {
  const files = (await readdir(join(projectRoot(), 'docs/decisions'))).filter((file) => file !== 'README.md').toSorted()
  decisions = await Promise.all(files.map(async (file) => ({ file, text: await page(`decisions/${file}`) })))
  index = await page('decisions/README.md')
})

const titleOf = (text: string): string => /^# (.+)$/m.exec(text)?.[1] ?? ''
const statusOf = (text: string): string => /^- Status: (accepted|superseded by \[.+\]\(.+\.md\))$/m.exec(text)?.[1] ?? 'none'

describe('a decision', () => {
  it('is named by its day, and has a status and the four sections, in order', () => {
    const faulty = decisions.filter(({ file, text }) => {
      const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)
      const dated = /^- Date: (\d{4}-\d{2}-\d{2})( \(written down on \d{4}-\d{2}-\d{2}\))?$/m.exec(text)?.[1]
      const inOrder = headings.join() === 'Context,Decision,Accepted risk,Consequences'
      return !(inOrder && statusOf(text) !== 'none' && dated !== undefined && file.startsWith(`${dated}-`))
    })
    expect(faulty.map(({ file }) => file)).toStrictEqual([])
  })

  it('has its line in the index, with its title and its status', () =>
    expect(rowsOf(index)).toStrictEqual(decisions.map(({ file, text }) => [`${file.slice(0, 10)} [${titleOf(text)}](${file})`, statusOf(text)])))
})
