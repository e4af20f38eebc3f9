import { systemClock } from '../clock/system-clock.ts'
import { sinkPostOffice } from '../mail/sink-post-office.ts'
import { smtpPostOffice } from '../mail/smtp-post-office.ts'
import { readSmtpUrl } from '../mail/smtp-relay.ts'
import { type OpenHouse, openHouse } from '../runtime.ts'
import { type ProcessSettings, sinkUrl } from './process-settings.ts'

/** The live house as one of its processes opens it. */
export function openLiveHouse(settings: ProcessSettings, connections: number): Promise<OpenHouse> {
  const { ownerUrl, smtpUrl, dataDirectory, mailDomain, portal } = settings
  return openHouse({
    ownerUrl,
    connections,
    clock: systemClock(),
    postOffice: smtpUrl === null ? sinkPostOffice(sinkUrl(settings), dataDirectory) : smtpPostOffice(readSmtpUrl(smtpUrl)),
    ...(mailDomain === undefined ? {} : { mailDomain }),
    ...(portal === undefined ? {} : { portal }),
  })
}
