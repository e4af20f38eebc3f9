import { reckoned } from '../../activities/letters/instrument-lines.ts'
import { provision } from '../../activities/letters/legal-words.ts'
import { inset, say } from '../../activities/letters/phrase.ts'
import { word } from '../../activities/letters/wording.ts'
import type { InstrumentObligation } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import { sessionOf } from '../pages/session-of.ts'
import { type PageWording, tell } from '../words.ts'
import { Day, dayText, Said } from './said.tsx'

type DeadlineProps = { readonly wording: PageWording; readonly state: InstrumentObligation; readonly deadline: InstrumentObligation['deadlines'][number] }

/** One date of an adopted instrument with its reckoning, so that a reader can do the sum again and find the source. */
export const Deadline = ({ wording, state, deadline }: DeadlineProps) => {
  const { stage, dueOn, exceptional, reckoning, printed } = deadline
  const { closing, rule } = state
  const facts = { stage, date: dueOn, exceptional, provisional: closing.provisional }
  const { organization, body, number } = sessionOf(wording, closing.session)
  const event = { kind: 'session-closing', session: number, organization, body } as const
  const unconfirmed = rule.convention.status !== 'confirmed'
  return (
    <article class="deadline">
      <h3>
        {word(wording, 'stages', stage)}: <Day wording={wording} day={dueOn} />
        {closing.provisional && <span class="flag">{tell(wording, 'provisional')}</span>}
      </h3>
      {exceptional && <p>{tell(wording, 'deadlineExceptional')}</p>}
      <p>
        <Said phrase={reckoned({ ...facts, reckoning: { ...reckoning, event, unconfirmed } }, wording)} />
      </p>
      {printed !== null && (
        <p>
          <Said
            phrase={
              printed.date === reckoning.dueOn
                ? say(wording, 'printedSame', { source: inset(citation(printed.source), { language: 'en' }) })
                : say(wording, 'printedDiffers', { source: inset(citation(printed.source), { language: 'en' }), dueOn: dayText(wording, reckoning.dueOn) })
            }
          />{' '}
          {tell(wording, 'wording')}:{' '}
          <q lang={printed.language} dir="auto">
            {printed.wording}
          </q>
        </p>
      )}
      {closing.provisional && <p class="caution">{tell(wording, 'provisionalReckoning')}</p>}
      {closing.status === 'contradicted' && <p class="caution">{tell(wording, 'contradictedClosing')}</p>}
      {unconfirmed && <p class="caution">{tell(wording, printed === null ? 'unconfirmedConvention' : 'unconfirmedButPrinted')}</p>}
      <p class="quiet">
        {tell(wording, 'rule')}: <Said phrase={provision(wording, rule.provision)} />. {tell(wording, 'source')}:{' '}
        <bdi lang="en">{rule.source.map(citation).join('; ')}</bdi>
      </p>
    </article>
  )
}
