import type { Parsed } from '../parse-seed.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { OrganizationSeed } from '../schema/organization.ts'
import type { SessionSeed } from '../schema/session.ts'

/** A session is of a body of its organization, opens before it closes, sits in between, and adopted an instrument or says that it did not. */
export const checkSessions = ({ organization, sessions, instruments }: ParsedOrganization): readonly Problem[] => {
  const { bodies } = organization.value
  const adopting = new Set(instruments.map(({ value }) => value.session))
  return sessions.flatMap((session) => [
    ...checkBody(session, bodies),
    ...checkName(session),
    ...checkDays(session),
    ...checkInstruments(session, bodies, adopting.has(session.value.code)),
  ])
}

type Bodies = OrganizationSeed['bodies']

const checkBody = ({ file, value: { body } }: Parsed<SessionSeed>, bodies: Bodies): readonly Problem[] =>
  bodies.some(({ code }) => code === body)
    ? []
    : [
        problemAt(
          file,
          ['body'],
          `There is no body ${body} among ${bodies.map(({ code }) => code).join(', ')}. Add it to organization.yaml, or correct the code.`,
        ),
      ]

function checkName({ file, value: { code, body, number } }: Parsed<SessionSeed>): readonly Problem[] {
  const expected = `${body}-${number.replaceAll(' ', '-')}`
  return code === expected ? [] : [problemAt(file, ['number'], `Body and number give the code ${expected}, but the code is ${code}. Make them agree.`)]
}

function checkDays({ file, value: { opens, closes, sittings } }: Parsed<SessionSeed>): readonly Problem[] {
  const order =
    closes.latest < opens.earliest
      ? [problemAt(file, ['closes'], `The session closes on ${closes.latest}, before it opens on ${opens.earliest}. Correct one of the days.`)]
      : []
  const sat = sittings.flatMap(({ from, to }, index) => {
    const since = sittings[index - 1]?.to ?? opens.earliest
    return from <= to && since <= from && to <= closes.latest
      ? []
      : [problemAt(file, ['sittings', index], `The sitting of ${from} to ${to} is out of order, or lies outside the session. Correct its days.`)]
  })
  return [...order, ...sat]
}

function checkInstruments({ file, value: { body, state, instruments } }: Parsed<SessionSeed>, bodies: Bodies, adopted: boolean): readonly Problem[] {
  if (instruments !== undefined && adopted)
    return [problemAt(file, ['instruments'], 'An instrument names this session, which says that it adopted none. Correct one of the two.')]
  const adopts = bodies.some(({ code, adoptsInstruments }) => code === body && adoptsInstruments)
  if (adopts && state === 'held' && instruments === undefined && !adopted)
    return [problemAt(file, ['code'], 'No instrument names this session. Say so with `instruments: { none: true, … }`, or add the instrument.')]
  return []
}
