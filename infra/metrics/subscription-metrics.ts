import type { Registry } from 'prom-client'
import type { Lag } from '../subscriptions/lag.ts'
import { scrapedGauge } from './scraped-gauge.ts'

/** A reader of the log, as metrics see it. */
export type MeasuredSubscription = { readonly name: string; position(): Promise<number>; lag(): Promise<Lag> }

/** How far a reader of the log is, and how far behind the head. */
export function measureSubscription(registry: Registry, subscription: MeasuredSubscription): void {
  const gauge = (name: string, help: string, read: () => Promise<number>) =>
    scrapedGauge(registry, { name: `follow_up_subscription_${name}`, help, labels: ['subscription'] }, async () => [
      { labels: { subscription: subscription.name }, value: await read() },
    ])
  gauge('position', 'Position of the last event that the subscription handled', () => subscription.position())
  gauge('lag_events', 'Events on record that the subscription has not handled', async () => (await subscription.lag()).events)
  gauge('lag_seconds', 'Age of the oldest event that the subscription has not handled', async () => (await subscription.lag()).seconds)
}
