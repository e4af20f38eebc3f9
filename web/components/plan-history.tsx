import type { PlanOutline } from '../../domain/views/plan-outline.ts'
import { type PageWording, tell } from '../words.ts'
import { dayText } from './said.tsx'

type KnownOutline = Exclude<PlanOutline, { status: 'unknown' }>

/** How a plan was revised and closed, each time with its reason. */
export const PlanHistory = ({ wording, outline: { revisions, closed } }: { wording: PageWording; outline: KnownOutline }) => (
  <>
    {revisions.map(({ revision, on, reason, changes }) => (
      <div class="note">
        <p>
          <strong>{tell(wording, 'planRevision', { number: revision, date: dayText(wording, on) })}</strong>: <bdi lang="en">{reason}</bdi>
        </p>
        <ul>
          {changes.map(({ row, from, to }) => (
            <li>
              <bdi>{row}</bdi>: <bdi>{from ?? '–'}</bdi> {wording.direction === 'rtl' ? '←' : '→'} <bdi>{to ?? '–'}</bdi>
            </li>
          ))}
        </ul>
      </div>
    ))}
    {closed !== null && (
      <p class="note">
        <strong>{tell(wording, 'planClosed', { date: dayText(wording, closed.on) })}</strong>: <bdi lang="en">{closed.reason}</bdi>
      </p>
    )}
  </>
)
