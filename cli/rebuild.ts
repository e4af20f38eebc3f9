import type { Command } from 'commander'
import { type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { showProgress } from './progress.ts'
import { answer } from './write-output.ts'

export const rebuildCommand = (ports: CommandLinePorts): Command =>
  usualCommand('rebuild').action(async ({ data, json }: Usual) => {
    const progress = showProgress(ports, 'Rebuilding the views')
    const position = await ports.rebuild(data, (at, of) => progress.at(of === 0 ? 1 : at / of, `position ${at} of ${of}`)).finally(progress.end)
    await answer(ports, json, { position }, () => [`The views are at position ${position}.`])
  })
