import { stream } from '../../domain/streams.ts'
import { foldCycle } from '../fold.ts'
import type { ReadingContext } from '../use-case-context.ts'

/** Whether one of these cycles follows an instrument, whose deadlines are counted from the closing of its session. */
export async function followsInstruments({ log }: Pick<ReadingContext, 'log'>, cycles: readonly string[]): Promise<boolean> {
  const { histories } = await log.read(cycles.map(stream.cycle))
  return histories.map(foldCycle).some((cycle) => cycle.status !== 'unknown' && cycle.family === 'instrument')
}
