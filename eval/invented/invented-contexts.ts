import { leansBack } from '../../src/summaries/language/openings.ts'
import { english } from '../../src/summaries/language/words/english/english.ts'
import type { LabelledRow, SummaryRow } from '../data.ts'
import { type Material, namePattern } from '../training/material.ts'
import { pick, type Random } from '../random.ts'

/** Source of the rows made here. */
export const ofContexts = 'invented-context'

/** Sentences of an article that can stand in a summary, and what they ask for. */
interface Placed {
  text: string
  /** Its number among the sentences of the article. */
  at: number
  names: ReadonlySet<string>
}

const drawsPerArticle = 3
const leastWords = 6
const mostWords = 44
/** Nearer than this, what a pronoun means may still be at hand. */
const farAway = 3

/**
 * Two sentences of an article, of which the second is judged: wrong where it opens with a pronoun
 * and the first names somebody else than the article does before it. Right: the same behind its
 * own sentence, and two that ask for nothing, however far apart.
 */
export function contextsOf(row: SummaryRow, article: Material, random: Random): LabelledRow[] {
  const placed = article.sentences
    .map((text, at): Placed => ({ text, at, names: namesIn(text) }))
    .filter(({ text }) => isMiddling(text))
  const leaning = placed.filter(({ text, at }) => at > 0 && leans(text))
  const standing = placed.filter(({ text, names }) => !leans(text) && names.size > 0)
  return Array.from({ length: drawsPerArticle }, () => [
    ...pronounRows(pick(leaning, random), standing, article.sentences, random),
    ...farApart(pick(standing, random), pick(standing, random)),
  ])
    .flat()
    .map(({ name, first, second, faithful }) => ({
      id: `${ofContexts}-${row.id}-${name}`,
      source: ofContexts,
      article: row.article,
      summary: `${first}\n${second}`,
      faithful,
      errorTypes: faithful ? [] : [name],
    }))
}

interface Made {
  name: string
  first: string
  second: string
  faithful: boolean
}

function pronounRows(
  leaning: Placed | undefined,
  standing: readonly Placed[],
  sentences: readonly string[],
  random: Random,
): Made[] {
  const own = leaning && sentences[leaning.at - 1]
  if (!own || !isMiddling(own)) return []
  const meant = namesIn([own, sentences[leaning.at - 2] ?? ''].join(' . '))
  if (meant.size === 0) return []
  const strangers = standing.filter(
    ({ at, names }) =>
      Math.abs(at - leaning.at) >= farAway && ![...names].some((name) => meant.has(name)),
  )
  const other = pick(strangers, random)
  const second = leaning.text
  return [
    ...(leans(own) ? [] : [{ name: 'own sentence before', first: own, second, faithful: true }]),
    ...(other ? [{ name: 'for another', first: other.text, second, faithful: false }] : []),
  ]
}

function farApart(one: Placed | undefined, two: Placed | undefined): Made[] {
  return one && two && one.at < two.at
    ? [{ name: 'far apart', first: one.text, second: two.text, faithful: true }]
    : []
}

const pronoun = /\b(?:he|she|they|it|his|her|him|them|their|its|himself|herself|themselves)\b/i
/** A pronoun so far into a sentence has nothing before it that it could mean. */
const openingWords = 4

/** Does it open with a word that means something said before? */
function leans(text: string): boolean {
  const opening = text.split(' ').slice(0, openingWords).join(' ')
  return (leansBack(text, english) || pronoun.test(opening)) && namesIn(opening).size === 0
}

function namesIn(text: string): Set<string> {
  const names = [...text.matchAll(namePattern)].map(([name]) => name)
  const opening = /^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)+/u.exec(text)?.[0]
  return new Set((opening ? [opening, ...names] : names).flatMap((name) => name.split(' ')))
}

function isMiddling(text: string): boolean {
  const count = text.split(' ').length
  return count >= leastWords && count <= mostWords
}
