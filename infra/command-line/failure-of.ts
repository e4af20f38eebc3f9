import { exitCodes } from '../../cli/exit-codes.ts'
import type { Failure } from '../../cli/failure.ts'
import { knownFailure } from '../../cli/known-failure.ts'
import { UnplayableScenario } from '../../rehearsal/scenario.ts'
import { isConnectionLost } from '../event-store/failures.ts'
import { NewerDatabase, OtherInstallation } from '../event-store/migrate.ts'
import { NotMigrated, OlderRehearsal, WrongLogin } from '../installation/require-this-release.ts'
import { ConfigRefused } from '../installation/settings.ts'
import { ClosedFolder } from '../local-servers/postgres/account.ts'
import { UnusableDataDirectory } from '../local-servers/postgres/data-directory.ts'
import { ProgramMissing } from '../local-servers/temporal/first-that-works.ts'
import { LocalServerFailed } from '../local-servers/temporal/local-server.ts'
import { DirectoryTaken } from '../rehearsal-environment/rehearse.ts'
import { SeedsRefused } from '../seeds/problem.ts'
import { NoInstallation } from '../supervisor/database.ts'
import { AlreadyRunning, PartFailed, PortTaken } from '../supervisor/errors.ts'
import { PostgresUnavailable } from '../supervisor/hold-postgres.ts'
import { UnreadableRunFile } from '../supervisor/run-file.ts'
import { TemporalUnreachable } from '../temporal/connection.ts'
import { TemporalUnavailable } from '../temporal/waker.ts'
import { RehearsalIsReadOnly } from './with-installation.ts'

/** The failures of everything with a wire, each with what a program may make of it; `null` for a fault of ours. */
export function failureOf(error: unknown): Failure | null {
  if (isConnectionLost(error)) {
    const message = `PostgreSQL does not answer: ${(error as Error).message}. Nothing is half-recorded: try again`
    return { code: 'postgres-away', message, facts: {}, exit: exitCodes.outage }
  }
  if (!(error instanceof Error)) return null
  const found = told.find(([type]) => error instanceof type)
  if (found !== undefined) return { code: found[1], message: error.message, facts: {}, exit: exitCodes[found[2]] }
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE')
    return { code: 'port-in-use', message: `${error.message}. End that program, or choose another port`, facts: {}, exit: exitCodes.outage }
  if (code !== undefined && filesCodes.includes(code))
    return { code: 'data-directory', message: error.message, facts: { system: code }, exit: exitCodes.malformed }
  return knownFailure(error)
}

type Told = readonly [new (...given: never[]) => Error, string, keyof typeof exitCodes]

const told: readonly Told[] = [
  [ConfigRefused, 'environment', 'malformed'],
  [UnplayableScenario, 'unplayable-scenario', 'malformed'],
  [ClosedFolder, 'closed-folder', 'malformed'],
  [UnusableDataDirectory, 'unusable-data-directory', 'refused'],
  [UnreadableRunFile, 'unusable-data-directory', 'refused'],
  [NewerDatabase, 'newer-version', 'refused'],
  [NoInstallation, 'no-installation', 'notFound'],
  [NotMigrated, 'not-migrated', 'refused'],
  [WrongLogin, 'wrong-login', 'malformed'],
  [OtherInstallation, 'other-installation', 'refused'],
  [OlderRehearsal, 'older-version', 'refused'],
  [RehearsalIsReadOnly, 'rehearsal-is-read-only', 'refused'],
  [DirectoryTaken, 'directory-taken', 'refused'],
  [AlreadyRunning, 'already-running', 'refused'],
  [SeedsRefused, 'seeds-unsound', 'unsound'],
  [PortTaken, 'port-in-use', 'outage'],
  [PartFailed, 'part-failed', 'fault'],
  [PostgresUnavailable, 'postgres-away', 'outage'],
  [ProgramMissing, 'program-missing', 'outage'],
  [LocalServerFailed, 'temporal-away', 'outage'],
  [TemporalUnreachable, 'temporal-away', 'outage'],
  [TemporalUnavailable, 'temporal-away', 'outage'],
  [RangeError, 'malformed', 'malformed'],
]

const filesCodes = ['EACCES', 'EPERM', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EEXIST']
