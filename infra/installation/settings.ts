import { z } from 'zod'
import { readSmtpUrl } from '../mail/smtp-relay.ts'
import type { TemporalSettings } from '../temporal/connection.ts'

/** What the environment says. What it leaves open, the supervisor starts or chooses itself. */
export type Config = {
  /** Without it an installation has a PostgreSQL of its own in its data directory. */
  readonly database?: DatabaseUrls
  /** Without it the supervisor starts a Temporal of its own. */
  readonly temporal?: TemporalSettings
  /** Without it every letter is captured by the built-in sink. */
  readonly smtpUrl?: string
  readonly mailDomain?: string
  /** Where ministries answer in a browser, printed in letters. */
  readonly portal?: string
  readonly logLevel: LogLevel
  /** Of captured letters and rehearsals, for a process that starts alone. */
  readonly dataDirectory?: string
  readonly ports: { readonly web?: number; readonly ops?: number; readonly sink?: number }
  /** Where `/healthz`, `/readyz` and `/metrics` are served; the loopback address by default. */
  readonly opsHost?: string
}

/** A URL a login: each process reads its own, and `migrate` alone the owner's. */
export type DatabaseUrls = { readonly [login in DatabaseLogin]?: string }
export type DatabaseLogin = 'owner' | 'service' | 'web'

/** The setting that holds a login's URL. */
export const urlVariable = { owner: 'DATABASE_OWNER_URL', service: 'DATABASE_SERVICE_URL', web: 'DATABASE_WEB_URL' } as const

const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

/** The environment cannot be used as it stands: every problem, one a line. */
export class ConfigRefused extends Error {
  override readonly name = 'ConfigRefused'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(`The environment has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.join('\n')}`)
    this.problems = problems
  }
}

/**
 * Reads the environment once. A variable that is set to nothing counts as not set.
 *
 * @param alsoRefused further problems of the variables that are set
 * @throws ConfigRefused naming every variable that cannot be used, and every FOLLOW_UP_ variable that nobody reads
 */
export function readConfig(environment: NodeJS.ProcessEnv, alsoRefused: (set: SetVariables) => readonly string[] = () => []): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = variables.safeParse(set)
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)),
    ...togetherOnly(set),
    ...unknownOwn(set),
    ...alsoRefused(set),
  ]
  if (!parsed.success || problems.length > 0) throw new ConfigRefused(problems)
  const { SMTP_URL, MAIL_DOMAIN, FOLLOW_UP_PORTAL, FOLLOW_UP_LOG_LEVEL } = parsed.data
  const database = databaseOf(parsed.data)
  const temporal = temporalOf(parsed.data)
  return {
    ...(database === undefined ? {} : { database }),
    ...(temporal === undefined ? {} : { temporal }),
    ...(SMTP_URL === undefined ? {} : { smtpUrl: SMTP_URL }),
    ...(MAIL_DOMAIN === undefined ? {} : { mailDomain: MAIL_DOMAIN }),
    ...(FOLLOW_UP_PORTAL === undefined ? {} : { portal: FOLLOW_UP_PORTAL }),
    logLevel: FOLLOW_UP_LOG_LEVEL ?? 'info',
    ...placesOf(parsed.data),
  }
}

/** The login's URL where the operator's own database is used. @throws ConfigRefused when it is not set */
export function requireUrl(database: DatabaseUrls, login: DatabaseLogin, whoNeedsIt: string): string {
  const url = database[login]
  if (url === undefined) throw new ConfigRefused([`${urlVariable[login]}: is not set, and ${whoNeedsIt} needs it`])
  return url
}

type SetVariables = Readonly<Record<string, unknown>>

const databaseUrl = z
  .string()
  .refine(
    (text) => /^postgres(ql)?:\/\/[^/]+\/.+/.test(text) && URL.canParse(text),
    'is no address of a database: write postgres://user:password@host:5432/name',
  )
  .optional()

const port = z
  .string()
  .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, 'is no port: write a whole number from 1 to 65535')
  .transform(Number)
  .optional()

