import { openPaper } from '../../activities/papers/prepare-papers.ts'
import type { UseCaseContext } from '../../activities/use-case-context.ts'
import type { CycleRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { figureLines } from './figure-lines.ts'

/** One line for each paper that the play prepared, then those that its end would give. */
export async function paperLines(
  context: UseCaseContext,
  cycles: readonly CycleRow[],
  sessions: readonly string[],
  lastDay: CalendarDate,
): Promise<readonly object[]> {
  const lines: object[] = []
  for (const row of cycles) if (row.type === 'plan') lines.push(...(await preparedLines(context, row.id, row.cycle.papers)))
  return [...lines, ...(await figureLines(context, cycles, sessions, lastDay))]
}

type Prepared = Extract<CycleRow, { type: 'plan' }>['cycle']['papers']

async function preparedLines(context: UseCaseContext, cycle: string, prepared: Prepared): Promise<readonly object[]> {
  const lines: object[] = []
  for (const { session, dueOn, papers } of prepared)
    for (const { id, language, format } of papers) {
      const opened = await openPaper(context, { id, format })
      if (opened === null) throw new Error(`The paper ${id} cannot be opened`)
      lines.push({ paper: `prepared ${cycle} ${session} ${language}.${format}`, dueOn, figures: figuresIn(new TextDecoder().decode(opened.bytes)) })
    }
  return lines
}

/** Figures of a paper as it was encrypted, by their numbers: each with its value and how many events its annex lists. */
function figuresIn(html: string): Readonly<Record<string, readonly [string, number]>> {
  const found = html.matchAll(/<h3 id="figure_(\d+)">(.*?)<\/h3>\n<(ul|p)(.*?)<\/\3>/gs)
  return Object.fromEntries(
    [...found].map(([, number = '', title = '', , body = '']) => {
      const value = /.*<bdi[^>]*>(?:<strong>)?([^<]*)/s.exec(title)?.[1] ?? ''
      return [number, [value, body.split('<li>').length - 1]]
    }),
  )
}
