import type { CommandPorts } from './command-input.ts'
import {
  InputTrouble,
  articleFrom,
  jsonLines,
  paragraphsIn,
  readInput,
  textField,
} from './command-input.ts'
import { summarize } from './summaries-tools.ts'

const usage =
  'Usage: standfirst summarize [FILE] [--sentences N]\n       standfirst summarize --jsonl [--sentences N] < LINES'
const mostSentences = 20

/**
 * Chooses the sentences of a text that sum it up. One text: JSON with method, sentences and their
 * evidence. `--jsonl`: a line `{id, sentences}` for each line `{id, title?, article}`, in order.
 * Exit code 0, or 1 with one line on standard error.
 */
export async function summarizeCommand(args: string[], ports: CommandPorts): Promise<number> {
  try {
    const { file, jsonl, sentences } = argumentsOf(args)
    if (jsonl) await summarizeLines(ports, sentences)
    else {
      const text = await readInput(file, ports)
      ports.out(JSON.stringify(summarize(articleFrom(text, file ?? 'Standard input'), sentences)))
    }
    return 0
  } catch (error) {
    if (!(error instanceof InputTrouble)) throw error
    ports.err(error.message)
    return 1
  }
}

async function summarizeLines(ports: CommandPorts, options: { sentences?: number }): Promise<void> {
  for await (const record of jsonLines(ports.stdin)) {
    const { title } = record
    const article = {
      ...(typeof title === 'string' ? { headline: title } : {}),
      paragraphs: paragraphsIn(textField(record, 'article')),
      language: 'en',
    }
    const { sentences } = summarize(article, options)
    ports.out(JSON.stringify({ id: record['id'], sentences: sentences.map(({ text }) => text) }))
  }
}

function argumentsOf(args: string[]): {
  file?: string
  jsonl: boolean
  sentences: { sentences?: number }
} {
  let file: string | undefined
  let jsonl = false
  let sentences: number | undefined
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '--jsonl') jsonl = true
    else if (arg === '--sentences') {
      sentences = Number(args[++i])
      if (!Number.isInteger(sentences) || sentences < 1 || sentences > mostSentences) {
        throw new InputTrouble(`--sentences wants a number from 1 to ${mostSentences}.\n${usage}`)
      }
    } else if (arg.startsWith('--') || file !== undefined) throw new InputTrouble(usage)
    else file = arg
  }
  if (jsonl && file !== undefined) throw new InputTrouble(usage)
  return {
    jsonl,
    sentences: sentences === undefined ? {} : { sentences },
    ...(file === undefined ? {} : { file }),
  }
}
