import type { LetterRow } from '../../activities/views.ts'
import { word } from '../../documents/catalogs/catalog.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { Day } from './message.tsx'

type LetterListProps = {
  readonly catalog: PageCatalog
  readonly base: string
  readonly letters: readonly LetterRow[]
  readonly nameOf?: ((party: string) => string) | undefined
}

export const LetterList = ({ catalog, base, letters, nameOf }: LetterListProps) =>
  letters.length === 0 ? (
    <p>{formatText(catalog, 'noLetters')}</p>
  ) : (
    <ol class="letters">
      {letters.map(({ id, letter }) => (
        <li>
          <a href={`${base}/letters/${encodeURIComponent(id)}`}>
            {word(catalog, 'letterKinds', letter.kind)}
            {nameOf !== undefined && <>: {nameOf(letter.party)}</>}
          </a>
          <Day catalog={catalog} day={letter.sentOn ?? letter.issuedOn} />
          <span class={`mark letter-${letter.outcome}`}>{word(catalog, 'letterOutcomes', letter.outcome)}</span>
        </li>
      ))}
    </ol>
  )
