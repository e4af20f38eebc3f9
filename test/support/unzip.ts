import { inflateRawSync } from 'node:zlib'

/** A file of an archive as its directory lists it. */
export type ZippedFile = { readonly name: string; readonly date: string; readonly text: string }

/** The files of a ZIP archive, read by its directory as any other program would. Dates as `2024-02-03 00:00`. */
export function unzip(archive: Uint8Array): readonly ZippedFile[] {
  const bytes = Buffer.from(archive)
  const end = bytes.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  let at = bytes.readUInt32LE(end + 16)
  return Array.from({ length: bytes.readUInt16LE(end + 10) }, () => {
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [number, number, number]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const stored = bytes.subarray(start, start + bytes.readUInt32LE(at + 20))
    const text = (bytes.readUInt16LE(at + 10) === 0 ? stored : inflateRawSync(stored)).toString('utf8')
    const dates = [at + 12, local + 10].map((offset) => dated(bytes.readUInt16LE(offset + 2), bytes.readUInt16LE(offset)))
    at += 46 + nameLength + extra + comment
    return { name, date: [...new Set(dates)].join(), text }
  })
}

const two = (value: number) => String(value).padStart(2, '0')
const dated = (date: number, time: number) => `${1980 + (date >> 9)}-${two((date >> 5) & 15)}-${two(date & 31)} ${two(time >> 11)}:${two((time >> 5) & 63)}`
