import type { Command } from 'commander'
import { type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts, Migrated } from './ports.ts'
import { answer } from './write-output.ts'

export const migrateCommand = (ports: CommandLinePorts): Command =>
  usualCommand('migrate').action(async ({ data, json }: Usual) => {
    const migrated = await ports.migrate(data)
    await answer(ports, json, migrated, () => inWords(migrated))
  })

function* inWords({ applied }: Migrated): Generator<string> {
  yield applied.length === 0 ? 'The database is at this release already' : `Migrated: ${applied.join(', ')}`
}