/** Messages never repeat a value: it may hold a password. */
const variables = z.object({
  DATABASE_OWNER_URL: databaseUrl,
  DATABASE_SERVICE_URL: databaseUrl,
  DATABASE_WEB_URL: databaseUrl,
  DATABASE_URL: z.undefined('is no setting: each login has its own, DATABASE_OWNER_URL, DATABASE_SERVICE_URL and DATABASE_WEB_URL').optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^[^\s/:]+:\d{1,5}$/, 'is no host and port: write temporal.example.org:7233')
    .optional(),
  TEMPORAL_NAMESPACE: z
    .string()
    .regex(/^[\w.-]+$/, 'is no name of a namespace')
    .optional(),
  TEMPORAL_API_KEY: z.string().optional(),
  TEMPORAL_TLS_CLIENT_CERT_PATH: z.string().optional(),
  TEMPORAL_TLS_CLIENT_KEY_PATH: z.string().optional(),
  TEMPORAL_TLS_SERVER_CA_CERT_PATH: z.string().optional(),
  TEMPORAL_TLS_SERVER_NAME: z.string().optional(),
  SMTP_URL: z
    .string()
    .superRefine((text, context) => {
      const problem = smtpProblem(text)
      if (problem !== null) context.addIssue({ code: 'custom', message: problem })
    })
    .optional(),
  MAIL_DOMAIN: z
    .string()
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'is no domain: write follow-up.example.org')
    .optional(),
  FOLLOW_UP_PORTAL: z.url({ protocol: /^https?$/, error: 'is no address: write https://follow-up.example.org' }).optional(),
  FOLLOW_UP_DATA: z.string().optional(),
  FOLLOW_UP_PORT: port,
  FOLLOW_UP_OPS_PORT: port,
  FOLLOW_UP_OPS_HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'is no address to listen on: write 127.0.0.1 or 0.0.0.0')
    .optional(),
  FOLLOW_UP_SINK_PORT: port,
  FOLLOW_UP_LOG_LEVEL: z.enum(logLevels, { error: `is none of ${logLevels.join(', ')}` }).optional(),
})

type Variables = z.infer<typeof variables>

function smtpProblem(text: string): string | null {
  try {
    readSmtpUrl(text)
    return null
  } catch (error) {
    if (error instanceof RangeError || error instanceof URIError) return error.message
    throw error
  }
}

/** What has no meaning without an address is a slip that would otherwise pass unseen. */
function togetherOnly(set: SetVariables): readonly string[] {
  const alone = Object.keys(set).filter((name) => /^TEMPORAL_(NAMESPACE|API_KEY|TLS_)/.test(name) && name in variables.shape && !('TEMPORAL_ADDRESS' in set))
  return alone.map((name) => `${name}: is set, but TEMPORAL_ADDRESS is not: set both, or neither`)
}

/** Read elsewhere: where programs are kept. */
const readElsewhere = ['FOLLOW_UP_CACHE']

const unknownOwn = (set: SetVariables): readonly string[] =>
  Object.keys(set)
    .filter((name) => name.startsWith('FOLLOW_UP_') && !(name in variables.shape) && !readElsewhere.includes(name))
    .map((name) => `${name}: is no setting of this program. There are ${own.join(', ')}`)

const own = ['FOLLOW_UP_CACHE', ...Object.keys(variables.shape).filter((name) => name.startsWith('FOLLOW_UP_'))]

const databaseOf = ({ DATABASE_OWNER_URL: owner, DATABASE_SERVICE_URL: service, DATABASE_WEB_URL: web }: Variables): DatabaseUrls | undefined =>
  owner === undefined && service === undefined && web === undefined ? undefined : defined({ owner, service, web })

const placesOf = (input: Variables): Pick<Config, 'dataDirectory' | 'ports' | 'opsHost'> => ({
  ...defined({ dataDirectory: input.FOLLOW_UP_DATA, opsHost: input.FOLLOW_UP_OPS_HOST }),
  ports: defined({ web: input.FOLLOW_UP_PORT, ops: input.FOLLOW_UP_OPS_PORT, sink: input.FOLLOW_UP_SINK_PORT }),
})

type Defined<T> = { [key in keyof T]?: Exclude<T[key], undefined> }

const defined = <T extends object>(object: T): Defined<T> => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Defined<T>

function temporalOf(given: Variables): TemporalSettings | undefined {
  if (given.TEMPORAL_ADDRESS === undefined) return undefined
  const tls = {
    ...(given.TEMPORAL_TLS_CLIENT_CERT_PATH === undefined ? {} : { certificatePath: given.TEMPORAL_TLS_CLIENT_CERT_PATH }),
    ...(given.TEMPORAL_TLS_CLIENT_KEY_PATH === undefined ? {} : { keyPath: given.TEMPORAL_TLS_CLIENT_KEY_PATH }),
    ...(given.TEMPORAL_TLS_SERVER_CA_CERT_PATH === undefined ? {} : { authorityPath: given.TEMPORAL_TLS_SERVER_CA_CERT_PATH }),
    ...(given.TEMPORAL_TLS_SERVER_NAME === undefined ? {} : { serverName: given.TEMPORAL_TLS_SERVER_NAME }),
  }
  return {
    address: given.TEMPORAL_ADDRESS,
    namespace: given.TEMPORAL_NAMESPACE ?? 'default',
    ...(given.TEMPORAL_API_KEY === undefined ? {} : { apiKey: given.TEMPORAL_API_KEY }),
    ...(Object.keys(tls).length === 0 ? {} : { tls }),
  }
}
