import type { CommandPorts } from './command-input.ts'
import {
  InputTrouble,
  articleFrom,
  bounded,
  jsonLines,
  paragraphsIn,
  readInput,
  textField,
} from './command-input.ts'
import { check } from './summaries-tools.ts'

const usage =
  'Usage: standfirst check --article FILE --summary FILE\n       standfirst check --jsonl < LINES'

/**
 * Checks somebody's summary against its article. One pair: JSON with a verdict for the whole and
 * for each sentence; exit code 0 when every sentence is supported, 1 when not or when the input is
 * bad. `--jsonl`: a line `{id, verdict, score, sentences}` for each line `{id, article, summary}`.
 */
export async function checkCommand(args: string[], ports: CommandPorts): Promise<number> {
  try {
    if (args.length === 1 && args[0] === '--jsonl') return await checkLines(ports)
    const files = filesIn(args)
    const article = articleFrom(await readInput(files.article, ports), files.article)
    const summary = bounded(await readInput(files.summary, ports), files.summary)
    const checked = check(article, summary)
    ports.out(JSON.stringify(checked))
    return checked.verdict === 'supported' ? 0 : 1
  } catch (error) {
    if (!(error instanceof InputTrouble)) throw error
    ports.err(error.message)
    return 1
  }
}

async function checkLines(ports: CommandPorts): Promise<number> {
  for await (const record of jsonLines(ports.stdin)) {
    const article = { paragraphs: paragraphsIn(textField(record, 'article')), language: 'en' }
    const { verdict, score, sentences } = check(article, textField(record, 'summary'))
    ports.out(
      JSON.stringify({
        id: record['id'],
        // Two words only: what cannot be checked counts as not supported.
        verdict: verdict === 'supported' ? 'supported' : 'unsupported',
        score,
        sentences,
      }),
    )
  }
  return 0
}

function filesIn(args: string[]): { article: string; summary: string } {
  const files: Record<string, string> = {}
  for (let i = 0; i < args.length; i += 2) {
    const [name = '', path] = args.slice(i, i + 2)
    if ((name !== '--article' && name !== '--summary') || path === undefined)
      throw new InputTrouble(usage)
    files[name] = path
  }
  const { '--article': article, '--summary': summary } = files
  if (article === undefined || summary === undefined) throw new InputTrouble(usage)
  return { article, summary }
}
