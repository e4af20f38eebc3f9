import { wordsOfKind } from '../../documents/catalogs/catalog.ts'
import { number, provision } from '../../documents/catalogs/legal-terms.ts'
import { formatMessage } from '../../documents/catalogs/message.ts'
import type { ProvisionBasis, RowBasis } from '../../domain/obligation/basis.ts'
import { closingOf } from '../../domain/obligation/limit.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import { formOf } from '../../domain/report/form.ts'
import { formatText, type PageCatalog, type PageMessage } from '../page-catalog.ts'
import { DateStatusFlag } from './date-status.tsx'
import { Fact } from './fact.tsx'
import { Day, dayText, MessageText, separator } from './message.tsx'
import { OwnWords, ownWords } from './own-words.tsx'
import { Printed } from './printed.tsx'
import { PrintedTiming } from './printed-timing.tsx'
import { SessionName } from './session-name.tsx'

type StateProps = { readonly catalog: PageCatalog; readonly state: KnownObligation }

const ends: Readonly<Record<KnownObligation['kindSnapshot']['discharge']['by'], PageMessage>> = {
  'complete-report': 'endsByReport',
  target: 'endsByTarget',
}

/** What an obligation is, who owes it, and what asks it. */
export const ObligationFacts = ({ catalog, id, state, party }: StateProps & { readonly id: string; readonly party: string }) => {
  const { basis, kindSnapshot, target } = state
  return (
    <>
      <Fact label={wordsOfKind(catalog, state.organization, state.kind).labels.obligation ?? formatText(catalog, 'kind')}>
        <OwnWords catalog={catalog} organization={state.organization} texts={kindSnapshot.name} />
      </Fact>
      <Fact label={formatText(catalog, 'owedBy')}>{party}</Fact>
      {basis.type === 'provision' ? (
        <ProvisionFacts catalog={catalog} state={state} basis={basis} />
      ) : (
        <RowFacts catalog={catalog} organization={state.organization} basis={basis} />
      )}
      {target !== null && (
        <Fact label={formatText(catalog, 'target')}>
          <MessageText
            phrase={formatMessage(catalog, 'target', {
              value: number(catalog, String(target.atLeast)),
              unit: ownWords(catalog, state.organization, target.unit),
            })}
          />
        </Fact>
      )}
      {formOf(kindSnapshot.report).mayStateCircumstances && (
        <Fact label={formatText(catalog, 'circumstances')}>{formatText(catalog, state.circumstancesStated ? 'circumstancesStated' : 'circumstancesNone')}</Fact>
      )}
      <Fact label={formatText(catalog, 'ends')}>{formatText(catalog, ends[kindSnapshot.discharge.by])}</Fact>
      <Fact label={formatText(catalog, 'reference')}>
        <code>{id}</code>
      </Fact>
    </>
  )
}

const ProvisionFacts = ({ catalog, state, basis }: StateProps & { readonly basis: ProvisionBasis }) => {
  const closing = closingOf(state)
  return (
    <>
      <Fact label={formatText(catalog, 'provision')}>
        <MessageText phrase={provision(catalog, basis.rule.provision)} />
      </Fact>
      <Fact label={formatText(catalog, 'adoptedOn')}>
        <Day catalog={catalog} day={basis.adoptedOn} />
        {state.session !== null && (
          <>
            {separator(catalog)}
            <SessionName catalog={catalog} session={state.session} />
          </>
        )}
      </Fact>
      {closing !== null && (
        <Fact label={formatText(catalog, 'countedFrom')}>
          {formatText(catalog, closing.provisional ? 'closingProvisional' : 'closedOn', { date: dayText(catalog, closing.date) })}
          <DateStatusFlag catalog={catalog} status={closing.status} />
        </Fact>
      )}
    </>
  )
}

type RowProps = { readonly catalog: PageCatalog; readonly organization: string; readonly basis: RowBasis }

const RowFacts = ({ catalog, organization, basis: { row, responsible } }: RowProps) => (
  <>
    {responsible !== undefined && (
      <Fact label={formatText(catalog, 'responsible')}>
        <bdi lang="en">{responsible}</bdi>
      </Fact>
    )}
    <Fact label={formatText(catalog, 'row')}>
      <bdi>{row.id}</bdi>
    </Fact>
    <Fact label={formatText(catalog, 'source')}>
      <bdi lang="en">{row.source.map(citation).join('; ')}</bdi>
    </Fact>
    <Fact label={formatText(catalog, 'wording')}>
      <Printed printed={row.printed} />
    </Fact>
    <Fact label={formatText(catalog, 'rowTiming')}>
      <PrintedTiming catalog={catalog} organization={organization} language={row.printed.language} timing={row.timing} />
    </Fact>
  </>
)
