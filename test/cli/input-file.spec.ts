import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { revisePlanPayload } from '../../activities/commands/plan/revision-payload.ts'
import { recordDecisionPayload } from '../../activities/decision/decision-payload.ts'
import { CommandFailed } from '../../cli/failure.ts'
import { inputFile, parseGiven } from '../../cli/input-file.ts'

const revision = [
  'reason: The resources are others',
  'source: [{ document: SP, place: paragraph 25 }]',
  'changes:',
  '  - change: timing',
  '    row: I-1',
  '    timing: { printed: 2024-2027, parsed: { shape: years, from: 2024, to: 2027 } }',
  '  - change: dropped',
  '    row: I-2',
]
const parse = (lines: readonly string[]) => parseGiven(lines.join('\n'), 'revision.yaml', revisePlanPayload, { plan: 'ilo:sp' })

function problemOf(act: () => unknown): CommandFailed {
  try {
    act()
  } catch (error) {
    if (error instanceof CommandFailed) return error
    throw error
  }
  throw new Error('It was taken')
}

describe('a file given to a command', () => {
  it('is read by its schema, with what was typed beside it', () =>
    expect(parse(revision)).toMatchObject({
      plan: 'ilo:sp',
      changes: [{ row: 'I-1', timing: { parsed: { from: 2024 }, status: 'confirmed' } }, { change: 'dropped' }],
    }))

  it.each([
    {
      fault: 'an unknown shape of timing',
      at: 5,
      line: '    timing: { printed: null, parsed: { shape: fortnight } }',
      says: /^revision\.yaml:6: changes\[0\]\.timing\.parsed\.shape: /,
    },
    {
      fault: 'a range that ends before it begins',
      at: 5,
      line: '    timing: { printed: x, parsed: { shape: years, from: 2027, to: 2024 } }',
      says: /:6: changes\[0\]\.timing\.parsed: A range cannot end/,
    },
    { fault: 'a field that nobody knows', at: 7, line: '    rows: I-2', says: /:8: changes\[1\]\.rows: is not known here/ },
    { fault: 'a change that nobody knows', at: 6, line: '  - change: moved', says: /:7: changes\[1\]\.change: / },
    { fault: 'a source without its document', at: 1, line: 'source: [{ place: paragraph 25 }]', says: /:2: source\[0\]\.(document|title): / },
    { fault: 'no reason', at: 0, line: 'note: none', says: /:1: (reason|note): / },
    { fault: 'text that is no YAML', at: 2, line: 'changes: [', says: /^revision\.yaml:\d+: This is not well-formed YAML/ },
  ])('that holds $fault names the line and the field', ({ at, line, says }) => {
    const failed = problemOf(() => parse(revision.with(at, line)))
    const problems = (failed.failure.facts.problems as readonly string[] | undefined) ?? [failed.message]
    expect(
      problems.some((each) => says.test(each)),
      problems.join('\n'),
    ).toBe(true)
    expect(failed.failure.exit).toBe(2)
  })

  it('is no list and no text alone', () => {
    expect(problemOf(() => parse(['- change: dropped'])).message).toMatch(/^revision\.yaml:1: Write the fields by name/)
    expect(problemOf(() => parse([''])).message).toMatch(/Write the fields by name/)
  })

  it('names what is wrong with what was typed where the file does not hold it', () => {
    const decision = { session: 'ilo:gb-350', paragraph: '12(b)', takenOn: '2024-02-30' }
    expect(problemOf(() => parseGiven('text: Approved.', 'decision.yaml', recordDecisionPayload, decision)).message).toMatch(/decision\.yaml:1: takenOn: /)
  })

  it('is found, and is a file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'given-file-'))
    const file = join(folder, 'revision.yaml')
    await writeFile(file, revision.join('\n'))
    expect(await inputFile(file, revisePlanPayload, { plan: 'ilo:sp' })).toMatchObject({ reason: 'The resources are others' })
    await expect(inputFile(join(folder, 'none.yaml'), revisePlanPayload)).rejects.toMatchObject({ failure: { code: 'unreadable-file', exit: 4 } })
    await expect(inputFile(folder, revisePlanPayload)).rejects.toMatchObject({ failure: { exit: 2 } })
    await rm(folder, { recursive: true })
  })
})
