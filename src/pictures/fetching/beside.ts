import { constants } from 'node:fs'
import { open, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pictureLimits } from '../reading/examine.ts'

/** Where a watched folder puts the pictures that arrive in it. */
export const pictureRoom = 'pictures'

export type Beside = { bytes: Uint8Array } | { refused: string } | { missing: string }

/**
 * Reads a picture that lies beside the wire file which names it: in its folder, in one below it, or
 * where a watched folder puts pictures. Nothing outside of the folder is read, whatever the path
 * says and whatever links lie in it.
 */
export async function readBeside(folder: string, href: string): Promise<Beside> {
  const parts = partsOf(href)
  if (parts === undefined) return { refused: 'Its path leads out of the folder of the wire file.' }
  const name = parts.join('/')
  const root = await realpath(folder).catch(() => undefined)
  if (root === undefined) return { missing: 'The folder of the wire file is not there.' }
  for (const path of [join(root, ...parts), join(root, pictureRoom, ...parts)]) {
    const read = await readPlain(path)
    if (read !== undefined) return read
  }
  return { missing: `${name} is not beside the wire file.` }
}

/** The steps of a relative path that stays below where it begins; undefined for any other. */
function partsOf(href: string): string[] | undefined {
  let path = href
  try {
    path = decodeURIComponent(href)
  } catch {
    // A percent sign that encodes nothing is a part of the name.
  }
  if (/^[a-z][a-z\d+.-]*:|^[\\/]|[\0\\]/i.test(path)) return undefined
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  return parts.length === 0 || parts.includes('..') ? undefined : parts
}

async function readPlain(path: string): Promise<Beside | undefined> {
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
  const file = await open(path, flags).catch(() => undefined)
  if (!file) return undefined
  try {
    const about = await file.stat()
    // A folder on the way may be a link: what was opened must be what stands at the real path.
    const real = await realpath(path).catch(() => '')
    const there = real === path ? await stat(real).catch(() => undefined) : undefined
    if (!about.isFile() || there?.ino !== about.ino || there.dev !== about.dev)
      return { refused: 'It is no ordinary file, or a link leads to it.' }
    if (about.size > pictureLimits.bytes)
      return { refused: `It has more than ${pictureLimits.bytes / 1024 / 1024} MB.` }
    return { bytes: await file.readFile() }
  } finally {
    await file.close()
  }
}
