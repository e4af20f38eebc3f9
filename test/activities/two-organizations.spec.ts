import { beforeAll, describe, expect, it } from 'vitest'
import { recordDecision } from '../../activities/commands/decision/record-decision.ts'
import { closePlan } from '../../activities/commands/plan/close-plan.ts'
import { nextLetter } from '../../activities/correspondence/next-letter.ts'
import { recordDecisionPayload } from '../../activities/decision/decision-payload.ts'
import { foldCorrespondence, foldObligation } from '../../activities/fold.ts'
import { type Fact, importFacts } from '../../activities/import-facts.ts'
import { nextStep, takeStep } from '../../activities/obligation/take-step.ts'
import { composeLetter } from '../../documents/letters/compose-letter.ts'
import type { LetterFacts } from '../../documents/letters/letter-facts.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { organizationOf } from '../../domain/ids.ts'
import { type Language, languages } from '../../domain/languages.ts'
import type { Refusal } from '../../domain/refusal.ts'
import { type Catalogs, createCatalogs } from '../../infra/locales/create-catalogs.ts'
import { readLocales } from '../../infra/locales/read-locales.ts'
import { by, ministry, secretariat } from '../support/memory-context.ts'
import type { MemoryContext } from '../support/notified.ts'
import { acknowledgeReport, submitReport } from '../support/obligation-commands.ts'
import { refusal } from '../support/spec-for.ts'
import { contextOfTwo, inNorth, inSouth, names } from '../support/two-organizations.ts'

/** The day on which both invitations go. */
const invited = '2021-12-12'

// Neither organization has words of its own here: a letter needs none of another's.
let catalogs: Catalogs
beforeAll(async () => {
  catalogs = createCatalogs(await readLocales(), { organizations: [] })
})

async function taken(context: MemoryContext, obligation: string): Promise<void> {
  const due = await nextStep(context.office, obligation)
  if (due.kind === 'step') await takeStep(context.office, obligation, due)
}

async function bothInvited() {
  const context = await contextOfTwo(invited)
  for (const obligation of [inNorth, inSouth]) await taken(context, obligation)
  for (const party of ['north:TUN', 'south:TUN']) await nextLetter(context.office, party)
  return context
}

const tunisia = (organization: string) => ({ ...ministry('TUN'), organization })
const issued = ({ log }: MemoryContext) => log.events.filter(({ type }) => type === 'LetterIssued')

/** The letter that went to a party, composed as the installation composes it. */
function letterTo(party: string, { encrypted }: MemoryContext) {
  const [id, item] = [...encrypted.items].find(([each]) => each.startsWith(`letter/${party}:`)) ?? ['', undefined]
  const { language, instant: _, ...facts } = JSON.parse(JSON.parse(item?.content ?? '{}').message) as LetterFacts & { language: Language; instant: string }
  const { subject, text, html, calendar } = composeLetter(facts, language, catalogs[language])
  return { id, subjectOfKey: item?.subject, language, text, everything: [subject, text, html, JSON.stringify(calendar)].join('\n') }
}

const stateOf = async ({ log }: MemoryContext, obligation: string) => foldObligation((await log.read([`obligation/${obligation}`])).histories[0])

