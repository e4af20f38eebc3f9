import { word } from '../../documents/catalogs/catalog.ts'
import { provision } from '../../documents/catalogs/legal-terms.ts'
import { formatMessage, placeable } from '../../documents/catalogs/message.ts'
import { computed } from '../../documents/letters/instrument-lines.ts'
import type { InstrumentObligation } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { sessionOf } from '../pages/session-of.ts'
import { Day, dayText, MessageText } from './message.tsx'

type DeadlineProps = { readonly catalog: PageCatalog; readonly state: InstrumentObligation; readonly deadline: InstrumentObligation['limits'][number] }

/** One date of an adopted instrument with its reckoning, so that a reader can do the sum again and find the source. */
export const Limit = ({ catalog, state, deadline }: DeadlineProps) => {
  const { limit, dueOn, exceptional, computation, printed } = deadline
  const { closing, rule } = state
  const facts = { limit, date: dueOn, exceptional, provisional: closing.provisional }
  const { organization, body, number } = sessionOf(catalog, closing.session)
  const event = { kind: 'session-closing', session: number, organization, body } as const
  const unconfirmed = rule.convention.status !== 'confirmed'
  return (
    <article class="deadline">
      <h3>
        {word(catalog, 'limits', limit)}: <Day catalog={catalog} day={dueOn} />
        {closing.provisional && <span class="flag">{formatText(catalog, 'provisional')}</span>}
      </h3>
      {exceptional && <p>{formatText(catalog, 'deadlineExceptional')}</p>}
      <p>
        <MessageText phrase={computed({ ...facts, computation: { ...computation, event, unconfirmed } }, catalog)} />
      </p>
      {printed !== null && (
        <p>
          <MessageText
            phrase={
              printed.date === computation.dueOn
                ? formatMessage(catalog, 'printedSame', { source: placeable(citation(printed.source), { language: 'en' }) })
                : formatMessage(catalog, 'printedDiffers', {
                    source: placeable(citation(printed.source), { language: 'en' }),
                    dueOn: dayText(catalog, computation.dueOn),
                  })
            }
          />{' '}
          {formatText(catalog, 'wording')}:{' '}
          <q lang={printed.language} dir="auto">
            {printed.wording}
          </q>
        </p>
      )}
      {closing.provisional && <p class="caution">{formatText(catalog, 'provisionalReckoning')}</p>}
      {closing.status === 'contradicted' && <p class="caution">{formatText(catalog, 'contradictedClosing')}</p>}
      {unconfirmed && <p class="caution">{formatText(catalog, printed === null ? 'unconfirmedConvention' : 'unconfirmedButPrinted')}</p>}
      <p class="quiet">
        {formatText(catalog, 'rule')}: <MessageText phrase={provision(catalog, rule.provision)} />. {formatText(catalog, 'source')}:{' '}
        <bdi lang="en">{rule.source.map(citation).join('; ')}</bdi>
      </p>
    </article>
  )
}
