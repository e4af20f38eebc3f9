import { Gauge, type Registry } from 'prom-client'

export type Reading<Label extends string> = { readonly labels: Readonly<Record<Label, string>>; readonly value: number }

/**
 * A figure that is read at each scrape.
 *
 * During an outage it is absent: an old figure would pass for a new one, and a failure would hide all the others.
 */
export function scrapedGauge<Label extends string>(
  registry: Registry,
  { name, help, labels }: { readonly name: string; readonly help: string; readonly labels: readonly Label[] },
  read: () => Promise<readonly Reading<Label>[]>,
): void {
  new Gauge({
    name,
    help,
    labelNames: labels,
    registers: [registry],
    async collect() {
      const readings = await read().catch(() => [])
      this.reset()
      for (const reading of readings) this.set(reading.labels, reading.value)
    },
  })
}
