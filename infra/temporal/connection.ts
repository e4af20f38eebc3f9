import { readFile } from 'node:fs/promises'
import { Client, Connection, type TLSConfig } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'

/** Where Temporal is and how one shows who one is. Paths lead to PEM files. */
export type TemporalSettings = {
  /** Host and port, `127.0.0.1:7233`. */
  readonly address: string
  readonly namespace: string
  /** Turns TLS on by itself. */
  readonly apiKey?: string
  readonly tls?: {
    readonly certificatePath?: string
    readonly keyPath?: string
    /** Authority that signed the server's certificate, where the system does not know it. */
    readonly authorityPath?: string
    /** Name in the server's certificate, where it is not that of the address. */
    readonly serverName?: string
  }
}

/** How long a first connection may take; a server that is down answers at once. */
const CONNECT_TIMEOUT_MS = 5_000

/**
 * A client for starting, waking and asking workflows. End it with `client.connection.close()`.
 *
 * @throws TemporalUnreachable when nobody answers at the address, or a PEM file cannot be read
 */
export async function connectClient(settings: TemporalSettings): Promise<Client> {
  const security = await securityOf(settings)
  const connection = await Connection.connect({ address: settings.address, connectTimeout: CONNECT_TIMEOUT_MS, ...security }).catch(unreachable(settings))
  return new Client({ connection, namespace: settings.namespace })
}

/**
 * The connection of a worker. End it with `close()`, after its workers have stopped.
 *
 * @throws TemporalUnreachable when nobody answers at the address, or a PEM file cannot be read
 */
export async function connectWorker(settings: TemporalSettings): Promise<NativeConnection> {
  const security = await securityOf(settings)
  return NativeConnection.connect({ address: settings.address, ...security }).catch(unreachable(settings))
}

/** Temporal did not answer where the settings say that it is. */
export class TemporalUnreachable extends Error {
  override readonly name = 'TemporalUnreachable'
}

function unreachable({ address }: TemporalSettings) {
  return (error: Error): never => {
    throw new TemporalUnreachable(
      `Temporal does not answer at ${address}: ${error.message}. Start it, or correct TEMPORAL_ADDRESS, its certificate or its key.`,
      { cause: error },
    )
  }
}

async function securityOf({ apiKey, tls }: TemporalSettings): Promise<{ apiKey?: string; tls?: TLSConfig }> {
  return { ...(apiKey === undefined ? {} : { apiKey }), ...(tls === undefined ? {} : { tls: await tlsOf(tls) }) }
}

async function tlsOf(tls: NonNullable<TemporalSettings['tls']>): Promise<TLSConfig> {
  const { certificatePath, keyPath, authorityPath, serverName } = tls
  if ((certificatePath === undefined) !== (keyPath === undefined))
    throw new TemporalUnreachable('A certificate for Temporal needs its key, and a key its certificate: only one of the two is set.')
  return {
    ...(certificatePath === undefined || keyPath === undefined ? {} : { clientCertPair: { crt: await pem(certificatePath), key: await pem(keyPath) } }),
    ...(authorityPath === undefined ? {} : { serverRootCACertificate: await pem(authorityPath) }),
    ...(serverName === undefined ? {} : { serverNameOverride: serverName }),
  }
}

const pem = (path: string): Promise<Buffer> =>
  readFile(path).catch((error: Error) => {
    throw new TemporalUnreachable(`The certificate or key ${path} for Temporal cannot be read: ${error.message}`, { cause: error })
  })
