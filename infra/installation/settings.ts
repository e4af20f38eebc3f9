import { z } from 'zod'
import { readSmtpUrl } from '../mail/smtp-relay.ts'
import type { TemporalSettings } from '../temporal/connection.ts'

/** What the environment asks for. What it leaves open, the house starts or chooses itself. */
export type Config = {
  /** Of a login that owns the database and may create roles; without it the house starts its own PostgreSQL. */
  readonly databaseUrl?: string
  /** Without it the house starts its own Temporal. */
  readonly temporal?: TemporalSettings
  /** Without it every letter is captured by the built-in sink. */
  readonly smtpUrl?: string
  readonly mailDomain?: string
  /** Where ministries answer in a browser, printed in letters. */
  readonly portal?: string
  readonly logLevel: LogLevel
}

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
 * @throws ConfigRefused naming every variable that cannot be used, and every FOLLOW_UP_ variable that nobody reads
 */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = variables.safeParse(set)
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)),
    ...togetherOnly(set),
    ...unknownOwn(set),
  ]
  if (!parsed.success || problems.length > 0) throw new ConfigRefused(problems)
  const { DATABASE_URL, SMTP_URL, MAIL_DOMAIN, FOLLOW_UP_PORTAL, FOLLOW_UP_LOG_LEVEL } = parsed.data
  const temporal = temporalOf(parsed.data)
  return {
    ...(DATABASE_URL === undefined ? {} : { databaseUrl: DATABASE_URL }),
    ...(temporal === undefined ? {} : { temporal }),
    ...(SMTP_URL === undefined ? {} : { smtpUrl: SMTP_URL }),
    ...(MAIL_DOMAIN === undefined ? {} : { mailDomain: MAIL_DOMAIN }),
    ...(FOLLOW_UP_PORTAL === undefined ? {} : { portal: FOLLOW_UP_PORTAL }),
    logLevel: FOLLOW_UP_LOG_LEVEL ?? 'info',
  }
}

/** Messages never repeat a value: it may hold a password. */
const variables = z.object({
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^postgres(ql)?:\/\/[^/]+\/.+/.test(text) && URL.canParse(text),
      'is no address of a database: write postgres://user:password@host:5432/name',
    )
    .optional(),
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
function togetherOnly(set: Readonly<Record<string, unknown>>): readonly string[] {
  const alone = Object.keys(set).filter((name) => /^TEMPORAL_(NAMESPACE|API_KEY|TLS_)/.test(name) && name in variables.shape && !('TEMPORAL_ADDRESS' in set))
  return alone.map((name) => `${name}: is set, but TEMPORAL_ADDRESS is not: set both, or neither`)
}

/** Read elsewhere: where programs are kept, and what the supervisor hands to its processes. */
const readElsewhere = ['FOLLOW_UP_CACHE', 'FOLLOW_UP_PROCESS']

const unknownOwn = (set: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.keys(set)
    .filter((name) => name.startsWith('FOLLOW_UP_') && !(name in variables.shape) && !readElsewhere.includes(name))
    .map((name) => `${name}: is no setting of this house. There are ${own.join(', ')}`)

const own = ['FOLLOW_UP_CACHE', ...Object.keys(variables.shape).filter((name) => name.startsWith('FOLLOW_UP_'))]

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
