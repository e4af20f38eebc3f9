/**
 * Turns away text that could end a header or an SMTP command early.
 *
 * @throws RangeError naming the field, never its content
 */
export function assertNoControlCharacters(field: string, text: string): void {
  if (controlCharacter.test(text)) throw new RangeError(`${field} holds a control character`)
}

/** @throws RangeError when the text is not one bare address, `name@host`, in printable ASCII */
export function assertAddress(field: string, text: string): void {
  assertNoControlCharacters(field, text)
  if (!bareAddress.test(text)) throw new RangeError(`${field} is no bare mail address`)
}

// C0, DEL, C1, and the two Unicode line ends.
const controlCharacter = /[\p{Cc}\p{Zl}\p{Zp}]/u
const bareAddress = /^[!#$%&'*+\-./0-9=?A-Z^_`a-z{|}~]{1,64}@[0-9A-Za-z](?:[0-9A-Za-z.-]{0,251}[0-9A-Za-z])?$/
