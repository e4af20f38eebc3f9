import { systemClock } from '../clock/system-clock.ts'
import { closedPostOffice } from '../mail/closed-post-office.ts'
import type { ProcessSettings } from '../processes/process-settings.ts'
import { type OpenInstallation, openInstallation } from './installation.ts'

/** The live installation as one of its processes opens it. Letters leave from the worker alone. */
export function openLiveInstallation(settings: ProcessSettings, connections: number, postOffice = closedPostOffice): Promise<OpenInstallation> {
  const { urlOf, mailDomain, portal } = settings
  return openInstallation({
    serviceUrl: urlOf('service'),
    connections,
    clock: systemClock(),
    postOffice,
    ...(mailDomain === undefined ? {} : { mailDomain }),
    ...(portal === undefined ? {} : { portal }),
  })
}
