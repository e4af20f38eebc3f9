import { z } from 'zod'
import type { TemporalSettings } from '../temporal/connection.ts'

const processSettings = z.object({
  dataDirectory: z.string(),
  /** Each process takes its own role's login from it and works under that. */
  ownerUrl: z.string(),
  temporal: z.custom<TemporalSettings>((given) => typeof given === 'object' && given !== null && 'address' in given),
  /** `null`: the built-in sink, on its port. */
  smtpUrl: z.string().nullable(),
  sinkPort: z.int(),
  mailDomain: z.string().optional(),
  portal: z.string().optional(),
  port: z.int(),
  logLevel: z.enum(['debug', 'info', 'warn', 'error']),
})

/** What the supervisor hands to each process of the house. */
export type ProcessSettings = Readonly<z.infer<typeof processSettings>>

/** The variable under which it is handed: the environment of a process is read by its own user alone. */
export const settingsVariable = 'FOLLOW_UP_PROCESS'

/** @throws Error when this was not started by the supervisor */
export function readProcessSettings(environment: NodeJS.ProcessEnv = process.env): ProcessSettings {
  const text = environment[settingsVariable]
  if (text === undefined) throw new Error('This is a part of the house, which "follow-up start" starts')
  return processSettings.parse(JSON.parse(text))
}

/** The relay that letters leave through. */
export const sinkUrl = ({ sinkPort }: ProcessSettings): string => `smtp://127.0.0.1:${sinkPort}`
