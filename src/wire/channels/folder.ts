import { watch } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { mkdir, open, readdir, rename, stat, writeFile } from 'node:fs/promises'
import { constants } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '../../web/log.ts'
import {
  pictureArrived,
  pictureKindOf,
  pictureLimits,
  pictureRoom,
} from '../../pictures/pictures.ts'
import { largestFile } from '../reading/read-wire.ts'
import type { IntakeLine, IntakeTools } from '../intake.ts'
import { takeIn } from '../intake.ts'

export interface FolderTools {
  intake: IntakeTools
  log: Log
  /** How often the folder is looked at, in milliseconds; a hint of the system comes sooner. */
  look?: number
  /** How long a file must have stayed the same before it is taken, in milliseconds. */
  settle?: number
}

export interface RunningFolder {
  stop: () => Promise<void>
}

const usualLook = 2_000
const usualSettle = 500
/** Some senders make the file first and write later; an empty one is refused after this. */
const emptyFor = 60_000
/** Files that are read at once; their commits are shared. */
const atOnce = 8

/** Names under which senders write until they are done. */
const unfinished = /^[.~]|(?:~|\.(?:tmp|temp|part|partial|filepart|crdownload|swp|lock))$/i

/** What was seen of a file when it was looked at last. */
interface Seen {
  size: number
  mtimeMs: number
  ino: number
  since: number
}

/**
 * Watches a folder and takes in what is put there. Every file is looked at until it has stayed the
 * same for a moment, which also holds where the system tells of no changes (network shares). A file
 * moves to `taken/` or `refused/` only after its bytes are stored: after a crash between the two it
 * is taken in once more, which changes nothing.
 */
export function watchFolder(source: string, folder: string, tools: FolderTools): RunningFolder {
  const { look = usualLook, settle = usualSettle } = tools
  const seen = new Map<string, Seen>()
  const bell = bellFor(folder)
  let stopped = false
  let trouble: string | undefined
  const running = (async () => {
    while (!stopped) {
      try {
        await takeReady(source, folder, seen, { ...tools, settle, isStopped: () => stopped })
        trouble = undefined
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error)
        // A share that is away for the night is one line, not a thousand.
        if (words !== trouble) tools.log.error('folder-trouble', error, { source })
        trouble = words
      }
      if (!stopped) await bell.rings(seen.size > 0 ? settle : look)
    }
  })()
  return {
    stop: async () => {
      stopped = true
      bell.close()
      await running
    },
  }
}

type Watching = FolderTools & { settle: number; isStopped: () => boolean }

async function takeReady(
  source: string,
  folder: string,
  seen: Map<string, Seen>,
  tools: Watching,
): Promise<void> {
  const ready = await readyFiles(folder, seen, tools.settle)
  const next = ready.values()
  const failures: unknown[] = []
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const name of next) {
        if (tools.isStopped() || failures.length > 0) return
        await takeFile(source, folder, name, seen, tools).catch((error: unknown) =>
          failures.push(error),
        )
      }
    }),
  )
  if (failures.length > 0) throw failures[0]
}

/** The files that have not changed since the last look, the oldest first. */
async function readyFiles(
  folder: string,
  seen: Map<string, Seen>,
  settle: number,
): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile() && !unfinished.test(entry.name))
    .map(({ name }) => name)
  const present = new Set(names)
  for (const name of seen.keys()) if (!present.has(name)) seen.delete(name)
  const ready: { name: string; mtimeMs: number }[] = []
  const now = performance.now()
  for (const name of names) {
    const about = await stat(join(folder, name)).catch(() => undefined)
    const before = seen.get(name)
    if (!about) seen.delete(name)
    else if (!before || !isSame(before, about))
      seen.set(name, { size: about.size, mtimeMs: about.mtimeMs, ino: about.ino, since: now })
    else if (now - before.since >= (about.size === 0 ? emptyFor : settle))
      ready.push({ name, mtimeMs: about.mtimeMs })
  }
  return ready
    .toSorted((a, b) => a.mtimeMs - b.mtimeMs || (a.name < b.name ? -1 : 1))
    .map(({ name }) => name)
}

