import { failsQuotation } from '../../src/summaries/checker/check-sentence.ts'
import { compare } from '../../src/summaries/checker/comparison.ts'
import { findingsOf } from '../../src/summaries/checker/rules.ts'
import { readSource, type Source } from '../../src/summaries/checker/source.ts'
import { lexiconOf } from '../../src/summaries/language/lexicon.ts'
import { termsOf } from '../../src/summaries/language/terms.ts'
import { english } from '../../src/summaries/language/words/english/english.ts'
import { alterations, quotationIn, type QuotedSentence } from '../invented/altered-quotations.ts'
import { articleOf, readSummaries } from '../data.ts'
import { hundredths, table } from './tables.ts'

const lexicon = lexiconOf(english)
/** Quoted sentences that are taken of each article. */
const perArticle = 3

/** Quotations altered in every way we know, and true ones in other marks, as Markdown. */
export function quotationReport(): { bars: string[][]; text: string; missed: string[] } {
  const tried = new Map<string, { count: number; caught: number }>()
  const missed: string[] = []
  for (const { article } of readSummaries()) {
    const source = readSource(articleOf(article), lexicon)
    for (const sentence of quotedSentencesOf(source))
      for (const [name, text] of [...alteredVersions(sentence), ...trueVersions(sentence)]) {
        const caught = isFlagged(text, source)
        const sum = tried.get(name) ?? { count: 0, caught: 0 }
        tried.set(name, { count: sum.count + 1, caught: sum.caught + Number(caught) })
        if (caught === name.startsWith('true')) missed.push(`${name}: ${text}`)
      }
  }
  return { ...written(tried), missed }
}

function isFlagged(text: string, source: Source): boolean {
  const comparison = compare(text, termsOf(text, lexicon), source)
  return comparison === undefined || failsQuotation(findingsOf(comparison))
}

function quotedSentencesOf(source: Source): QuotedSentence[] {
  const plain = source.sentences.find(
    ({ text }) => !/["“”'‘’]/.test(text) && text.length > 60,
  )?.text
  const names = [
    ...new Set(source.sentences.flatMap(({ text }) => text.match(personal) ?? [])),
  ].filter((name) =>
    termsOf(`x ${name}`, lexicon)
      .slice(1)
      .every(({ kind, groups }) => kind === 'content' && groups.length === 0),
  )
  const words = [
    ...new Set(source.sentences.flatMap(({ text }) => text.match(/\b\p{Ll}{5,}\b/gu) ?? [])),
  ]
  return source.sentences
    .flatMap(({ text }) => {
      const quotation = quotationIn(text)
      if (!quotation) return []
      const strangers = words.filter((word) => !text.includes(word)).slice(0, 1)
      const others = names.filter((name) =>
        name.split(' ').every((part) => !text.toLowerCase().includes(part.toLowerCase())),
      )
      return [{ text, ...quotation, names: others, strangers, plain }]
    })
    .slice(0, perArticle)
}

const personal = /\b\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+\b/gu

function alteredVersions(sentence: QuotedSentence): [string, string][] {
  return Object.entries(alterations).flatMap(([name, alter], at) => {
    const text = alter(sentence)
    return text === undefined || text === sentence.text
      ? []
      : [[name, inMarks(text, at)] as [string, string]]
  })
}

function trueVersions({ text }: QuotedSentence): [string, string][] {
  return [
    ['true: as it is', text],
    ['true: in curly marks', inMarks(text, 1)],
    ['true: in guillemets', inMarks(text, 2)],
  ]
}

/** The article's own marks, curly ones or guillemets, in turn. */
function inMarks(text: string, turn: number): string {
  const [open, close] = [undefined, ['“', '”'], ['«', '»']][turn % 3] ?? []
  if (open === undefined || close === undefined) return text
  return text.replace(/["“”]([^"“”]+)["“”]/g, `${open}$1${close}`)
}

function written(tried: ReadonlyMap<string, { count: number; caught: number }>) {
  const isTrue = (name: string) => name.startsWith('true')
  const sum = (wanted: boolean) => {
    const some = [...tried].filter(([name]) => isTrue(name) === wanted).map(([, counts]) => counts)
    const count = some.reduce((all, each) => all + each.count, 0)
    return { count, share: some.reduce((all, each) => all + each.caught, 0) / count }
  }
  const rows = [...tried].map(([name, { count, caught }]) => [
    name,
    String(count),
    hundredths(caught / count),
  ])
  const [altered, untouched] = [sum(false), sum(true)]
  return {
    bars: [
      ['altered quotation or its speaker: caught by rule', '100', '', hundredths(altered.share)],
      ['true quotations: flagged by rule', '', '0', hundredths(untouched.share)],
    ],
    text: [
      '## Quotations\n',
      `${altered.count} quotations of the summaries' articles, altered; ${untouched.count} true ones. Caught and flagged`,
      'are those that the rules for quotations and their speakers refuse, whatever the trees say.\n',
      table([['what was done', 'sentences', 'flagged'], ...rows]),
    ].join('\n'),
  }
}
