import { describe, expect, it } from 'vitest'
import { giveByName, previewByName } from '../../../activities/commands/give-by-name.ts'
import { type CommandName, commandNamed, commandNames } from '../../../activities/commands/registry.ts'
import type { Role } from '../../../domain/actor-name.ts'
import { principalIn } from '../../../domain/principal.ts'
import { contextOfR202, france } from '../../support/memory-context.ts'

const session = 'ilo:ilc-101'
const member = { organization: 'ilo', member: 'FRA' }
const named = { ...member, body: 'cas', session, paragraph: '1' }
const title = { en: 'R', fr: 'R', es: 'R', ar: 'R' }

/** A well-formed payload of each command that concerns something of the ILO. */
const payloads: Readonly<Record<CommandName, object>> = {
  'submit-report': { obligation: france, report: {} },
  'complete-report': { obligation: france, report: {} },
  'withdraw-report': { obligation: france },
  'return-report': { obligation: france, missing: ['submitted'] },
  'accept-report': { obligation: france },
  'acknowledge-report': { obligation: france },
  'state-exceptional-circumstances': { obligation: france, grounds: 'Elections' },
  'close-session': { session },
  'correct-closing': { session, corrects: '2012-06-14', closedOn: '2012-06-15', reason: 'misread' },
  'adopt-instrument': { session, instrument: 'R299', kind: 'recommendation', title },
  'announce-session': { session, opensOn: '2012-05-30' },
  'cancel-session': { session, reason: 'moved' },
  'record-event': { organization: 'ilo', type: 'something', about: 'a' },
  'record-decision': { session, paragraph: '1', text: 'Decided' },
  'open-plan': { cycle: 'ilo:fp' },
  'revise-plan': { plan: 'ilo:fp', reason: 'why', source: [{ title: 'a document' }], changes: [{ change: 'dropped', row: '1' }] },
  'close-plan': { plan: 'ilo:fp', reason: 'done' },
  'enter-obligation': { decision: 'ilo:ilc-101-1', releases: [{ obligation: france }] },
  'open-cycle': { cycle: 'ilo:r202', organization: 'ilo', instrument: 'R202' },
  'open-yearly-list': { organization: 'ilo' },
  'admit-member': { ...member, name: title, letterLanguage: 'en' },
  'give-withdrawal-notice': member,
  'record-comment': { ...member, reference: 'C-1', kind: 'direct-request', body: 'ceacr', reportYear: 2013 },
  'record-comment-reply': { ...member, reference: 'C-1' },
  'record-listing': named,
  'record-hearing': { ...member, session, outcome: 'explained' },
  'record-conclusions': named,
  'correct-adoption': { instrument: 'ilo:R202', corrects: 1, reason: 'misread', adoptedOn: '2012-06-13' },
  'correct-decision': { decision: 'ilo:ilc-101-1', corrects: 1, reason: 'misread', text: 'Decided' },
  'correct-admission': { ...member, corrects: 2, reason: 'misread', admittedOn: null },
  'correct-withdrawal': { ...member, corrects: 2, reason: 'misread', receivedOn: null },
  'correct-supervision': { ...member, corrects: 1, reason: 'misread', happened: false },
  'clear-supervision': { ...member, body: 'cas', paragraph: '1' },
}

/** Whoever may give it within an organization, of another one. */
function stranger(name: CommandName) {
  const [role] = Object.keys(commandNamed(name).mayBeGivenBy).filter((each) => each !== 'system') as Role[]
  return principalIn({ role: role ?? 'secretariat', id: role === 'ministry' ? 'FRA' : (role ?? '') }, 'oic', 'http')
}

describe('a command on what is another organization’s', () => {
  it.each(commandNames)('%s is refused as if there were nothing, and records nothing', async (name) => {
    const { office, log } = await contextOfR202('2013-03-01')
    const head = await log.head()
    const metadata = () => ({ commandId: 'c', principal: stranger(name) })
    const unknown = expect.objectContaining({ name: 'Refusal', code: expect.stringMatching(/^unknown-/) })
    await expect(giveByName(office, metadata, name, payloads[name])).rejects.toEqual(unknown)
    if (commandNamed(name).preview) await expect(previewByName(office, metadata, name, payloads[name])).rejects.toEqual(unknown)
    expect(await log.head()).toBe(head)
  })
})
