import type { Command } from 'commander'
import { actorName } from '../domain/actor.ts'
import { type Moment, timelineOf } from '../domain/views/timeline.ts'
import { answer } from './answer.ts'
import { givenObligation } from './given-ids.ts'
import { obligationArgument, type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { table } from './table.ts'

export const historyCommand = (ports: CommandLinePorts): Command =>
  usualCommand('history', 'everything on record about an obligation and its letters, in order')
    .argument('<obligation>', obligationArgument)
    .action((obligation: string, { data, json }: Usual) =>
      ports.read(data, async (house) => {
        const { id } = await givenObligation(house, obligation)
        const events = await house.views.history(id)
        await answer(ports, json, { obligation: id, events }, () => table([['Day', 'Recorded', 'What', 'Who', ''], ...timelineOf(events).map(inWords)]))
      }),
    )

function inWords({ occurredOn, recordedAt, actor, type, letter, what }: Moment): readonly string[] {
  const name = type.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase()
  const facts = Object.entries(what.facts).map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(' + ') : String(value)}`)
  return [occurredOn, recordedAt.slice(0, 16).replace('T', ' '), name, actorName(actor), [...(letter === null ? [] : [letter]), ...facts].join(', ')]
}
