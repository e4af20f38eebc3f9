import type { CommandLinePorts } from './ports.ts'

/** Answers a program with one line of JSON, and a person with lines of text. */
export async function answer({ out }: CommandLinePorts, json: boolean, value: unknown, lines: () => Iterable<string> | AsyncIterable<string>): Promise<void> {
  if (json) return out.line(JSON.stringify(value))
  for await (const line of lines()) await out.line(line)
}
