import { type ExitCode, exitCodes } from './exit-codes.ts'

/** Why a command did not do what it was asked. */
export type Failure = {
  /** What programs tell failures apart by. */
  readonly code: string
  /** What happened, where, and what to do about it. */
  readonly message: string
  readonly facts: Readonly<Record<string, unknown>>
  readonly exit: ExitCode
}

/** Somebody told the command to stop: Ctrl-C, SIGTERM, the terminal's end. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
}

/** Whoever read the output went away (`follow-up log | head`): the end of the command, and no failure. */
export class ReaderGone extends Error {
  override readonly name = 'ReaderGone'
}

/** Thrown where a command cannot go on. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.message)
    this.failure = failure
  }
}

export const malformed = (message: string, facts: Failure['facts'] = {}) => new CommandFailed({ code: 'malformed', message, facts, exit: exitCodes.malformed })

export const notFound = (code: string, message: string, facts: Failure['facts']) => new CommandFailed({ code, message, facts, exit: exitCodes.notFound })
