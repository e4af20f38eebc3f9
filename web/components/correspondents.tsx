import type { Correspondent } from '../ports.ts'
import type { PageWording } from '../words.ts'
import { separator } from './said.tsx'

/** Names and addresses stand apart, so that neither turns the other around. */
export const Correspondents = ({ wording, all }: { wording: PageWording; all: readonly Correspondent[] }) => (
  <>
    {all.map(({ name, address }, index) => (
      <>
        {index > 0 && separator(wording)}
        {name !== '' && <bdi>{name}</bdi>} <code>{address}</code>
      </>
    ))}
  </>
)
