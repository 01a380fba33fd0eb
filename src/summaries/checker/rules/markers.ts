import type { Comparison } from '../comparison.ts'
import type { Finding } from '../findings.ts'

/** In languages that say with a small word before a name what it does: the same one is there. */
export function markersAreKept({ claim, passage, source }: Comparison): Finding[] {
  const { roleMarkers } = source.lexicon.language
  if (!roleMarkers) return []
  return claim.flatMap((term, at) => {
    const partner = passage.alignment.pairs[at] as number
    const own = claim[at - 1]?.text.toLowerCase() ?? ''
    const other = passage.anchor.terms[partner - 1]?.text.toLowerCase() ?? ''
    if (partner < 1 || own === other || !roleMarkers.has(own) || !roleMarkers.has(other)) return []
    const text = `“${own} ${term.text}” where the article has “${other} ${term.text}”.`
    return [{ rule: 'role', weight: 0.6, text }]
  })
}
