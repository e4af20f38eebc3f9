import type { Child } from 'hono/jsx'

/** A part of a page under its heading. @param name of which the page has one */
export const Section = ({ name, title, children }: { name: string; title: string; children?: Child }) => (
  <section aria-labelledby={name}>
    <h2 id={name}>{title}</h2>
    {children}
  </section>
)
