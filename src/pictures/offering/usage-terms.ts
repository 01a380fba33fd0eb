import { createHash } from 'node:crypto'

/**
 * Whether prose limits of use ("TURKEY OUT", "NO ARCHIVAL USE") let a picture be shown here: the
 * reason why not, in words, or undefined. No machine reads such prose: every picture that comes
 * with some waits until an editor has confirmed these very words for it. `confirmed` is what
 * `termsKey` gave for the words that were confirmed.
 */
export function usageAllows(
  terms: readonly string[],
  confirmed: string | null,
): string | undefined {
  const said = spoken(terms)
  if (said.length === 0 || confirmed === termsKey(terms)) return undefined
  return `Its terms of use have to be confirmed: “${said.join('” “')}”`
}

/** Names these terms: other words, another name. */
export function termsKey(terms: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(spoken(terms)))
    .digest('base64url')
    .slice(0, 22)
}

function spoken(terms: readonly string[]): string[] {
  return [...new Set(terms.map((term) => term.replace(/\s+/g, ' ').trim()))]
    .filter((term) => term !== '')
    .sort()
}
