/** The longest slug, so that an address fits on one line of a message. */
const longest = 80

/**
 * The part of an address that names an article: `Harbour fire: 3 held` becomes
 * `harbour-fire-3-held`. Letters that have no Latin form are left out; nothing left gives `story`.
 */
export function slugOf(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
  let slug = ''
  for (const word of words) {
    if (slug.length + word.length + 1 > longest) break
    slug += (slug === '' ? '' : '-') + word
  }
  return slug === '' ? words[0]?.slice(0, longest) || 'story' : slug
}
