import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { day, plusDays } from '../../domain/calendar/calendar-date.ts'
import { ownedId } from '../../domain/ids.ts'
import { stream } from '../../domain/streams.ts'
import type { DatedFact } from '../seeds/facts-from.ts'
import type { OrganizationSeeds, Seeds } from '../seeds/seeds.ts'

/**
 * Sessions after the last one that a source knows, made up for a play and marked so, on the usual days of each body.
 *
 * @param until none opens after this day
 */
export const syntheticSessions = ({ organizations }: Seeds, until: CalendarDate): readonly DatedFact[] =>
  organizations.flatMap((seeds) => seeds.organization.bodies.flatMap((body) => ofBody(seeds, body, until)))

type Body = OrganizationSeeds['organization']['bodies'][number]

function ofBody({ organization, sessions }: OrganizationSeeds, { code: body, usualDays = [] }: Body, until: CalendarDate): readonly DatedFact[] {
  const last = sessions
    .filter((session) => session.body === body)
    .map(({ closes }) => closes.latest)
    .toSorted()
    .at(-1)
  if (last === undefined) return []
  const years = Array.from({ length: Math.max(0, Number(until.slice(0, 4)) - Number(last.slice(0, 4)) + 1) }, (_, index) => Number(last.slice(0, 4)) + index)
  return years.flatMap((year) =>
    usualDays
      .map(({ opens, closes }) => ({ opensOn: day(`${year}-${opens}`), closesOn: day(`${year}-${closes}`) }))
      .filter(({ opensOn }) => opensOn > last && opensOn <= until)
      .flatMap((days) => heldOn(organization.code, body, days)),
  )
}

function heldOn(
  organization: string,
  body: string,
  { opensOn, closesOn }: { readonly opensOn: CalendarDate; readonly closesOn: CalendarDate },
): readonly DatedFact[] {
  const own = stream.session(ownedId(organization, `${body}-synthetic-${opensOn.slice(0, 7)}`))
  const source = [{ title: 'Made up for a rehearsal: synthetic' }]
  const announced = {
    organization,
    body,
    number: `synthetic ${opensOn.slice(0, 7)}`,
    opensOn,
    closesOn: null,
    synthetic: true,
    note: 'Synthetic: made up for a rehearsal.',
    source,
  }
  return [
    { stream: own, type: 'SessionAnnounced', on: null, knownFrom: plusDays(opensOn, -365), data: announced },
    {
      stream: own,
      type: 'SessionClosed',
      on: closesOn,
      knownFrom: closesOn,
      data: { closedOn: closesOn, status: 'confirmed', reason: 'Synthetic: made up for a rehearsal.', source },
    },
  ]
}
