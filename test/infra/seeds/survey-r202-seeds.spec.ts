import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { realSeeds } from './seeds-copy.ts'

type Timing = { printed: string | null; parsed: Record<string, unknown>; status: string }
type Followed = { kind: string; party: string; timing?: Timing; done?: object }
type Row = { id: string; wording: Record<string, string>; timing: Timing; followed?: Followed[]; followedUnder?: string[]; nothingToFollow?: string }

let plan: { decision: object; opens: object; rows: { count: number } }
let rows: readonly Row[]

const read = async (path: string) => parse(await readFile(join(realSeeds, 'ilo/cycles/survey-r202', path), 'utf8')) as unknown

beforeAll(async () => {
  plan = (await read('plan.yaml')) as typeof plan
  rows = (await read('rows/survey.yaml')) as Row[]
})

const row = (id: string) => rows.find((one) => one.id === id) ?? expect.fail(`there is no row ${id}`)
const followed = (id: string) => row(id).followed ?? []

describe('the seeds of the General Survey on Recommendation No. 202', () => {
  it('give its six dates apart, each with its own standing', () =>
    expect(rows.map(({ id, timing }) => [id, timing.parsed, timing.status])).toStrictEqual([
      ['choice', { shape: 'none' }, 'unconfirmed'],
      ['form', { shape: 'day', date: '2016-11-10' }, 'confirmed'],
      ['request', { shape: 'month', month: '2017-09' }, 'inferred'],
      ['due', { shape: 'by', date: '2018-02-28' }, 'inferred'],
      ['publication', { shape: 'month', month: '2019-03' }, 'month-only'],
      ['discussion', { shape: 'session', session: 'ilc-108' }, 'unconfirmed'],
    ]))

  it('open with the decision that asks for the reports and approves their form', () => {
    expect(plan.decision).toMatchObject({ session: 'gb-328', decisionStatus: 'taken', status: 'confirmed' })
    expect(plan.opens).toMatchObject({ date: '2016-11-10', status: 'confirmed' })
    expect(plan.rows.count).toBe(6)
  })

  it('let each Member owe a report, from the day of the request to the last day', () =>
    expect(followed('due').map(({ kind, party, timing }) => [kind, party, timing?.parsed])).toStrictEqual([
      ['article-19-report', 'members', { shape: 'months', from: '2017-09', to: '2018-02' }],
    ]))

  it('follow the request with the reports, and the choice not at all: its session is not known', () => {
    expect(row('request').followedUnder).toStrictEqual(['due'])
    expect(row('choice').nothingToFollow).toMatch(/not known/)
  })

  it('know that the form was approved and the survey published, and not that it was discussed', () =>
    expect(['form', 'publication', 'discussion'].map((id) => followed(id).map(({ kind, party, done }) => [kind, party, done]))).toMatchObject([
      [['output', 'office', { on: '2016-11-10', status: 'confirmed' }]],
      [['output', 'office', { on: '2019-03-04', status: 'inferred' }]],
      [['session-act', 'office', undefined]],
    ]))

  it('are worded in four languages', () => {
    expect(rows.length).toBeGreaterThan(0)
    for (const { wording } of rows) expect(Object.keys(wording)).toStrictEqual(['en', 'fr', 'es', 'ar'])
  })
})
