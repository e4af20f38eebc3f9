import { startPostgres } from '../../infra/local-servers/postgres/start-postgres.ts'

// A starter to be killed: starts PostgreSQL on the folder named, says where, and stays.
const { pid, port, url } = await startPostgres({ dataDir: process.argv[2] ?? '' })
process.stdout.write(JSON.stringify({ pid, port, url }))
setInterval(() => undefined, 1_000)
