/**
 * B7: a whole cycle, R202 with its 185 Members from 2012 to 2019 or the one named as first argument (`all`: every document at once), played on
 * servers of its own as often as the second argument says (twice), and beside it a bare run of the same
 * operations: as many wake-ups of bare workflows with one local activity that does nothing, the same letters to the sink, the same number
 * of rows in the same number of statements. A turn counts from nothing to the end of the last day, the start of the servers included.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import { listCaptured } from '../infra/mail/captured-mail.ts'
import { type RehearsalResult, rehearse } from '../infra/rehearsal-environment/rehearse.ts'
import { installNativeRuntime } from '../infra/temporal/native-runtime.ts'
import { type BareRun, runBare } from './bare-rehearsal.ts'
import { type PlayedDay, readPlayedDays } from './played-record.ts'
import { median, play, print, printMachine, printOracle } from './report.ts'

const [cycle = 'r202', turns = '2'] = process.argv.slice(2)
const rounds = Number(turns)

installNativeRuntime('ERROR')
const folder = mkdtempSync(join(tmpdir(), 'follow-up-bench-'))
chmodSync(folder, 0o711)
const bundlePath = join(folder, 'workflow-bundle.js')
const workflowsPath = join(import.meta.dirname, 'workflows', `index${extname(import.meta.filename)}`)
const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })
writeFileSync(bundlePath, code)

const plays: { readonly result: RehearsalResult; readonly captured: number }[] = []
const bareRuns: BareRun[] = []
const loads: string[] = []
let days: readonly PlayedDay[] = []

const noteLoad = () => void loads.push((loadavg()[0] ?? 0).toFixed(1))

const followUp = {
  name: 'Follow-Up',
  turn: async () => {
    noteLoad()
    const dataDirectory = join(folder, `installation-${plays.length}`)
    const result = await rehearse({ cycle, seed: '1', dataDirectory })
    plays.push({ result, captured: new Set((await listCaptured(dataDirectory)).map(({ messageId }) => messageId)).size })
    if (days.length === 0) days = await readPlayedDays(dataDirectory)
    return result.seconds
  },
}

const bare = {
  name: 'the same operations, bare',
  turn: async () => {
    noteLoad()
    const run = await runBare(days, bundlePath)
    bareRuns.push(run)
    return run.seconds
  },
}

const seconds = await play([followUp, bare], rounds)
rmSync(folder, { recursive: true, force: true })

printMachine(bareRuns[0]?.versions ?? {})
print(`load      ${loads.join(' ')} at the beginning of each turn`)
const total = (count: (day: PlayedDay) => number) => days.reduce((sum, day) => sum + count(day), 0)
const counted = {
  wakeUps: total(({ woken }) => woken.length),
  letters: total(({ letters }) => letters.length),
  bytes: total(({ letters }) => letters.reduce((sum, { bytes }) => sum + bytes.length, 0)),
  appends: total(({ appends }) => appends.length),
  events: total(({ appends }) => appends.reduce((sum, events) => sum + events, 0)),
}
print(
  `counts    ${days.length} days, ${counted.wakeUps} wake-ups of obligations, ${counted.letters} letters of ${Math.round(counted.bytes / counted.letters)} bytes, ${counted.events} events in ${counted.appends} appends`,
)
print(`\nB7: rehearsal of ${cycle} (seconds; rounds in order A-B-B-A)`)
const ours = median(seconds.get(followUp.name) ?? [])
for (const [name, each] of seconds) {
  const ratio = name === followUp.name ? '' : `   Follow-Up takes ${(ours / median(each)).toFixed(2)} times this`
  print(`  ${name.padEnd(bare.name.length)}  median ${median(each).toFixed(1).padStart(6)}   [${each.map((one) => one.toFixed(1)).join('  ')}]${ratio}`)
}

for (const { result, captured } of plays) {
  printOracle(`Follow-Up: ${result.obligations} obligations, ${captured} letters captured, ${result.events} events verified, recordHash ${result.recordHash}`)
}
for (const { answered, captured, rows } of bareRuns) printOracle(`bare: ${answered} wake-ups answered, ${captured} messages captured, ${rows} rows`)

const hashes = new Set(plays.map(({ result }) => result.recordHash))
const kept = plays.every(({ captured }) => captured === counted.letters)
const same = bareRuns.every((run) => run.answered === counted.wakeUps && run.captured === counted.letters && run.rows === counted.events)
const holds = hashes.size === 1 && kept && same
printOracle(holds ? 'holds: one hash, each letter captured once, the bare run did as much' : 'FAILS: see above')
if (!holds) process.exitCode = 1
