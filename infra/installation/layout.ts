import { join } from 'node:path'

/** The name of an installation's database in its own cluster. */
export const installationDatabase = 'follow_up'

/** Where an installation keeps what. Under `DIR/mail` and `DIR/rehearsals` lie the captured letters and the plays. */
export const layoutOf = (dataDirectory: string) => ({
  postgres: join(dataDirectory, 'postgres'),
  temporal: join(dataDirectory, 'temporal.sqlite'),
  run: join(dataDirectory, 'run.json'),
  logs: join(dataDirectory, 'logs'),
  histories: join(dataDirectory, 'histories'),
  rehearsal: (cycle: string) => join(dataDirectory, 'rehearsals', cycle),
})
