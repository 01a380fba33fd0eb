/** What a command of the summary tools reads from and writes to. */
export interface CommandIo {
  /** Rejects with an Error whose message says why. */
  readFile: (path: string) => Promise<string>
  /** Standard input, in pieces. */
  stdin: AsyncIterable<string>
  out: (text: string) => void
  err: (text: string) => void
}

/** Exit codes of every command. */
export const exit = { done: 0, notSupported: 1, badInput: 2 } as const

/** Input that a command cannot use; the message is one line for a person. */
export class BadInput extends Error {}

/** Runs a command and turns bad input into one line on standard error. */
export async function reporting(io: CommandIo, command: () => Promise<number>): Promise<number> {
  try {
    return await command()
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    io.err(`${error.message}\n`)
    return exit.badInput
  }
}

/** A file, or standard input where none is named. */
export async function readInput(io: CommandIo, path: string | undefined): Promise<string> {
  if (path !== undefined) return await readNamed(io, path)
  let text = ''
  for await (const piece of io.stdin) text = withinLimit(text + piece, 'standard input')
  return text
}

export async function readNamed(io: CommandIo, path: string): Promise<string> {
  try {
    return withinLimit(await io.readFile(path), path)
  } catch (error) {
    if (error instanceof BadInput) throw error
    throw new BadInput(`${path}: ${error instanceof Error ? error.message : 'cannot be read'}`)
  }
}

/** Characters of a text or of one line of JSON; a million words have about six million. */
const maxCharacters = 20_000_000

function withinLimit(text: string, name: string): string {
  if (text.length <= maxCharacters) return text
  throw new BadInput(`${name}: more than ${maxCharacters} characters`)
}

/** The lines of a file, or of standard input as they come, with their numbers from 1. */
export async function* readLines(
  io: CommandIo,
  path: string | undefined,
): AsyncGenerator<{ number: number; line: string }> {
  let number = 0
  let open = ''
  const pieces = path === undefined ? io.stdin : [await readNamed(io, path)]
  for await (const piece of pieces) {
    const lines = (open + piece).split('\n')
    open = withinLimit(lines.pop() ?? '', `line ${number + lines.length + 1}`)
    for (const line of lines) yield { number: ++number, line }
  }
  if (open !== '') yield { number: number + 1, line: open }
}

/** Answers each line of JSON with one; a line that cannot be read is told and passed over. */
export async function answerLines(
  io: CommandIo,
  path: string | undefined,
  answer: (record: Record<string, unknown>) => unknown,
): Promise<number> {
  let code: number = exit.done
  for await (const { number, line } of readLines(io, path)) {
    if (line.trim() === '') continue
    try {
      io.out(`${JSON.stringify(answer(recordOf(line)))}\n`)
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      io.err(`${path ?? 'standard input'}, line ${number}: ${error.message}\n`)
      code = exit.badInput
    }
  }
  return code
}

function recordOf(line: string): Record<string, unknown> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    throw new BadInput('this is not JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput('this is not a JSON object')
  return value as Record<string, unknown>
}

/** A string of a record, or nothing where it has none. */
export function textOf(record: Record<string, unknown>, key: string): string | undefined {
  const value = record[key]
  if (value === undefined || value === null) return undefined
  if (typeof value !== 'string') throw new BadInput(`“${key}” is not a text`)
  return value
}

export function requiredText(record: Record<string, unknown>, key: string): string {
  const value = textOf(record, key)
  if (value === undefined) throw new BadInput(`“${key}” is missing`)
  return value
}
