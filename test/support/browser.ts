import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'

/** Path of the browser on this machine, or `null`. */
export const browserPath: string | null =
  [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null

/** What a machine without a browser is told, so that nobody takes silence for success. */
export const howToGetOne =
  'No browser was found, so the pages were not looked at. Install Chromium (Debian: apt-get install -y chromium fonts-noto-core) or set CHROMIUM_PATH.'

export type OpenBrowser = { readonly context: BrowserContext; close(): Promise<void> }

/** A browser with a profile of its own, which goes when it closes. */
export async function openBrowser(): Promise<OpenBrowser> {
  if (browserPath === null) throw new Error(howToGetOne)
  const profile = await mkdtemp(join(tmpdir(), 'follow-up-browser-'))
  const quiet = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
  const context = await chromium.launchPersistentContext(profile, { executablePath: browserPath, headless: true, args: ['--no-sandbox', ...quiet] })
  return {
    context,
    close: async () => {
      await context.close()
      await rm(profile, { recursive: true, force: true })
    },
  }
}
