import type { PlanOutline } from '../../domain/status/plan-outline.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { dayText } from './message.tsx'

type KnownOutline = Exclude<PlanOutline, { status: 'unknown' }>

/** How a plan was revised and closed, each time with its reason. */
export const PlanHistory = ({ catalog, outline: { revisions, closed } }: { catalog: PageCatalog; outline: KnownOutline }) => (
  <>
    {revisions.map(({ revision, on, reason, changes }) => (
      <div class="note">
        <p>
          <strong>{formatText(catalog, 'planRevision', { number: revision, date: dayText(catalog, on) })}</strong>: <bdi lang="en">{reason}</bdi>
        </p>
        <ul>
          {changes.map(({ row, from, to }) => (
            <li>
              <bdi>{row}</bdi>: <bdi>{from ?? '–'}</bdi> {catalog.direction === 'rtl' ? '←' : '→'} <bdi>{to ?? '–'}</bdi>
            </li>
          ))}
        </ul>
      </div>
    ))}
    {closed !== null && (
      <p class="note">
        <strong>{formatText(catalog, 'planClosed', { date: dayText(catalog, closed.on) })}</strong>: <bdi lang="en">{closed.reason}</bdi>
      </p>
    )}
  </>
)
