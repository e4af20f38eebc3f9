import type { Config } from '../installation/settings.ts'
import { urlVariable } from '../installation/settings.ts'
import type { ProcessName } from '../processes/names.ts'
import { loginsOf } from '../processes/process-settings.ts'

export type Variables = Readonly<Record<string, string>>

/** This process's environment without any setting of an installation: each child is given its own, and no other's login. */
export const childEnvironment = (own: Variables, environment: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(environment).filter(([name]) => !settings.test(name))),
  ...own,
})

const settings = /^(DATABASE_(\w+_)?URL|SMTP_URL|MAIL_DOMAIN|TEMPORAL_(?!CLI_PATH$).*|FOLLOW_UP_(?!CACHE$).*)$/

export type Shared = {
  readonly dataDirectory: string
  readonly config: Config
  readonly urls: { readonly service: string; readonly web: string }
  /** Of Temporal: where it is, and how the worker shows who it is. */
  readonly temporal: Variables
  readonly webPort: number
  readonly sinkPort: number
  readonly opsPorts: Readonly<Record<ProcessName, number>>
}

/** What one process is handed: its own logins, and what its work needs. */
export function environmentOf(name: ProcessName, { dataDirectory, config, urls, temporal, webPort, sinkPort, opsPorts }: Shared): Variables {
  const { mailDomain, portal, logLevel, opsHost, smtpUrl } = config
  return {
    FOLLOW_UP_DATA: dataDirectory,
    FOLLOW_UP_LOG_LEVEL: logLevel,
    FOLLOW_UP_OPS_PORT: String(opsPorts[name]),
    ...(opsHost === undefined ? {} : { FOLLOW_UP_OPS_HOST: opsHost }),
    ...Object.fromEntries(loginsOf[name].map((login) => [urlVariable[login], urls[login]])),
    ...(name === 'web' ? { FOLLOW_UP_PORT: String(webPort) } : {}),
    ...(name === 'worker' ? temporal : {}),
    ...(name === 'worker' && smtpUrl !== undefined ? { SMTP_URL: smtpUrl } : {}),
    ...(name === 'worker' || name === 'sink' ? { FOLLOW_UP_SINK_PORT: String(sinkPort) } : {}),
    ...(mailDomain === undefined ? {} : { MAIL_DOMAIN: mailDomain }),
    ...(portal === undefined ? {} : { FOLLOW_UP_PORTAL: portal }),
  }
}
