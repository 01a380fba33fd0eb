import { parseArgs } from 'node:util'
import type { ArticleText } from '../checker/source.ts'
import {
  answerLines,
  BadInput,
  type CommandIo,
  exit,
  readInput,
  reporting,
  requiredText,
  textOf,
} from './command-io.ts'
import { type ExtractOptions, summarize } from '../extract/summarize.ts'
import { languageOf } from '../language/languages.ts'
import { unwrapped } from '../text/unwrapped.ts'
import { articleFromText } from './plain-article.ts'

/**
 * `summarize [FILE] [--sentences N] [--words N] [--language TAG]`: plain text in, JSON out.
 * `summarize --jsonl [FILE]`: lines `{id, title?, article, language?}` in, `{id, sentences, trouble?}` out.
 */
export async function summarizeCommand(args: readonly string[], io: CommandIo): Promise<number> {
  return await reporting(io, async () => {
    const { path, jsonl, options, language } = parse(args)
    if (jsonl) return await answerLines(io, path, (record) => answer(record, options, language))
    const text = await readInput(io, path)
    if (text.trim() === '') throw new BadInput(`${path ?? 'standard input'}: there is no text`)
    const article = { ...articleFromText(text), ...(language ? { language } : {}) }
    io.out(`${JSON.stringify(summarize(article, options))}\n`)
    return exit.done
  })
}

function answer(
  record: Record<string, unknown>,
  options: ExtractOptions,
  language: string | undefined,
) {
  const headline = textOf(record, 'title')
  const tag = textOf(record, 'language') ?? language
  const article: ArticleText = {
    paragraphs: unwrapped(requiredText(record, 'article')).split('\n'),
    ...(headline === undefined ? {} : { headline }),
    ...(tag === undefined ? {} : { language: tag }),
  }
  const { sentences, trouble } = summarize(article, options)
  return {
    id: record.id,
    sentences: sentences.map(({ text }) => text),
    ...(trouble === undefined ? {} : { trouble }),
  }
}

function parse(args: readonly string[]) {
  const { values, positionals } = parsed(args)
  if (positionals.length > 1) throw new BadInput('summarize takes one file')
  if (values.language !== undefined && !languageOf(values.language))
    throw new BadInput(`the language “${values.language}” is not known here`)
  const sentences = count('--sentences', values.sentences)
  const words = count('--words', values.words)
  const options = {
    ...(sentences === undefined ? {} : { sentences }),
    ...(words === undefined ? {} : { words }),
  }
  return { path: positionals[0], jsonl: values.jsonl ?? false, options, language: values.language }
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        jsonl: { type: 'boolean' },
        sentences: { type: 'string' },
        words: { type: 'string' },
        language: { type: 'string' },
      },
    })
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : 'arguments not understood')
  }
}

const mostAsked = 1000

function count(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (!Number.isInteger(number) || number < 1 || number > mostAsked)
    throw new BadInput(`${name} takes a whole number from 1 to ${mostAsked}, not “${value}”`)
  return number
}
