import { provision } from '../../documents/catalogs/legal-terms.ts'
import { formatMessage, placeable, toPlainText } from '../../documents/catalogs/message.ts'
import { computed, limitTerm } from '../../documents/letters/computed.ts'
import type { Limit } from '../../domain/obligation/limit.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { sessionOf } from '../pages/session-of.ts'
import { DateStatusFlag } from './date-status.tsx'
import { Day, dayText, MessageText } from './message.tsx'
import { OwnWords, ownWords } from './own-words.tsx'

type LimitProps = { readonly catalog: PageCatalog; readonly state: KnownObligation; readonly limit: Limit }

/** What a limit is called: its own name, or its period. */
export function limitName(catalog: PageCatalog, { organization, kindSnapshot, limits }: KnownObligation, limit: string): string {
  const found = limits.find((each) => each.limit === limit)
  const name = found?.name ?? kindSnapshot.limits.find((rule) => rule.limit === limit)?.name
  if (name !== undefined) return ownWords(catalog, organization, name)
  return found === undefined ? limit : toPlainText(limitTerm(found, catalog))
}

/** One limit with its computation, so that a reader can compute it again and find the source. */
export const LimitArticle = ({ catalog, id, state, limit }: LimitProps & { readonly id: string }) => {
  const { computation } = limit
  const byProvision = computation.by === 'provision'
  const mayMove = limit.provisional && state.status === 'open'
  const session = computation.session === null ? undefined : sessionOf(catalog, computation.session)
  return (
    <article class="deadline">
      <h3>
        {limit.name === null ? toPlainText(limitTerm(limit, catalog)) : <OwnWords catalog={catalog} organization={state.organization} texts={limit.name} />}:{' '}
        <Day catalog={catalog} day={limit.dueOn} />
        {mayMove && <span class="flag">{formatText(catalog, 'provisional')}</span>}
      </h3>
      {limit.exceptional && <p>{formatText(catalog, 'deadlineExceptional')}</p>}
      <p>
        <MessageText phrase={computed(computation, { id, session }, catalog)} />
        {!byProvision && <DateStatusFlag catalog={catalog} status={computation.status} />}
      </p>
      <PrintedDate catalog={catalog} limit={limit} />
      {mayMove && <p class="caution">{formatText(catalog, byProvision ? 'provisionalComputation' : 'dayMayMove')}</p>}
      {byProvision && computation.status === 'contradicted' && <p class="caution">{formatText(catalog, 'contradictedClosing')}</p>}
      <RuleText catalog={catalog} state={state} limit={limit} />
    </article>
  )
}

const PrintedDate = ({ catalog, limit: { printed, computation } }: Omit<LimitProps, 'state'>) => {
  if (printed === null) return null
  const source = placeable(citation(printed.source), { language: 'en' })
  const isSame = printed.date === computation.dueOn
  return (
    <p>
      <MessageText
        phrase={
          isSame
            ? formatMessage(catalog, 'printedSame', { source })
            : formatMessage(catalog, 'printedDiffers', { source, dueOn: dayText(catalog, computation.dueOn) })
        }
      />{' '}
      {formatText(catalog, 'wording')}:{' '}
      <q lang={printed.language} dir="auto">
        {printed.wording}
      </q>
    </p>
  )
}

/** The provision, or the rule of the kind and who set it. */
const RuleText = ({ catalog, state: { basis, kindSnapshot }, limit }: LimitProps) => {
  if (limit.computation.by === 'provision' && basis.type === 'provision') {
    const { convention, provision: cited, source } = basis.rule
    return (
      <>
        {convention.status !== 'confirmed' && (
          <p class="caution">{formatText(catalog, limit.printed === null ? 'unconfirmedConvention' : 'unconfirmedButPrinted')}</p>
        )}
        <p class="quiet">
          {formatText(catalog, 'rule')}: <MessageText phrase={provision(catalog, cited)} />. {formatText(catalog, 'source')}:{' '}
          <bdi lang="en">{source.map(citation).join('; ')}</bdi>
        </p>
      </>
    )
  }
  const { source = [], productDefault = false } = kindSnapshot.limits.find((rule) => rule.limit === limit.limit) ?? {}
  return (
    <>
      {productDefault && (
        <p class="quiet">
          <MessageText phrase={formatMessage(catalog, 'dayDefault')} />
        </p>
      )}
      {source.length > 0 && (
        <p class="quiet">
          {formatText(catalog, 'source')}: <bdi lang="en">{source.map(citation).join('; ')}</bdi>
        </p>
      )}
    </>
  )
}