async function takeFile(
  source: string,
  folder: string,
  name: string,
  seen: Map<string, Seen>,
  { intake }: Watching,
): Promise<void> {
  const read = await readWhole(join(folder, name), seen.get(name))
  // Gone, or written to once more: the next look tells.
  if (read === undefined) return void seen.delete(name)
  // A picture waits beside for the story that names it.
  if (read === 'picture') {
    await move(folder, name, pictureRoom)
    const { engine, now } = intake
    await engine.write((tx) => pictureArrived(tx, folder, name, now()))
    return void seen.delete(name)
  }
  const lines: IntakeLine[] =
    typeof read === 'string'
      ? [{ file: name, outcome: 'refused', reason: read }]
      : await takeIn({ bytes: read, source, channel: 'folder', fileName: name, folder }, intake)
  const refusals = lines.filter(({ outcome }) => outcome === 'refused')
  if (refusals.length === 0) await move(folder, name, 'taken')
  else {
    const taken = lines.length - refusals.length
    const reasons = refusals.map(({ reason }) => reason ?? 'It was refused.')
    if (taken > 0) reasons.push(`${taken} other items of the file were taken in.`)
    await move(folder, name, 'refused', `${reasons.join('\n')}\n`)
  }
  seen.delete(name)
}

/** The bytes; `picture` where it is one; words where the file is refused unread; undefined where it is gone or not done. */
async function readWhole(
  path: string,
  seen: Seen | undefined,
): Promise<Buffer | string | undefined> {
  // A link could lead to any file of this machine, so none is followed.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ELOOP') return undefined
      if (error.code === 'EACCES') return 'This user may not read the file.'
      throw error
    },
  )
  if (file === undefined || typeof file === 'string') return file
  try {
    const before = await file.stat()
    if (before.size <= pictureLimits.bytes && (await isPicture(file)))
      return seen && isSame(seen, before) ? 'picture' : undefined
    if (before.size > largestFile)
      return `The file has ${Math.round(before.size / 1024 / 1024)} MB; a wire file has at most ${largestFile / 1024 / 1024} MB.`
    if (!seen || !isSame(seen, before)) return undefined
    const bytes = await file.readFile()
    return isSame(seen, await file.stat()) && bytes.length === before.size ? bytes : undefined
  } finally {
    await file.close()
  }
}

/** Told by its first bytes, before anything is read whole. */
async function isPicture(file: FileHandle): Promise<boolean> {
  const head = new Uint8Array(16)
  await file.read(head, 0, head.length, 0)
  return pictureKindOf(head) !== undefined
}

/** Moves a file aside; a name that is there already gets a number. */
async function move(
  folder: string,
  name: string,
  where: 'taken' | 'refused' | typeof pictureRoom,
  reason?: string,
): Promise<void> {
  const target = join(folder, where)
  await mkdir(target, { recursive: true })
  let free = name
  for (let number = 2; await isThere(join(target, free)); number++)
    free = name.replace(/(\.[^.]*)?$/, (ending) => `-${number}${ending}`)
  if (reason !== undefined) await writeFile(join(target, `${free}.reason.txt`), reason)
  await rename(join(folder, name), join(target, free)).catch((error: NodeJS.ErrnoException) => {
    // Another node that watches the same share was faster.
    if (error.code !== 'ENOENT') throw error
  })
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined
}

function isSame(a: Omit<Seen, 'since'>, b: Omit<Seen, 'since'>): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino
}

/** Rings when the system says that something happened in the folder, and else after a time. */
function bellFor(folder: string): { rings: (within: number) => Promise<void>; close: () => void } {
  let ring = (): void => undefined
  let watcher: ReturnType<typeof watch> | undefined
  try {
    watcher = watch(folder, () => ring())
    // Only a hint: without it the folder is looked at all the same.
    watcher.on('error', () => watcher?.close())
  } catch {
    watcher = undefined
  }
  return {
    rings: (within) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, within)
        ring = () => {
          clearTimeout(timer)
          resolve()
        }
      }),
    close: () => {
      watcher?.close()
      ring()
    },
  }
}
