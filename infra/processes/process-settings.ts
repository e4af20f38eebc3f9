import { type Config, type DatabaseLogin, readConfig, urlVariable } from '../installation/settings.ts'
import type { ProcessName } from './names.ts'

/** What one process reads from its own environment. */
export type ProcessSettings = Config & {
  readonly dataDirectory: string
  /** URL of one of the logins that this process works under. @throws TypeError for any other login */
  readonly urlOf: (login: DatabaseLogin) => string
  readonly ops: { readonly host: string; readonly port: number }
  readonly webPort: number
  readonly sinkPort: number
}

/**
 * The logins of each process, with the least privilege that its work needs. Pages are read with the web's login, so that row-level
 * security holds whatever a page asks; reports that come in through it are recorded with the service's.
 */
export const loginsOf: Readonly<Record<ProcessName, readonly Exclude<DatabaseLogin, 'owner'>[]>> = {
  web: ['web', 'service'],
  worker: ['service'],
  projections: ['service'],
  sink: [],
}

const defaults = {
  dataDirectory: '.follow-up',
  web: 3000,
  sink: 1025,
  opsHost: '127.0.0.1',
  ops: { web: 9101, worker: 9102, projections: 9103, sink: 9104 },
}

/** @throws ConfigRefused naming each setting that is missing, cannot be used, or holds more privilege than the process may have */
export function readProcessSettings(name: ProcessName, environment: NodeJS.ProcessEnv = process.env): ProcessSettings {
  const config = readConfig(environment, (set) => [
    ...loginsOf[name].map((login) => urlVariable[login]).flatMap((variable) => (variable in set ? [] : [`${variable}: is not set, and ${name} needs it`])),
    ...(urlVariable.owner in set ? [`${urlVariable.owner}: is set, but only "follow-up migrate" may hold the owner's login. Take it from ${name}`] : []),
    ...(name === 'worker' && !('TEMPORAL_ADDRESS' in set) ? ['TEMPORAL_ADDRESS: is not set, and worker needs it'] : []),
  ])
  const { ports, database = {}, dataDirectory = defaults.dataDirectory } = config
  return {
    ...config,
    dataDirectory,
    urlOf: (login) => {
      const url = loginsOf[name].some((each) => each === login) ? database[login] : undefined
      if (url === undefined) throw new TypeError(`${name} does not work under the login of ${login}`)
      return url
    },
    ops: { host: config.opsHost ?? defaults.opsHost, port: ports.ops ?? defaults.ops[name] },
    webPort: ports.web ?? defaults.web,
    sinkPort: ports.sink ?? defaults.sink,
  }
}
