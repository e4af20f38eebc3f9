import { systemClock } from '../clock/system-clock.ts'
import { sinkPostOffice } from '../mail/sink-post-office.ts'
import { smtpPostOffice } from '../mail/smtp-post-office.ts'
import { readSmtpUrl } from '../mail/smtp-relay.ts'
import { type ProcessSettings, sinkUrl } from '../processes/process-settings.ts'
import { type OpenInstallation, openInstallation } from './installation.ts'

/** The live house as one of its processes opens it. */
export function openLiveInstallation(settings: ProcessSettings, connections: number): Promise<OpenInstallation> {
  const { ownerUrl, smtpUrl, dataDirectory, mailDomain, portal } = settings
  return openInstallation({
    ownerUrl,
    connections,
    clock: systemClock(),
    postOffice: smtpUrl === null ? sinkPostOffice(sinkUrl(settings), dataDirectory) : smtpPostOffice(readSmtpUrl(smtpUrl)),
    ...(mailDomain === undefined ? {} : { mailDomain }),
    ...(portal === undefined ? {} : { portal }),
  })
}
