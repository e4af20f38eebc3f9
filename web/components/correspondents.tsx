import type { PageCatalog } from '../page-catalog.ts'
import type { Correspondent } from '../ports.ts'
import { separator } from './message.tsx'

/** Names and addresses stand apart, so that neither turns the other around. */
export const Correspondents = ({ catalog, all }: { catalog: PageCatalog; all: readonly Correspondent[] }) => (
  <>
    {all.map(({ name, address }, index) => (
      <>
        {index > 0 && separator(catalog)}
        {name !== '' && <bdi>{name}</bdi>} <code>{address}</code>
      </>
    ))}
  </>
)
