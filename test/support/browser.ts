import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { findBrowser } from './find-browser.ts'

export type OpenBrowser = { readonly context: BrowserContext; close(): Promise<void> }

/** A browser with a profile of its own, which goes when it closes. @throws Error where there is none: pages that nobody looked at have not passed */
export async function openBrowser(): Promise<OpenBrowser> {
  const { executablePath, environment } = await findBrowser()
  const profile = await mkdtemp(join(tmpdir(), 'follow-up-browser-'))
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: ['--no-sandbox', ...quiet],
    env: { ...process.env, ...environment },
  })
  return {
    context,
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
