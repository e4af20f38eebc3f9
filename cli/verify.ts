import type { Command } from 'commander'
import { exitCodes } from './exit-codes.ts'
import { CommandFailed } from './failure.ts'
import { type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts, Verified } from './ports.ts'
import { answer } from './write-output.ts'

export const verifyCommand = (ports: CommandLinePorts): Command =>
  usualCommand('verify').action(({ data, json }: Usual) =>
    ports.read(data, async (installation) => {
      const verified = await installation.verify()
      await answer(ports, json, verified, () => inWords(verified))
      if (verified.firstBad === undefined) return
      const { position, what } = verified.firstBad
      const message = `The record is not what it should be at position ${position}: ${what}`
      throw new CommandFailed({ code: 'record-unsound', message, facts: { position, what }, exit: exitCodes.unsound })
    }),
  )

const inWords = ({ events, recordHash, head, firstBad }: Verified): readonly string[] => [
  `${events} events${firstBad === undefined ? ': bytes, columns and chain agree' : ''}`,
  `record hash  ${recordHash}`,
  `chain head   ${head}`,
]
