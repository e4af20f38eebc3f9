import { faultOfInstrument, type InstrumentKind } from '../../../domain/instrument/instrument-code.ts'
import type { Parsed } from '../parse-seed.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { InstrumentSeed } from '../schema/instrument.ts'

/** An instrument was adopted by a session that is seeded, while it sat; an amendment is told at both ends. */
export function checkInstruments({ organization, instruments, sessions }: ParsedOrganization): readonly Problem[] {
  const byCode = new Map(instruments.map((instrument) => [instrument.value.code, instrument]))
  return instruments.flatMap((instrument) => [
    ...checkKind(instrument, organization.value.instrumentKinds),
    ...checkAdoption(instrument, sessions),
    ...checkAmendments(instrument, byCode),
  ])
}

function checkKind({ file, value: { code, kind } }: Parsed<InstrumentSeed>, kinds: readonly InstrumentKind[]): readonly Problem[] {
  const fault = faultOfInstrument(code, kind, kinds)
  if (fault === null) return []
  const remedy = fault.of === 'kind' ? 'Add it to `instrumentKinds` of organization.yaml, or correct the name' : 'Correct the code or the kind'
  return [problemAt(file, ['kind'], `${fault.what}. ${remedy}.`)]
}

function checkAdoption({ file, value: { session, adoptedOn } }: Parsed<InstrumentSeed>, sessions: ParsedOrganization['sessions']): readonly Problem[] {
  const found = sessions.find(({ value }) => value.code === session)?.value
  if (found === undefined) return [problemAt(file, ['session'], `There is no session ${session} in the seeds. Add it, or correct the code.`)]
  if (found.state === 'cancelled') return [problemAt(file, ['session'], `${session} was cancelled: it adopted nothing. Correct the session.`)]
  const { opens, closes } = found
  return opens.earliest <= adoptedOn.date && adoptedOn.date <= closes.latest
    ? []
    : [
        problemAt(
          file,
          ['adoptedOn', 'date'],
          `${adoptedOn.date} lies outside ${session}, ${opens.earliest} to ${closes.latest}. Correct the day or the session.`,
        ),
      ]
}

function checkAmendments({ file, value }: Parsed<InstrumentSeed>, byCode: ReadonlyMap<string, Parsed<InstrumentSeed>>): readonly Problem[] {
  const untold = (value.amends?.instruments ?? []).flatMap((code, index) =>
    byCode.get(code)?.value.amendedBy.includes(value.code) === true
      ? []
      : [
          problemAt(
            file,
            ['amends', 'instruments', index],
            `${code} is not seeded, or does not name ${value.code} in \`amendedBy\`. Tell the amendment at both ends.`,
          ),
        ],
  )
  const unheard = value.amendedBy.flatMap((code, index) =>
    byCode.get(code)?.value.amends?.instruments.includes(value.code) === true
      ? []
      : [problemAt(file, ['amendedBy', index], `${code} is not seeded, or does not name ${value.code} in \`amends\`. Tell the amendment at both ends.`)],
  )
  return [...untold, ...unheard]
}
