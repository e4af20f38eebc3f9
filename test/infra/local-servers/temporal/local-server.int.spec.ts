import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WorkflowNotFoundError } from '@temporalio/client'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../../../infra/installation/project-root.ts'
import { freePort } from '../../../../infra/local-servers/free-port.ts'
import { findTemporalBinary } from '../../../../infra/local-servers/temporal/binary.ts'
import { type LocalServer, startLocalServer } from '../../../../infra/local-servers/temporal/local-server.ts'
import { connectClient, connectWorker, TemporalUnreachable } from '../../../../infra/temporal/connection.ts'
import { installNativeRuntime } from '../../../../infra/temporal/native-runtime.ts'
import { createWorker } from '../../../../infra/temporal/worker.ts'
import { recordMoved, type TrifleActivities, type trifle } from '../../../support/workflows/trifle.ts'

const taskQueue = 'trifles'
const namespace = 'test'
const workflows = { workflowsPath: join(import.meta.dirname, '..', '..', '..', 'support', 'workflows', 'trifle.ts') }
let binary = ''
let folder = ''

beforeAll(async () => {
  installNativeRuntime('ERROR')
  binary = (await findTemporalBinary((line) => console.log(line))).path
  folder = await mkdtemp(join(tmpdir(), 'follow-up-local-server-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('the local Temporal server', () => {
  it('answers once it has started, in a process group of its own, and is gone once stopped', async () => {
    const server = await started()
    await withClient(server, async (client) => {
      const { namespaceInfo } = await client.workflowService.describeNamespace({ namespace })
      expect(namespaceInfo?.name).toBe(namespace)
    })
    // Signal 0 to a negative id asks whether a process group of that id exists.
    expect(process.kill(-server.pid, 0)).toBe(true)

    await server.stop()
    await server.stop()
    expect(isAlive(server.pid)).toBe(false)
    await expect(connectClient(server)).rejects.toThrow(TemporalUnreachable)
  })

  it('forgets everything without a file, and with one keeps it even when it is killed', async () => {
    const databaseFile = join(folder, 'temporal.db')
    for (const [file, kept] of [[undefined, false] as const, [databaseFile, true] as const]) {
      const first = await started(file)
      await withClient(first, (client) => client.workflow.start<typeof trifle>('trifle', { taskQueue, workflowId: 'waiting' }))
      process.kill(first.pid, 'SIGKILL')
      await first.stop()

      const second = await started(file)
      const found = await withClient(second, (client) =>
        client.workflow
          .getHandle('waiting')
          .describe()
          .then(({ status }) => status.name)
          .catch((error: unknown) => (error instanceof WorkflowNotFoundError ? null : Promise.reject(error))),
      )
      await second.stop()
      expect(found).toBe(kept ? 'RUNNING' : null)
    }
  })

  it('ends with the process that started it, even when that is killed, where it was asked to', async () => {
    const program = `
      const { startLocalServer } = await import(${JSON.stringify(join(projectRoot(), 'infra', 'local-servers', 'temporal', 'local-server.ts'))})
      const { pid } = await startLocalServer({ binary: ${JSON.stringify(binary)}, namespace: 'test', uiPort: null, endsWithProcess: true })
      console.log(pid)
    `
    const starter = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
      cwd: projectRoot(),
    })
    const [printed] = await once(starter.stdout, 'data')
    const pid = Number(String(printed))
    expect(process.kill(pid, 0)).toBe(true)

    starter.kill('SIGKILL')
    await expect.poll(() => isAlive(pid), { timeout: 10_000 }).toBe(false)
  })

  it('says which port is taken', async () => {
    const port = await freePort()
    const holder = createServer().listen(port, '127.0.0.1')
    await new Promise((resolve) => holder.once('listening', resolve))
    await expect(startLocalServer({ binary, namespace, port, uiPort: null })).rejects.toThrow(`Temporal cannot have port ${port} for its connections`)
    await new Promise((resolve) => holder.close(resolve))
  })

  it('shows the end of its log when it does not come up', async () => {
    const databaseFile = join(folder, 'no-such-folder', 'temporal.db')
    await expect(startLocalServer({ binary, namespace, databaseFile, uiPort: null })).rejects.toThrow(/did not start: it ended with code 1\n.*no-such-folder/s)
  })
})

describe('a worker', () => {
  it('runs a workflow that is woken, and can be stopped while it runs and afterwards', async () => {
    const server = await started()
    const connection = await connectWorker(server)
    const activities: TrifleActivities = { answer: async (position) => position + 1 }
    const worker = await createWorker({ connection, namespace, taskQueue, workflows, activities })
    const running = worker.run()
    const answer = await withClient(server, async (client) => {
      const handle = await client.workflow.signalWithStart<typeof trifle, [number]>('trifle', {
        taskQueue,
        workflowId: 'woken',
        signal: recordMoved,
        signalArgs: [41],
      })
      return client.workflow.getHandle<typeof trifle>(handle.workflowId).result()
    })
    expect(answer).toBe(42)

    await worker.stop()
    await running
    await expect(worker.stop()).resolves.toBeUndefined()
    await connection.close()
    await server.stop()
  })

  it('that never ran lets go of its connection when it is stopped', async () => {
    const server = await started()
    const connection = await connectWorker(server)
    const worker = await createWorker({ connection, namespace, taskQueue, workflows, activities: {} })
    await expect(connection.close()).rejects.toThrow('Workers hold a reference')
    await worker.stop()
    await expect(connection.close()).resolves.toBeUndefined()
    await server.stop()
  })
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false
    throw error
  }
}

const started = (databaseFile?: string): Promise<LocalServer> =>
  startLocalServer({ binary, namespace, uiPort: null, endsWithProcess: true, ...(databaseFile === undefined ? {} : { databaseFile }) })

async function withClient<T>(server: LocalServer, ask: (client: Awaited<ReturnType<typeof connectClient>>) => Promise<T>): Promise<T> {
  const client = await connectClient(server)
  try {
    return await ask(client)
  } finally {
    await client.connection.close()
  }
}
