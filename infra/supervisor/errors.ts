/** An installation runs on this data directory already: nothing was touched. */
export class AlreadyRunning extends Error {
  override readonly name = 'AlreadyRunning'
}

/** Somebody else listens on the port of the pages: nothing was started. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken'
}

/** A process of the installation ended before it did its work; the message has the last thing that it said. */
export class PartFailed extends Error {
  override readonly name = 'PartFailed'
}
