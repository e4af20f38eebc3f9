import { word } from '../../activities/letters/wording.ts'
import type { LetterRow } from '../../activities/views.ts'
import { type PageWording, tell } from '../words.ts'
import { Day } from './said.tsx'

type LetterListProps = {
  readonly wording: PageWording
  readonly base: string
  readonly letters: readonly LetterRow[]
  readonly nameOf?: ((debtor: string) => string) | undefined
}

export const LetterList = ({ wording, base, letters, nameOf }: LetterListProps) =>
  letters.length === 0 ? (
    <p>{tell(wording, 'noLetters')}</p>
  ) : (
    <ol class="letters">
      {letters.map(({ id, letter }) => (
        <li>
          <a href={`${base}/letters/${encodeURIComponent(id)}`}>
            {word(wording, 'letterKinds', letter.kind)}
            {nameOf !== undefined && <>: {nameOf(letter.debtor)}</>}
          </a>
          <Day wording={wording} day={letter.sentOn ?? letter.issuedOn} />
          <span class={`mark letter-${letter.outcome}`}>{word(wording, 'letterOutcomes', letter.outcome)}</span>
        </li>
      ))}
    </ol>
  )
