import { arch, cpus, platform, release, totalmem } from 'node:os'

/** One side of a comparison. A turn answers a rate: how many a second. */
export type Contestant = { readonly name: string; readonly turn: () => Promise<number> }

export type Rates = ReadonlyMap<string, readonly number[]>

/** A-B-B-A: each round in the order opposite to the one before, so that a machine that warms or tires favours nobody. */
export async function play(contestants: readonly Contestant[], rounds: number): Promise<Rates> {
  const rates = new Map(contestants.map(({ name }) => [name, [] as number[]]))
  for (let round = 0; round < rounds; round += 1)
    for (const { name, turn } of round % 2 === 0 ? contestants : contestants.toReversed()) rates.get(name)?.push(await turn())
  return rates
}

export function printMachine(versions: Readonly<Record<string, string>>): void {
  const [cpu, ...others] = cpus()
  print(`machine   ${others.length + 1} x ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${platform()} ${release()} ${arch()}`)
  print(
    `versions  Node ${process.versions.node}, ${Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(', ')}`,
  )
}

/** Medians, every round, and the ratio of the first contestant to each of the others. */
export function printRates(title: string, unit: string, rates: Rates): void {
  print(`\n${title} (${unit} a second; rounds in order A-B-B-A)`)
  const medians = [...rates].map(([name, rounds]) => [name, median(rounds)] as const)
  const width = Math.max(...medians.map(([name]) => name.length))
  const ours = medians[0]?.[1] ?? 0
  for (const [name, middle] of medians) {
    const rounds = rates
      .get(name)
      ?.map((rate) => Math.round(rate).toLocaleString('en'))
      .join('  ')
    const ratio = name === medians[0]?.[0] ? '' : `   Follow-Up is ${(ours / middle).toFixed(2)} times this`
    print(`  ${name.padEnd(width)}  median ${Math.round(middle).toLocaleString('en').padStart(8)}   [${rounds}]${ratio}`)
  }
}

/** What shows that the work measured was done: counts, order, hashes. */
export const printOracle = (text: string): void => print(`oracle    ${text}`)

export const print = (line: string): void => void process.stdout.write(`${line}\n`)

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}
