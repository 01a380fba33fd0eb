import { parseArgs } from 'node:util'
import { check } from '../checker/check.ts'
import type { ArticleText } from '../checker/source.ts'
import {
  answerLines,
  BadInput,
  type CommandIo,
  exit,
  readNamed,
  reporting,
  requiredText,
  textOf,
} from './command-io.ts'
import { unwrapped } from '../text/unwrapped.ts'
import { articleFromText } from './plain-article.ts'

/**
 * `check --article FILE --summary FILE [--language TAG]`: JSON out; exit code 0 if every sentence
 * is supported, 1 if not. `check --jsonl [FILE]`: lines `{id, article, summary, language?}` in,
 * `{id, verdict, score, sentences}` out.
 */
export async function checkCommand(args: readonly string[], io: CommandIo): Promise<number> {
  return await reporting(io, async () => {
    const { values, positionals } = parsed(args)
    const { language } = values
    if (values.jsonl)
      return await answerLines(io, positionals[0], (record) => answer(record, language))
    if (values.article === undefined || values.summary === undefined || positionals.length > 0)
      throw new BadInput('check takes --article FILE --summary FILE, or --jsonl')
    const text = await readNamed(io, values.article)
    if (text.trim() === '') throw new BadInput(`${values.article}: there is no text`)
    const summary = await readNamed(io, values.summary)
    if (summary.trim() === '') throw new BadInput(`${values.summary}: there is no text`)
    const checked = check({ ...articleFromText(text), ...(language ? { language } : {}) }, summary)
    io.out(`${JSON.stringify(checked)}\n`)
    return checked.verdict === 'supported' ? exit.done : exit.notSupported
  })
}

function answer(record: Record<string, unknown>, language: string | undefined) {
  const tag = textOf(record, 'language') ?? language
  const article: ArticleText = {
    paragraphs: unwrapped(requiredText(record, 'article')).split('\n'),
    ...(tag === undefined ? {} : { language: tag }),
  }
  const { verdict, score, sentences } = check(article, summaryOf(record))
  const supported = verdict === 'supported' ? 'supported' : 'unsupported'
  return { id: record.id, verdict: supported, score, sentences }
}

/** One text, or a list of sentences. */
function summaryOf({ summary }: Record<string, unknown>): string | string[] {
  if (typeof summary === 'string') return summary
  if (Array.isArray(summary) && summary.every((one) => typeof one === 'string')) return summary
  throw new BadInput('“summary” is neither a text nor a list of texts')
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        jsonl: { type: 'boolean' },
        article: { type: 'string' },
        summary: { type: 'string' },
        language: { type: 'string' },
      },
    })
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : 'arguments not understood')
  }
}
