import type { ArticleText } from './summaries-tools.ts'

/** Where a command reads and writes; handed in, so that tests need no process. */
export interface CommandPorts {
  out: (line: string) => void
  /** One clear line for a person. */
  err: (line: string) => void
  readFile: (path: string) => Promise<string>
  stdin: AsyncIterable<string | Uint8Array>
}

/** The longest text that is read, in characters: more than any article, less than would hurt. */
export const longestText = 2_000_000

/** Bad input: the message is shown as it is, and the command ends with exit code 1. */
export class InputTrouble extends Error {
  override readonly name = 'InputTrouble'
}

/** Plain text as an article: the first line is the headline, blank lines part paragraphs. */
export function articleFrom(text: string, what: string): ArticleText {
  const [headline = '', ...rest] = bounded(text, what).replace(/\r\n?/g, '\n').trim().split('\n')
  const paragraphs = paragraphsIn(rest.join('\n'))
  if (headline === '' || paragraphs.length === 0) {
    throw new InputTrouble(
      `${what} has no article: the first line is its headline, the rest its text.`,
    )
  }
  return { headline, paragraphs, language: 'en' }
}

/** Paragraphs are parted by blank lines, or by line ends where there is no blank line. */
export function paragraphsIn(text: string): string[] {
  const parted = /\n[ \t]*\n/.test(text.trim()) ? text.split(/\n[ \t]*\n/) : text.split('\n')
  return parted.map((paragraph) => paragraph.replace(/\s+/g, ' ').trim()).filter(Boolean)
}

export function bounded(text: string, what: string): string {
  if (text.trim() === '') throw new InputTrouble(`${what} is empty.`)
  if (text.length > longestText) {
    throw new InputTrouble(`${what} has more than ${longestText} characters, which no article has.`)
  }
  return text
}

/** Reads a file named by the user, or standard input where `path` is undefined. */
export async function readInput(
  path: string | undefined,
  { readFile, stdin }: CommandPorts,
): Promise<string> {
  if (path === undefined) return readAll(stdin)
  try {
    return await readFile(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new InputTrouble(`${path}: There is no such file.`)
    if (code === 'EISDIR') throw new InputTrouble(`${path}: This is a folder.`)
    throw new InputTrouble(`${path}: The file cannot be read (${code ?? 'unknown reason'}).`)
  }
}

/** The lines of standard input as JSON objects, one at a time. A line that is none ends the command. */
export async function* jsonLines(
  stdin: CommandPorts['stdin'],
): AsyncGenerator<Record<string, unknown>> {
  let number = 0
  for await (const line of linesOf(stdin)) {
    number++
    if (line.trim() === '') continue
    yield objectIn(line, number)
  }
}

/** A field of a JSON line that must be text. */
export function textField(record: Record<string, unknown>, name: string): string {
  const value = record[name]
  if (typeof value === 'string') return value
  throw new InputTrouble(
    `The record ${JSON.stringify(record['id'] ?? null)} has no text "${name}".`,
  )
}

function objectIn(line: string, number: number): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line)
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>
  } catch {
    // Said below, as for any other line that is no object.
  }
  throw new InputTrouble(`Line ${number} of standard input is not a JSON object.`)
}

async function readAll(stdin: CommandPorts['stdin']): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  for await (const chunk of stdin) {
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
    if (text.length > longestText) break
  }
  return text + decoder.decode()
}

async function* linesOf(stdin: CommandPorts['stdin']): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stdin) {
    const lines = (
      rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))
    ).split('\n')
    rest = lines.pop() ?? ''
    yield* lines
    if (rest.length > longestText) throw new InputTrouble('A line of standard input is too long.')
  }
  if (rest !== '') yield rest
}
