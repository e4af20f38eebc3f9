/** A stream or guard was not at the version at which the decision was made: read and decide again. */
export class VersionConflict extends Error {
  override readonly name = 'VersionConflict'
  readonly stream: string
  readonly expected: number

  constructor(stream: string, expected: number, options?: ErrorOptions) {
    super(`${stream} is no longer at version ${expected}`, options)
    this.stream = stream
    this.expected = expected
  }
}

/** The command id was used before, for another body or by another actor. */
export class CommandIdReused extends Error {
  override readonly name = 'CommandIdReused'
  readonly commandId: string

  constructor(commandId: string, options?: ErrorOptions) {
    super(`Command id ${commandId} was used before, for another request`, options)
    this.commandId = commandId
  }
}
