/** Characters that a subject line gives to one title. */
const longest = 90

/** A title as a subject or a calendar can show it: a sentence without the mark at its end, cut at a word where it is long. */
export function shortTitle(title: string): string {
  const bare = title.trim().replace(/[.;؛]$/, '')
  if (bare.length <= longest) return bare
  const cut = bare.slice(0, longest)
  const end = cut.lastIndexOf(' ')
  return `${(end === -1 ? cut : cut.slice(0, end)).replace(/[,;:،؛]$/, '')}…`
}
