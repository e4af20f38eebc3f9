import type { z } from 'zod'

type Contradictable = { readonly status: string; readonly others: readonly unknown[]; readonly usedBecause?: string | undefined }

/** A contradicted entry keeps every other value and says why it uses its own; any other entry has neither. */
export const contradictionIsWhole = ({ value, issues }: z.core.ParsePayload<Contradictable>): void => {
  const tell = (path: string, message: string) => issues.push({ code: 'custom', input: value, path: [path], message })
  const contradicted = value.status === 'contradicted'
  if (contradicted && value.others.length === 0)
    tell('others', 'The entry is marked contradicted, but what contradicts it is missing. List it in `others`, with its source.')
  if (contradicted && value.usedBecause === undefined) tell('usedBecause', 'Why this value is used and not the other is missing. Say it in `usedBecause`.')
  if (!contradicted && value.others.length > 0) tell('status', 'Other values are listed, so the status must be `contradicted`.')
}