describe('two organizations with one Member, in one installation, on one day', () => {
  it('each write a letter of their own, about their own obligation', async () =>
    expect(issued(await bothInvited()).map(({ stream, data }) => ({ stream, ...data }))).toMatchObject([
      { stream: 'letter/north:TUN:2021-12-12:1', party: 'north:TUN', kind: 'invitation', obligations: [inNorth] },
      { stream: 'letter/south:TUN:2021-12-12:1', party: 'south:TUN', kind: 'invitation', obligations: [inSouth] },
    ]))

  it.each([
    { own: 'north', other: 'south', language: 'fr' },
    { own: 'south', other: 'north', language: 'ar' },
  ] as const)(
    'put nothing of each other into it: that of the $own is in its own language, under its own name, and answers go to it',
    async ({ own, other, language }) => {
      const letter = letterTo(`${own}:TUN`, await bothInvited())
      expect(letter.language).toBe(language)
      for (const said of [names[own][language], `Invitation of the ${own} (${language})`, `${own}@follow-up.invalid`, `${own}:TUN:2021-12-12:1`])
        expect(letter.text).toContain(said)
      for (const said of [...languages.map((each) => names[other][each]), other]) expect(letter.everything).not.toContain(said)
    },
  )

  it('seal what they write under keys of their own: erasing one leaves the other', async () => {
    const context = await bothInvited()
    expect(['north:TUN', 'south:TUN'].map((party) => letterTo(party, context).subjectOfKey)).toStrictEqual(['north:TUN', 'south:TUN'])
  })

  it('keep standings apart: a report to one discharges nothing of the other', async () => {
    const context = await bothInvited()
    const before = context.log.events.filter(({ stream }) => stream.includes('south'))
    await submitReport(context.office, by(tunisia('north'), 'r1'), inNorth, { doneOn: '2021-12-01', summary: 'done' })
    expect((await stateOf(context, inNorth)).status).toBe('discharged')
    expect((await stateOf(context, inSouth)).status).toBe('open')
    expect(context.log.events.filter(({ stream }) => stream.includes('south'))).toStrictEqual(before)
    const [told] = (await context.log.read(['correspondence/south:TUN'])).histories
    expect(JSON.stringify(foldCorrespondence(told))).not.toContain('north')
  })

  it('take reports of the one ministry for each that its State is a Member of', async () => {
    const context = await bothInvited()
    const report = { doneOn: '2021-12-01', summary: 'done' }
    for (const obligation of [inNorth, inSouth]) await submitReport(context.office, by(tunisia(organizationOf(obligation)), obligation), obligation, report)
    expect(await Promise.all([inNorth, inSouth].map(async (each) => (await stateOf(context, each)).status))).toStrictEqual(['discharged', 'discharged'])
  })

  it.each([
    { what: 'to an organization of which it is no Member', obligation: inSouth, code: 'not-a-member' },
    { what: 'on what it does not owe there', obligation: 'south:fp-5:invitation:FRA', code: 'unknown-obligation' },
    { what: 'for another Member of its own organization', obligation: inNorth, code: 'not-allowed' },
  ])('take no report of a State $what', async ({ obligation, code }) => {
    const context = await bothInvited()
    const report = { doneOn: '2021-12-01', summary: 'done' }
    await expect(
      submitReport(context.office, by({ ...ministry('FRA'), organization: organizationOf(obligation) }, 'r1'), obligation, report),
    ).rejects.toMatchObject({ code })
  })

  it('never answer a report to one with what was recorded for the other, under one key', async () => {
    const context = await bothInvited()
    const report = { doneOn: '2021-12-01', summary: 'done' }
    await submitReport(context.office, by(tunisia('north'), 'same key', 'body for the north'), inNorth, report)
    await expect(submitReport(context.office, by(tunisia('south'), 'same key', 'body for the south'), inSouth, report)).rejects.toMatchObject({
      name: 'CommandIdReused',
    })
    expect((await stateOf(context, inSouth)).status).toBe('open')
  })
})

describe('what is another organization’s', () => {
  it.each([
    { who: 'its secretariat', as: { ...secretariat, organization: 'south' } },
    { who: 'its ministry of the same State', as: { ...ministry('TUN'), organization: 'south' } },
  ])('is answered to $who as if it did not exist', async ({ as }) => {
    const { office, log } = await bothInvited()
    const head = await log.head()
    const absent = 'north:fp-5:invitation:ZZZ'
    const answerOn = (id: string) => acknowledgeReport(office, by(as, `ack ${id}`), id, {}).catch((error: Refusal) => error)
    const [hidden, missing] = [(await answerOn(inNorth)) as Refusal, (await answerOn(absent)) as Refusal]
    expect(hidden).toEqual(refusal('unknown-obligation', { obligation: inNorth }))
    expect(hidden.message.replace(inNorth, absent)).toBe(missing.message)
    const closing = closePlan(office, by(as, 'close'), { plan: 'north:fp', reason: 'r' })
    await expect(closing).rejects.toEqual(refusal('unknown-plan', { plan: 'north:fp' }))
    expect(await log.head()).toBe(head)
  })
})

describe('what a body of one organization decides', () => {
  const held: Fact[] = ['north', 'south'].map((organization) => ({
    stream: `session/${organization}:gb-1`,
    type: 'SessionAnnounced',
    on: null,
    data: { organization, body: 'gb', number: '1', opensOn: '2021-12-01', closesOn: { date: '2021-12-10', status: 'confirmed' }, source: [] },
  }))
  const timing = { printed: null, parsed: { shape: 'none' }, status: 'confirmed' }
  const asks = { kind: 'output', party: 'office', title: names.south, timing }

  it.each([
    { what: 'moves no obligation of the other', change: { moves: [{ obligation: inSouth, session: 'north:gb-1' }] }, code: 'unknown-obligation' },
    { what: 'releases none of the other', change: { releases: [{ obligation: inSouth }] }, code: 'unknown-obligation' },
    { what: 'waits for no session of the other', change: { moves: [{ obligation: inNorth, session: 'south:gb-1' }] }, code: 'unknown-session' },
    { what: 'opens no plan of the other', change: { opens: 'south:fp' }, code: 'unknown-plan' },
    { what: 'enters nothing under a plan of the other', change: { enters: [{ plan: 'south:fp', row: '5', followed: asks }] }, code: 'unknown-plan' },
  ] as const)('$what, and nothing is recorded', async ({ change, code }) => {
    const { office, log } = await contextOfTwo(invited)
    await importFacts(office, held, day('2021-12-01'))
    const head = await log.head()
    const decided = recordDecisionPayload.parse({ session: 'north:gb-1', paragraph: '1', text: 'Decided.', ...change })
    await expect(recordDecision(office, by({ ...secretariat, organization: 'north' }, 'decide'), decided)).rejects.toEqual(refusal(code))
    expect(await log.head()).toBe(head)
  })
})
