import { startSink } from '../mail/sink.ts'
import { greetsSmtp } from './checks.ts'
import { runProcess, untilStopRequested } from './run-process.ts'

// What people are written is for nobody else on this machine.
process.umask(0o077)

await runProcess('sink', async ({ settings, signal, ready, log }) => {
  const sink = await startSink({ dataDirectory: settings.dataDirectory, port: settings.sinkPort })
  log.info({ port: sink.port }, 'captures every message')
  ready({ smtp: greetsSmtp(sink.port) })
  await untilStopRequested(signal)
  await sink.close()
})
