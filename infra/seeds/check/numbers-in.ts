/** The whole numbers in a text, whether in European or in Eastern Arabic digits. */
export const numbersIn = (text: string): readonly number[] =>
  (text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - '٠'.charCodeAt(0))).match(/\d+/g) ?? []).map(Number)
