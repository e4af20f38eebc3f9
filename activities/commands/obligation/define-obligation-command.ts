import { z } from 'zod'
import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import type { ObligationCommand } from '../../../domain/obligation/commands.ts'
import type { KnownObligation, ObligationEvent } from '../../../domain/obligation/state.ts'
import { aboutObligation, decideObligation, obligationIn } from '../../obligation/decide-obligation.ts'
import type { Append } from '../../ports.ts'
import type { CommandDefinition, Deciding, WrittenContent } from '../command-definition.ts'
import { type Command, defineCommand } from '../define-command.ts'

/** What the domain is to decide on one obligation, and what people wrote with it. */
export type ObligationRequest = {
  readonly command: ObligationCommand
  /** Encrypted once the rules said yes; the command names each by `awaitingEncryption`. */
  readonly written?: readonly WrittenContent[]
  /** What follows for other streams. */
  readonly further?: (events: readonly ObligationEvent[]) => Promise<Append['streams']>
}

/** What a request is made from: the obligation as it was read, and today at its seat. */
export type OnObligation<Payload> = Pick<Deciding<Payload>, 'context' | 'metadata' | 'payload'> & {
  readonly id: string
  readonly state: KnownObligation
  readonly today: CalendarDate
}

type Definition<Name extends string, Shape extends z.ZodRawShape> = Pick<CommandDefinition<Name>, 'name' | 'summary' | 'mayBeGivenBy' | 'explain'> & {
  /** Its fields, without the obligation that every such command names. */
  readonly fields: Shape
  readonly request: (on: OnObligation<z.output<z.ZodObject<Shape>>>) => ObligationRequest | Promise<ObligationRequest>
}

type OfObligation = { readonly obligation: z.ZodString }

/** Declares a command on one obligation: the obligation exists, the principal may, and then the domain decides, once. */
export const defineObligationCommand = <const Name extends string, const Shape extends z.ZodRawShape>({
  fields,
  request,
  ...definition
}: Definition<Name, Shape>): Command<Name, z.ZodObject<Shape & OfObligation, z.core.$strict>, null> =>
  defineCommand<Name, z.ZodObject<Shape & OfObligation, z.core.$strict>, null>({
    ...definition,
    scope: 'obligation',
    preview: true,
    payload: z.strictObject({ ...fields, obligation: z.string().min(1) }),
    about: (payload) => aboutObligation((payload as { readonly obligation: string }).obligation),
    owedBy: (histories, about) => obligationIn(histories, about).owedBy,
    decide: async ({ context, metadata, payload, about, histories, today }) => {
      const on = { context, metadata, payload, id: about.id, state: obligationIn(histories, about), today: await today() }
      const { command, written = [], further } = await request(on as OnObligation<z.output<z.ZodObject<Shape>>>)
      const { events, streams } = decideObligation(about, histories, command)
      return { streams: [...streams, ...((await further?.(events)) ?? [])], written }
    },
  })
