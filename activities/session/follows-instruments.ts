import { stream } from '../../domain/streams.ts'
import { foldCycle } from '../fold.ts'
import type { ReadingContext } from '../use-case-context.ts'

/** Whether one of these is a cycle, whose deadlines are counted from the closing of its session. */
export async function followsInstruments({ log }: Pick<ReadingContext, 'log'>, ids: readonly string[]): Promise<boolean> {
  const { histories } = await log.read(ids.map(stream.cycle))
  return histories.map(foldCycle).some(({ status }) => status !== 'unknown')
}
