import { exitCodes } from '../../cli/exit-codes.ts'
import { type Failure, knownFailure } from '../../cli/failure.ts'
import { ConfigRefused } from '../config.ts'
import { isConnectionLost } from '../event-store/failures.ts'
import { NewerDatabase, OtherHouse } from '../event-store/migrate.ts'
import { ClosedFolder } from '../postgres/account.ts'
import { UnusableDataDirectory } from '../postgres/data-directory.ts'
import { DirectoryTaken } from '../rehearsal/rehearse.ts'
import { UnplayableScenario } from '../rehearsal/scenario.ts'
import { SeedsRefused } from '../seeds/problem.ts'
import { TemporalUnreachable } from '../temporal/connection.ts'
import { ProgramMissing } from '../temporal/first-that-works.ts'
import { LocalServerFailed } from '../temporal/local-server.ts'
import { TemporalAway } from '../temporal/waker.ts'
import { PostgresAway } from './database.ts'
import { AlreadyRunning, PartFailed, PortTaken } from './errors.ts'
import { OlderRehearsal } from './require-this-release.ts'
import { UnreadableRunFile } from './run-file.ts'
import { RehearsalIsReadOnly } from './with-house.ts'

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
  [OtherHouse, 'other-house', 'refused'],
  [OlderRehearsal, 'older-version', 'refused'],
  [RehearsalIsReadOnly, 'rehearsal-is-read-only', 'refused'],
  [DirectoryTaken, 'directory-taken', 'refused'],
  [AlreadyRunning, 'already-running', 'refused'],
  [SeedsRefused, 'seeds-unsound', 'unsound'],
  [PortTaken, 'port-in-use', 'outage'],
  [PartFailed, 'part-failed', 'fault'],
  [PostgresAway, 'postgres-away', 'outage'],
  [ProgramMissing, 'program-missing', 'outage'],
  [LocalServerFailed, 'temporal-away', 'outage'],
  [TemporalUnreachable, 'temporal-away', 'outage'],
  [TemporalAway, 'temporal-away', 'outage'],
  [RangeError, 'malformed', 'malformed'],
]

const filesCodes = ['EACCES', 'EPERM', 'ENOSPC', 'EROFS', 'ENOTDIR', 'EEXIST']
