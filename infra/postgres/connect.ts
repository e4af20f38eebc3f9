import { Client, type ClientConfig } from 'pg'

/** Opens one session. If it is lost between two queries, the next query fails and the process goes on. */
export async function connect(config: ClientConfig): Promise<Client> {
  const client = new Client(config)
  client.on('error', () => undefined)
  await client.connect()
  return client
}
