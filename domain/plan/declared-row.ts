import type { InLanguages } from '../languages.ts'
import type { Followed, Row } from './declaration.ts'

/** A row as a document or a person states it, its sources resolved: what it leaves out, the row as declared says. */
export type StatedRow = Pick<Row, 'id' | 'idIsOurs' | 'printed' | 'followedUnder' | 'status' | 'source'> & {
  readonly [Name in 'component' | 'about' | 'nothingToFollow' | 'note']?: string | undefined
} & {
  readonly wording: InLanguages
  readonly timing: StatedTiming & { readonly reversed: boolean; readonly note?: string | undefined }
  readonly links: Readonly<Record<string, { readonly codes: string[]; readonly printed?: string | undefined; readonly note?: string | undefined }>>
  readonly followed: readonly StatedFollowed[]
}

export type StatedFollowed = Omit<Followed, 'title' | 'timing'> & { readonly title?: InLanguages | undefined; readonly timing?: StatedTiming | undefined }

type StatedTiming = Followed['timing']

/** Where no wording of ours stands in the language of the print, the words as printed do. */
export function declaredRow(row: StatedRow): Row {
  const { id, idIsOurs, component, about, printed, wording, timing, links, followed, followedUnder, nothingToFollow, status, note, source } = row
  const whole: InLanguages = { ...wording, [printed.language]: wording[printed.language] ?? printed.text }
  return {
    ...{ id, idIsOurs, printed, wording: whole, followedUnder, status, source },
    ...(component === undefined ? {} : { component }),
    ...(about === undefined ? {} : { about }),
    timing: {
      ...{ printed: timing.printed, parsed: timing.parsed, reversed: timing.reversed, status: timing.status },
      ...(timing.note === undefined ? {} : { note: timing.note }),
    },
    links: Object.fromEntries(
      Object.entries(links).map(([name, { codes, printed: stored, note: said }]) => [
        name,
        { codes, ...(stored === undefined ? {} : { printed: stored }), ...(said === undefined ? {} : { note: said }) },
      ]),
    ),
    ...(nothingToFollow === undefined ? {} : { nothingToFollow }),
    ...(note === undefined ? {} : { note }),
    followed: followed.map((each) => declaredFollowed(each, whole, timing)),
  }
}

/** What a row asks, in the words and the timing of the row where it has none of its own. */
export function declaredFollowed(stated: StatedFollowed, ofRow: Row['wording'], timingOfRow: StatedTiming): Followed {
  const { kind, party, responsible, occurrence, title, timing, target, done } = stated
  const { printed, parsed, status } = timing ?? timingOfRow
  return {
    ...{ kind, party, title: title ?? ofRow, timing: { printed, parsed, status } },
    ...(responsible === undefined ? {} : { responsible }),
    ...(occurrence === undefined ? {} : { occurrence }),
    ...(target === undefined ? {} : { target }),
    ...(done === undefined ? {} : { done }),
  }
}
