import { type Command, Option } from 'commander'
import { numberOption, type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts, Running } from './ports.ts'
import { table } from './table.ts'
import { answer, type Output } from './write-output.ts'

export const startCommand = (ports: CommandLinePorts): Command =>
  usualCommand('start')
    .addOption(new Option('--port <port>', 'of the pages').argParser(numberOption(1, 65_535)).default(3000).env('FOLLOW_UP_PORT'))
    .action(({ data, json, port }: Usual & { readonly port: number }) =>
      ports.start({
        ...{ dataDirectory: data, port },
        say: (line) => ports.error.line(line),
        ready: (running) => answer(ports, json, running, () => inWords(running)),
      }),
    )

function* inWords({ web, temporalPages, limits }: Running): Output {
  yield `Pages            ${web}`
  yield `Temporal's pages ${temporalPages ?? 'none are served here'}`
  yield 'The next deadlines:'
  yield table(limits.map(({ date, limit, on, obligations, provisional }) => [`  ${date}`, on, limit, `${obligations} open`, provisional ? 'provisional' : '']))
  yield 'Ctrl-C stops everything.'
}
