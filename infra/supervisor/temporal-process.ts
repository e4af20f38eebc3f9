import { freePort } from '../local-servers/free-port.ts'
import { type LocalServer, startLocalServer } from '../local-servers/temporal/local-server.ts'
import { localNamespace } from '../processes/names.ts'
import { isStillRunning, markOf, type ProcessMark } from './process-identity.ts'
import type { SupervisedProcess } from './supervised-process.ts'

export type TemporalPart = SupervisedProcess & { readonly address: string; readonly namespace: string; readonly uiPort: number }

export type TemporalPartSettings = {
  readonly binary: string
  readonly databaseFile: string
  readonly logFile: string
  readonly began: (name: string, mark: ProcessMark) => void
}

/** The installation's own Temporal on its file, always on the same ports. It ends with the supervisor, however that ends. */
export async function temporalPart({ began, ...settings }: TemporalPartSettings): Promise<TemporalPart> {
  const [port, uiPort] = [await freePort(), await freePort()]
  let server: LocalServer | null = null
  let mark: ProcessMark | null = null
  return {
    name: 'Temporal',
    address: `127.0.0.1:${port}`,
    namespace: localNamespace,
    uiPort,
    start: async () => {
      server = await startLocalServer({ ...settings, namespace: localNamespace, port, uiPort, endsWithProcess: true })
      mark = markOf(server.pid)
      began('temporal', mark)
    },
    isAlive: () => mark !== null && isStillRunning(mark),
    stop: async () => {
      await server?.stop()
    },
  }
}
