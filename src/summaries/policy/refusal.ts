import type { Article } from '../../articles/articles.ts'
import type { RefusedKind, SummaryPolicy } from './policy.ts'

/** What may be made of an article, and in a sentence for readers why no more. */
export type Permission =
  { summary: 'none'; kind: string; reason: string } | { summary: 'extract' | 'model' }

type Facts = Pick<
  Article,
  'machineUse' | 'section' | 'headline' | 'slugline' | 'subjects' | 'genres'
>

/** Rights come first: a licence that forbids it is not lifted by any policy. */
export function permissionFor(article: Facts, policy: SummaryPolicy): Permission {
  if (article.machineUse === 'refused') {
    return {
      summary: 'none',
      kind: 'rights',
      reason: 'Whoever holds the rights to this story does not let machines use its text.',
    }
  }
  const kind = policy.refusedKinds.find((candidate) => isOfKind(article, candidate))
  if (kind) return { summary: 'none', kind: kind.name, reason: kind.reason }
  return { summary: article.machineUse === 'extract' ? 'extract' : 'model' }
}

function isOfKind(article: Facts, kind: RefusedKind): boolean {
  const genres = article.genres ?? []
  const subjects = article.subjects.flatMap(({ uri, name }) => [uri ?? '', name ?? ''])
  return (
    kind.sections.includes(article.section) ||
    kind.genres.some((wanted) => genres.some((given) => isNamed(given, wanted))) ||
    kind.subjects.some((wanted) => subjects.some((given) => isNamed(given, wanted))) ||
    kind.keywords.some((word) => opens(article.headline, word) || stands(article.slugline, word))
  )
}

/** An address must be the same; a name may be part of a longer one, at the borders of words. */
function isNamed(given: string, wanted: string): boolean {
  if (/^https?:/.test(wanted) || /^https?:/.test(given)) return given === wanted
  return bounded(wanted, '(?<![\\p{L}\\p{N}])', '(?![\\p{L}\\p{N}])').test(given)
}

/** "Opinion: …", "LIVE | …", "[Column] …"; not "Live music returns". */
function opens(headline: string, word: string): boolean {
  return bounded(word, '^\\s*[\\[(]?', '\\s*(?:[:|\\])–—]|-\\s)').test(headline)
}

function stands(slugline: string | undefined, word: string): boolean {
  return (
    slugline !== undefined &&
    bounded(word, '(?:^|[\\s/_\\-,;])', '(?:$|[\\s/_\\-,;])').test(slugline)
  )
}

function bounded(word: string, before: string, after: string): RegExp {
  const source = before + word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') + after
  const known = compiled.get(source)
  if (known) return known
  // A newsroom changes its words now and then; those of before are not needed again.
  if (compiled.size >= mostCompiled) compiled.clear()
  const pattern = new RegExp(source, 'iu')
  compiled.set(source, pattern)
  return pattern
}

/** The same few words are looked for in every article. */
const compiled = new Map<string, RegExp>()
const mostCompiled = 2000
