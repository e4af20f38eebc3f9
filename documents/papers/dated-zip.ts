import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'

const endOfDirectory = 0x06054b50
const directoryEntry = 0x02014b50

/**
 * The same archive with each of its files dated to the first instant of a day, whatever the clock said when it was packed.
 *
 * @throws RangeError when it is no ZIP archive of a single part without a comment
 * @source APPNOTE.TXT of the ZIP format, 4.3.7, 4.3.12 and 4.3.16
 */
export function datedZip(archive: Uint8Array, day: CalendarDate): Uint8Array {
  const bytes = Uint8Array.from(archive)
  const view = new DataView(bytes.buffer)
  const end = bytes.length - 22
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) throw new RangeError('This is no ZIP archive that can be dated')
  const date = dosDate(day)
  let entry = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(entry, true) !== directoryEntry) throw new RangeError('The directory of the ZIP archive is broken')
    const file = view.getUint32(entry + 42, true)
    for (const time of [entry + 12, file + 10]) {
      view.setUint16(time, 0, true)
      view.setUint16(time + 2, date, true)
    }
    entry += 46 + view.getUint16(entry + 28, true) + view.getUint16(entry + 30, true) + view.getUint16(entry + 32, true)
  }
  return bytes
}

/** Seven bits of years since 1980, four of the month, five of the day. */
function dosDate(day: CalendarDate): number {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number)
  return ((year - 1980) << 9) | (month << 5) | dayOfMonth
}
