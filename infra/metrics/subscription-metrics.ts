import { Gauge, type Registry } from 'prom-client'
import type { Lag } from '../subscriptions/lag.ts'
import { collectSafely } from './collect-safely.ts'

/** A reader of the log, as metrics see it. */
export type MeasuredSubscription = { readonly name: string; position(): Promise<number>; lag(): Promise<Lag> }

/** How far a reader of the log is, and how far behind the head. Measured at each scrape. */
export function measureSubscription(registry: Registry, subscription: MeasuredSubscription): void {
  const labels = { subscription: subscription.name }
  const gauge = (name: string, help: string) => new Gauge({ name, help, labelNames: ['subscription'], registers: [registry] })
  const seconds = gauge('follow_up_subscription_lag_seconds', 'Age of the oldest event that the subscription has not handled')
  const position = gauge('follow_up_subscription_position', 'Position of the last event that the subscription handled')
  new Gauge({
    name: 'follow_up_subscription_lag_events',
    help: 'Events recorded that the subscription has not handled',
    labelNames: ['subscription'],
    registers: [registry],
    async collect() {
      await collectSafely([this, seconds, position], async () => {
        const lag = await subscription.lag()
        this.set(labels, lag.events)
        seconds.set(labels, lag.seconds)
        position.set(labels, await subscription.position())
      })
    },
  })
}
