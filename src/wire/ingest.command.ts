import { readFile, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { IntakeLine, IntakeTools } from './intake.ts'
import { takeIn, unnamedSource } from './intake.ts'
import { largestFile } from './reading/read-wire.ts'

export interface CommandOutput {
  out: (line: string) => void
  /** One clear line for a person. */
  err: (line: string) => void
}

/**
 * `standfirst ingest PATH… [--source NAME]`: prints one JSON line per item. Exit code 0 when all
 * was taken in, 2 when something was refused, 1 when the command itself makes no sense.
 */
export async function ingestCommand(
  args: string[],
  tools: IntakeTools,
  { out, err }: CommandOutput,
): Promise<number> {
  const asked = argumentsOf(args)
  if (typeof asked === 'string') {
    err(asked)
    return 1
  }
  let refused = false
  for (const path of asked.paths) {
    for (const line of await ingestFile(path, asked.source, tools)) {
      out(JSON.stringify(line))
      if (line.outcome !== 'refused') continue
      refused = true
      err(`${path}: ${line.reason ?? 'refused'}`)
    }
  }
  return refused ? 2 : 0
}

function argumentsOf(args: string[]): { paths: string[]; source: string } | string {
  const usage = 'Usage: standfirst ingest PATH… [--source NAME]'
  const paths: string[] = []
  let source = unnamedSource
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '--source') {
      source = args[++i] ?? ''
      if (!/^[a-z0-9][a-z0-9-]{0,40}$/.test(source))
        return `${usage}\n--source wants a short name of a-z, 0-9 and hyphens.`
    } else if (arg.startsWith('--')) return `${usage}\nThere is no option ${arg}.`
    else paths.push(arg)
  }
  return paths.length === 0 ? usage : { paths, source }
}

async function ingestFile(path: string, source: string, tools: IntakeTools): Promise<IntakeLine[]> {
  const trouble = await troubleWith(path)
  if (trouble !== undefined) return [{ file: path, outcome: 'refused', reason: trouble }]
  const bytes = await readFile(path)
  const folder = dirname(resolve(path))
  return takeIn({ bytes, source, channel: 'command', fileName: path, folder }, tools)
}

async function troubleWith(path: string): Promise<string | undefined> {
  try {
    const about = await stat(path)
    if (about.isDirectory()) return 'This is a folder. Please name the files in it.'
    if (!about.isFile()) return 'This is not an ordinary file.'
    if (about.size === 0) return 'The file is empty.'
    if (about.size > largestFile) {
      return `The file has ${Math.round(about.size / 1024 / 1024)} MB; a wire file has at most ${largestFile / 1024 / 1024} MB.`
    }
    return undefined
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'ENOENT') return 'There is no such file.'
    if (code === 'EACCES') return 'This user may not read the file.'
    return `The file cannot be read (${code ?? 'unknown reason'}).`
  }
}
