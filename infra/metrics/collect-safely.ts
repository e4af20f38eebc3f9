import type { Gauge } from 'prom-client'

/** During an outage a figure is absent: an old one would pass for a new one, and a failure would hide all the others. */
export async function collectSafely(gauges: readonly Gauge[], collect: () => Promise<void>): Promise<void> {
  for (const gauge of gauges) gauge.reset()
  await collect().catch(() => {
    for (const gauge of gauges) gauge.reset()
  })
}
