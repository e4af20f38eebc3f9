import { findTemporalBinary } from '../../infra/local-servers/temporal/binary.ts'
import { type LocalServer, startLocalServer } from '../../infra/local-servers/temporal/local-server.ts'

/** A real Temporal server in memory for one test file. Given back with `stop()`. */
export async function startTestTemporal(namespace = 'test'): Promise<LocalServer> {
  const { path } = await findTemporalBinary((line) => console.log(line))
  return startLocalServer({ binary: path, namespace, uiPort: null, endsWithProcess: true })
}
