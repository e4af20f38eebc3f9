import type { Language } from '../../domain/languages.ts'

/** The words of a document as it prints them, in their own language and direction; its paragraphs stay apart. */
export const Printed = ({ printed: { language, text } }: { printed: { readonly language: Language; readonly text: string } }) => (
  <blockquote class="printed" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
    {text
      .split(/\n+/)
      .filter((paragraph) => paragraph.trim() !== '')
      .map((paragraph) => (
        <p>{paragraph}</p>
      ))}
  </blockquote>
)
