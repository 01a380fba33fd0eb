import {
  checkSentence,
  languageOf,
  type SentenceCheck,
} from '../../src/summaries/summaries-tools.ts'
import { type Pair, readStories, type Story } from '../language-stories.ts'
import { table } from './tables.ts'

/** One sentence about a story, checked. */
export interface CheckedSentence {
  story: Story
  text: string
  check: SentenceCheck
  /** How a true sentence was made, or what is wrong in a wrong one. */
  kind: string
  isTrue: boolean
  /** Whether the true sentence that it comes from is shown: the same for that sentence itself. */
  isBaseShown: boolean
}

export const halves = ['develop', 'held-out'] as const

/** What the checker says of every sentence about these stories. */
export function checkStories(stories: readonly Story[]): CheckedSentence[] {
  return stories.flatMap((story) => story.pairs.flatMap((pair) => checkPair(story, pair)))
}

function checkPair(story: Story, { kind, text, wrong }: Pair): CheckedSentence[] {
  const base = checkSentence(story.article, text)
  const isBaseShown = isShown(base)
  return [
    { story, text, kind, isTrue: true, isBaseShown, check: base },
    ...wrong.map(({ type, text: altered }) => ({
      story,
      text: altered,
      kind: type,
      isTrue: false,
      isBaseShown,
      check: checkSentence(story.article, altered),
    })),
  ]
}

export function isShown({ verdict }: SentenceCheck): boolean {
  return verdict === 'supported'
}

/** How many of some sentences are not shown, and of how many. */
export interface Share {
  of: number
  withheld: number
}

export function withheldOf(sentences: readonly CheckedSentence[]): Share {
  return {
    of: sentences.length,
    withheld: sentences.filter(({ check }) => !isShown(check)).length,
  }
}

/** The section of docs/summary-quality.md about the languages that have no public research sets. */
export function languagesReport(): string {
  const all = new Map(
    [...readStories()].map(([tag, stories]) => [tag, checkStories(stories)] as const),
  )
  return [
    '## Other languages\n',
    'Six invented stories per language (`eval/languages/`), with true sentences close to the wording',
    'and the same sentences with one thing changed. The lists of words were mended by what failed in',
    'the half called develop; what failed in the held-out half was read when they were done, and one',
    'gap closed by it (French “ans”). Stories and lists are by the same hand: the figures say that',
    'the rules work in the language, not how a model errs. “Of those shown” counts only errors in',
    'sentences that are shown when they are right: the others would be withheld either way.\n',
    table(totals(all)),
    'Errors caught by type, held-out half (develop half):\n',
    table(byKind(all, false)),
    'True sentences withheld by the way they were made, held-out half (develop half):\n',
    table(byKind(all, true)),
  ].join('\n')
}

type Checked = ReadonlyMap<string, readonly CheckedSentence[]>

function totals(all: Checked): string[][] {
  const head = ['language', 'half', 'true withheld', 'errors caught', 'of those shown']
  const rows = [...all].flatMap(([tag, sentences]) =>
    halves.map((half) => {
      const own = sentences.filter(({ story }) => story.half === half)
      const wrong = own.filter(({ isTrue }) => !isTrue)
      return [
        nameOf(tag),
        half,
        said(withheldOf(own.filter(({ isTrue }) => isTrue))),
        said(withheldOf(wrong)),
        said(withheldOf(wrong.filter(({ isBaseShown }) => isBaseShown))),
      ]
    }),
  )
  return [head, ...rows]
}

/** A row for each kind of true sentences, or of errors. */
function byKind(all: Checked, isTrue: boolean): string[][] {
  const asked = [...all].map(([tag, sentences]) => {
    const own = sentences.filter((sentence) => sentence.isTrue === isTrue)
    return { tag, own }
  })
  const kinds = [...new Set(asked.flatMap(({ own }) => own.map(({ kind }) => kind)))].sort()
  const share = (own: readonly CheckedSentence[], kind: string, half: string) =>
    brief(withheldOf(own.filter((each) => each.kind === kind && each.story.half === half)))
  return [
    [isTrue ? 'made by' : 'error', ...asked.map(({ tag }) => nameOf(tag))],
    ...kinds.map((kind) => [
      kind,
      ...asked.map(({ own }) => `${share(own, kind, 'held-out')} (${share(own, kind, 'develop')})`),
    ]),
  ]
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames('en', { type: 'language' }).of(languageOf(tag)?.tag ?? tag) ?? tag
}

function said({ of, withheld }: Share): string {
  const share = of === 0 ? 0 : (100 * withheld) / of
  return `${withheld} of ${of} (${share.toFixed(1)} %)`
}

function brief({ of, withheld }: Share): string {
  return of === 0 ? 'none' : `${withheld}/${of}`
}
