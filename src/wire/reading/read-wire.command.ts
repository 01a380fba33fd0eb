/** `standfirst read-wire PATH…`: parses wire files without a database and prints what they hold. */
import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Reading, WireItem } from '../item.ts'
import { largestFile, readWire, tooLarge } from './read-wire.ts'

export interface ReadWireOutput {
  out: (line: string) => void
  /** One clear line for a person. */
  err: (line: string) => void
}

/**
 * Prints one JSON line per item or refusal, and each refusal to the person as well. 0: all
 * understood; 2: something was refused; 1: no file was named.
 */
export function readWireCommand(paths: string[], { out, err }: ReadWireOutput): number {
  if (paths.length === 0) {
    err('Usage: standfirst read-wire PATH…')
    return 1
  }
  let refusals = 0
  for (const file of paths) {
    const { items, refused } = readFile(file)
    for (const item of items) out(JSON.stringify(printed(item)))
    for (const { reason, item } of refused) {
      out(JSON.stringify({ file, ...(item === undefined ? {} : { item }), refused: reason }))
      err(`${file}: ${reason}`)
    }
    refusals += refused.length
  }
  return refusals === 0 ? 0 : 2
}

function readFile(file: string): Reading {
  const refuse = (reason: string): Reading => ({ items: [], refused: [{ reason }] })
  try {
    const stat = statSync(file)
    if (stat.isDirectory()) return refuse('This is a directory; name the files in it.')
    if (!stat.isFile()) return refuse('This is not a regular file.')
    if (stat.size > largestFile) return refuse(tooLarge)
    return readWire(readFileSync(file), { fileName: basename(file) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error'
    return refuse(
      code === 'ENOENT' ? 'There is no such file.' : `The file cannot be opened (${code}).`,
    )
  }
}

/** The item as it is printed: the blocks stay inside, since `bodies` is drawn from them. */
function printed(item: WireItem): object {
  return { ...item, standfirst: { ...item.standfirst, body: undefined } }
}
