/** What a command's end means to the program that called it. */
export const exitCodes = {
  done: 0,
  fault: 1,
  malformed: 2,
  refused: 3,
  notFound: 4,
  outage: 5,
  unsound: 6,
  stopped: 130,
} as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export const exitCodesExplained = `
Exit codes:
  0  done
  1  a fault of this system
  2  malformed: an option, a date, a file or the environment
  3  refused: a rule says no, and nothing was recorded
  4  not found
  5  an outage: PostgreSQL, Temporal or the relay does not answer, or a port is in use
  6  unsound: the record or the seeds are not what they should be
  130  stopped by Ctrl-C or a signal, in order`
