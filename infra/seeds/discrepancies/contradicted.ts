import type { PrintedDiscrepancy, PrintedValue } from '../../../domain/explanation/discrepancy.ts'
import type { SessionDaySeed } from '../schema/session.ts'
import type { OrganizationSeeds } from '../seeds.ts'
import { placesIn } from './places-in.ts'
import { admissionDiffers, sessionDayDiffers } from './words.ts'

/** Sessions on whose first or last day the sources differ. */
export function contradictedSessionDays({ organization, documents, sessions }: OrganizationSeeds): readonly PrintedDiscrepancy[] {
  const places = placesIn(documents)
  const days = sessions.flatMap((session) => (['opens', 'closes'] as const).map((end) => ({ session, end, day: session[end] })))
  return days
    .filter(({ day }) => day.status === 'contradicted')
    .map(({ session, end, day }) => ({
      id: `${organization.code}-${session.code.toLowerCase()}-${end}`,
      organization: organization.code,
      rows: [],
      what: sessionDayDiffers({ session: session.code, end, used: asPrinted(day), why: day.usedBecause ?? '' }),
      printed: [
        { value: asPrinted(day), places: places(day.source) },
        ...day.others.map(
          ({ date, printed, source }): PrintedValue => ({ value: date, ...(printed === undefined ? {} : { wording: printed }), places: places(source) }),
        ),
      ],
      computed: null,
    }))
}

/** A day, a month, or the first and the last day between which it lies. */
const asPrinted = ({ date, earliest, latest }: SessionDaySeed): string => {
  if (date !== null) return date
  const month = earliest.slice(0, 7)
  return latest.startsWith(month) ? month : `${earliest}/${latest}`
}

/** Members of whose admission the sources give more than one day, month or year. */
export function contradictedAdmissions({ organization, documents, members }: OrganizationSeeds): readonly PrintedDiscrepancy[] {
  const places = placesIn(documents)
  return members.members
    .filter(({ membership }) => membership.status === 'contradicted')
    .map(({ code, names, membership: { admitted, source, others, usedBecause } }) => ({
      id: `${organization.code}-${code.toLowerCase()}-admission`,
      organization: organization.code,
      rows: [],
      what: admissionDiffers({ names, used: admitted.known, why: usedBecause ?? '' }),
      printed: [
        { value: admitted.known, places: places(source) },
        ...others.map(
          ({ says, note, source: from }): PrintedValue => ({ value: says.known, ...(note === undefined ? {} : { wording: note }), places: places(from) }),
        ),
      ],
      computed: null,
    }))
}
