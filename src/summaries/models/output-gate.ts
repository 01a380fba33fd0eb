import { hidesText, visibleText } from '../text/invisible.ts'
import { isMachineTalk } from '../text/machine-talk.ts'
import type { ArticleText } from '../summaries-tools.ts'
import { check } from '../summaries-tools.ts'
import type { SummarySentence } from '../summary.ts'
import type { Claim } from './answer.ts'
import { mostSentences, mostWords } from './prompt.ts'

export interface Judged {
  kept: SummarySentence[]
  /** What was held back, and why; for the record and for whoever examines. */
  withheld: { text: string; findings: string[] }[]
}

/** Longer ones are no sentence of a summary, in characters. */
const longest = 400

/**
 * Lets through what may be shown of a model's answer. It is written for a model that is wholly
 * hostile: nothing passes by what the model says of itself. First the form of the text, then that
 * each name and figure stands in the article, then the checker, which knows what the article says.
 */
export function judged(
  claims: readonly Claim[],
  article: ArticleText,
  { mark, struck }: { mark: string; struck: readonly string[] },
): Judged {
  const known = knownIn(article)
  const formed = claims.map((claim) => {
    const text = visibleText(claim.text.replaceAll(mark, ' '))
    return { text, claimed: claim.paragraphs, findings: troubleWith(claim, text, known) }
  })
  const sound = formed.filter(({ findings }) => findings.length === 0)
  const { sentences: checks } = check(
    article,
    sound.map(({ text }) => text),
  )
  const kept: SummarySentence[] = []
  const withheld: Judged['withheld'] = []
  let words = 0
  for (const { text, claimed, findings } of formed) {
    const result = checks[sound.findIndex((each) => each.text === text)]
    const count = text.split(' ').length
    const obstacles = [...findings, ...repeats(text, kept, struck)]
    if (kept.length >= mostSentences || words + count > mostWords)
      obstacles.push('The summary is long enough without it.')
    if (obstacles.length > 0 || result?.verdict !== 'supported') {
      withheld.push({
        text: text.slice(0, longest),
        findings: [...obstacles, ...(result?.findings ?? [])],
      })
      continue
    }
    words += count
    kept.push({ text, evidence: result.evidence, score: result.score, claimed })
  }
  return { kept, withheld }
}

interface Known {
  paragraphs: number
  /** Everything that the article says, in one line. */
  text: string
  words: ReadonlySet<string>
  figures: ReadonlySet<string>
}

function knownIn({
  paragraphs,
  headline = '',
  standfirst = '',
  dateline = '',
}: ArticleText): Known {
  const text = visibleText([headline, standfirst, dateline, ...paragraphs].join(' '))
  return {
    paragraphs: paragraphs.length,
    text,
    words: new Set(wordsIn(text.toLocaleLowerCase())),
    figures: new Set(figuresIn(text)),
  }
}

function troubleWith(claim: Claim, text: string, known: Known): string[] {
  const findings = forms
    .filter(({ holds }) => holds(claim.text, text))
    .map(({ finding }) => finding)
  if (claim.paragraphs.some((n) => n < 0 || n > known.paragraphs))
    findings.push('It claims to rest on a paragraph that the article does not have.')
  for (const figure of figuresIn(text))
    if (!known.figures.has(figure)) findings.push(`The figure ${figure} is not in the article.`)
  for (const name of namesIn(text))
    if (!known.text.includes(name)) findings.push(`The name ${name} is not in the article.`)
  if (!isSameLanguage(text, known)) findings.push('It is not written in the article’s words.')
  return findings
}

const forms: { holds: (raw: string, text: string) => boolean; finding: string }[] = [
  { holds: (_, text) => text === '', finding: 'It is empty.' },
  { holds: (_, text) => text.length > longest, finding: 'It is too long for one sentence.' },
  { holds: (raw) => hidesText(raw), finding: 'It hides characters that nobody can see.' },
  {
    holds: (_, text) =>
      /https?:|www\.|\/\/|\b[\w-]+\.[a-z]{2,}\/|\b[\w-]{2,}\.[a-z]{2,24}\b/iu.test(text),
    finding: 'It holds an address.',
  },
  { holds: (_, text) => /\S@\S/u.test(text), finding: 'It holds a mail address.' },
  {
    holds: (_, text) =>
      /(?:\+|\b00|\(0)\d[\d\s().\/-]{5,}\d|\b0\d{2,4}[\s\/-]\d{3,}|\b\d{3}[\s.-]\d{3,4}[\s.-]\d{4}\b|\b[18]-?[80]00\b/u.test(
        text,
      ),
    finding: 'It holds a telephone number.',
  },
  {
    holds: (_, text) => /[<>{}`\\|[\]^~*_#=]|&\w+;/u.test(text),
    finding: 'It holds mark-up.',
  },
  { holds: (_, text) => isMachineTalk(text), finding: 'It speaks to a machine, not to readers.' },
  { holds: (_, text) => /\?\W*$/u.test(text), finding: 'It is a question.' },
]

function repeats(
  text: string,
  kept: readonly SummarySentence[],
  struck: readonly string[],
): string[] {
  if (struck.includes(text)) return ['An editor took this sentence out before.']
  return kept.some((sentence) => sentence.text === text) ? ['It was said already.'] : []
}

/** Figures without the marks between their digits; "12.4" stays what it is. */
function figuresIn(text: string): string[] {
  return [...text.matchAll(/\p{N}[\p{N}.,:]*/gu)].map(([figure]) =>
    figure.replace(/[.,:]+$/, '').replace(/(?<=\d),(?=\d{3})/g, ''),
  )
}

/** Words with a capital letter or a digit inside, but for the one that opens the sentence. */
function namesIn(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu) ?? []
  return words
    .filter((word, i) => (i > 0 ? /\p{Lu}/u.test(word) : /\p{Lu}.*[\p{Lu}\p{N}]/u.test(word)))
    .map((word) => word.replace(/['’]s$/, ''))
}

/** A summary near its article shares most words with it; a translation or a cipher does not. */
function isSameLanguage(text: string, { words }: Known): boolean {
  const own = wordsIn(text.toLocaleLowerCase())
  if (own.length === 0) return false
  return own.filter((word) => words.has(word)).length / own.length >= 0.8
}

function wordsIn(text: string): string[] {
  return text.match(/\p{L}[\p{L}'’-]*/gu) ?? []
}
