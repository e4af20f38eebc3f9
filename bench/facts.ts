import type { Append } from '../activities/ports.ts'
import { system } from '../domain/actor.ts'
import { day } from '../domain/calendar/calendar-date.ts'
import type { EmmettEvent } from './emmett.ts'

/** Bytes of one payload as JSON, about: that of an obligation's event. */
export const payload = 260

/** The same payload for every contestant. */
export const data = (caller: number, version: number): EmmettEvent['data'] => ({
  obligation: `ilo:R202:submission:${caller}`,
  rule: 'ilo/article-19-6-b',
  dueOn: '2013-06-13',
  computation: { countedFrom: '2012-06-14', convention: 'day_before', nominal: '2013-06-14', months: 12, adjustments: [] },
  source: 'Constitution of the ILO, article 19(6)(b)',
  number: version,
})

/** The next event of a stream. */
export const append = (caller: number, version: number, prefix = 'obligation'): Append => ({
  commandId: `${prefix}/${caller}/${version}`,
  actor: system('bench'),
  streams: [{ stream: `${prefix}/${caller}`, atVersion: version, events: [{ type: 'Noted', occurredOn: day('2013-06-13'), data: data(caller, version) }] }],
})
