import { connectionsOf, drawPasswords } from '../../infra/postgres/roles.ts'
import { followUp } from './follow-up.ts'
import { type FreshDatabase, freshDatabase } from './postgres.ts'

/** A database of the operator's own, with the settings that `docs/operating.md` names. */
export type OperatedDatabase = FreshDatabase & {
  readonly owner: { readonly DATABASE_OWNER_URL: string }
  readonly service: { readonly DATABASE_SERVICE_URL: string }
  readonly web: { readonly DATABASE_WEB_URL: string }
  /** Runs `follow-up migrate` with every login. */
  migrate(): ReturnType<typeof followUp>
  /** Runs `follow-up seed` with the service's login alone. */
  seed(): ReturnType<typeof followUp>
}

export async function operatedDatabase(): Promise<OperatedDatabase> {
  const database = await freshDatabase()
  const urls = connectionsOf(database.url, drawPasswords())
  const settings = {
    owner: { DATABASE_OWNER_URL: urls.owner },
    service: { DATABASE_SERVICE_URL: urls.service },
    web: { DATABASE_WEB_URL: urls.web },
  }
  return {
    ...database,
    ...settings,
    migrate: () => followUp(['migrate', '--json'], { environment: { ...settings.owner, ...settings.service, ...settings.web } }),
    seed: () => followUp(['seed', '--json'], { environment: settings.service }),
  }
}
