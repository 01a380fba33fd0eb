import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { NoDecoder } from '../decoder.ts'
import type { NewRendition, Original } from '../making/encode.ts'
import type { Focus, Format } from '../picture.ts'
import type { ExaminedPicture } from '../reading/examine.ts'
import { withoutNetwork } from './network.ts'

/** What the decoder's process is asked. */
export type Task =
  | { kind: 'examine'; bytes: Uint8Array }
  | { kind: 'renditions'; original: Original; focus: Focus; format: Format; key: string }

/** What it answers: a result, why not, or what memory it needs just now, in bytes. */
export type Reply =
  { done: unknown } | { missing: string } | { failed: string } | { memory: number }

/** Examines pictures and makes their sizes in processes of their own. */
export interface Decoding {
  /** `refused`, in words for the desk, also where the picture made the decoder fail. */
  examine: (bytes: Uint8Array) => Promise<ExaminedPicture | { refused: string }>
  /** Rejects with `DecoderFailed` where the decoder failed; the site goes on. */
  renditionsOf: (
    original: Original,
    focus: Focus,
    format: Format,
    key: string,
  ) => Promise<NewRendition[]>
  /** Ends the processes. What is under way fails. */
  stop: () => void
}

/** The decoder's process broke off, took too long or too much. */
export class DecoderFailed extends Error {
  override readonly name = 'DecoderFailed'
}

class BrokenOff extends DecoderFailed {}

export interface DecodingLimits {
  /** The longest time for one picture, in milliseconds; a job's lease is longer. */
  time: number
  /** The most memory of one process, in bytes: 64 million pixels need some 600 MB. */
  memory: number
  /** How long a process without work is kept, in milliseconds: it holds some 80 MB. */
  idle: number
}

const usualLimits: DecodingLimits = { time: 45_000, memory: 1024 ** 3, idle: 10_000 }
const usualEntry = join(import.meta.dirname, 'decoding.process.ts')

/** At most one process for each core; each has one picture at a time, and is started when needed. */
export function decodingApart(
  limits: DecodingLimits = usualLimits,
  entry: string = usualEntry,
): Decoding {
  const room = new Room(limits, entry)
  return {
    examine: async (bytes) => {
      try {
        return (await room.work({ kind: 'examine', bytes })) as ExaminedPicture
      } catch (error) {
        if (!(error instanceof DecoderFailed)) throw error
        return { refused: `It cannot be decoded: ${error.message}.` }
      }
    },
    renditionsOf: async (original, focus, format, key) =>
      (await room.work({ kind: 'renditions', original, focus, format, key })) as NewRendition[],
    stop: () => room.stop(),
  }
}

class Room {
  readonly #idle = new Map<ChildProcess, NodeJS.Timeout>()
  readonly #busy = new Set<ChildProcess>()
  readonly #waiting: (() => void)[] = []
  readonly #limits: DecodingLimits
  readonly #entry: string
  #places = availableParallelism()

  constructor(limits: DecodingLimits, entry: string) {
    this.#limits = limits
    this.#entry = entry
  }

  async work(task: Task): Promise<unknown> {
    if (this.#places === 0) await new Promise<void>((go) => this.#waiting.push(go))
    else this.#places -= 1
    try {
      return await this.#workIn(this.#child(), task).catch((error: unknown) => {
        // Somebody may have ended the process for want of memory; a picture that ends it does so again.
        if (!(error instanceof BrokenOff)) throw error
        return this.#workIn(this.#child(), task)
      })
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#places += 1
    }
  }

  stop(): void {
    for (const child of [...this.#idle.keys(), ...this.#busy]) child.kill('SIGKILL')
  }

  #child(): ChildProcess {
    const [kept] = this.#idle
    if (!kept) return this.#started()
    const [child, timer] = kept
    clearTimeout(timer)
    this.#idle.delete(child)
    return child
  }

  #started(): ChildProcess {
    const child = startChild(this.#entry)
    child.once('exit', () => {
      clearTimeout(this.#idle.get(child))
      this.#idle.delete(child)
    })
    // Whoever waits for an answer hears of it; between two pictures nobody does.
    return child.on('error', () => undefined)
  }

  async #workIn(child: ChildProcess, task: Task): Promise<unknown> {
    this.#busy.add(child)
    child.ref()
    child.channel?.ref()
    try {
      const result = await answerOf(child, task, this.#limits)
      this.#keep(child)
      return result
    } catch (error) {
      // Whatever state it is in, the next picture gets a process of its own.
      child.kill('SIGKILL')
      throw error
    } finally {
      this.#busy.delete(child)
    }
  }

  /** A process without work keeps nobody from stopping. */
  #keep(child: ChildProcess): void {
    child.unref()
    child.channel?.unref()
    const timer = setTimeout(() => child.kill('SIGKILL'), this.#limits.idle)
    timer.unref()
    this.#idle.set(child, timer)
  }
}

/**
 * Without environment, arguments or open files of ours. It may read the program and its packages and
 * nothing else, write nothing, start nothing; the decoder itself is an addon, which must be allowed.
 * Where the machine lets us, it has no network either.
 */
function startChild(entry: string): ChildProcess {
  const source = realpathSync(join(import.meta.dirname, '..', '..'))
  const packages = realpathSync(join(source, '..', 'node_modules'))
  const readable = [source, packages, join(source, '..', 'package.json'), realpathSync(entry)]
  const apart = withoutNetwork()
  return fork(entry, {
    ...(apart ? { execPath: apart.program } : {}),
    env: {},
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
    execArgv: [
      ...(apart ? [...apart.args, process.execPath] : []),
      '--permission',
      '--allow-addons',
      ...readable.map((path) => `--allow-fs-read=${path}`),
      '--disable-warning=SecurityWarning',
      '--disable-warning=ExperimentalWarning',
    ],
  })
}

/** Sends the task and waits for its answer, for the end of the process, or for a limit. */
async function answerOf(
  child: ChildProcess,
  task: Task,
  { time, memory }: DecodingLimits,
): Promise<unknown> {
  let settle: { resolve: (value: unknown) => void; reject: (error: Error) => void } | undefined
  const answer = new Promise<unknown>((resolve, reject) => (settle = { resolve, reject }))
  const fails = (words: string): void => settle?.reject(new DecoderFailed(words))
  const heard = (reply: Reply): void => {
    if ('done' in reply) settle?.resolve(reply.done)
    else if ('missing' in reply) settle?.reject(new NoDecoder(reply.missing))
    else if ('failed' in reply) fails(reply.failed)
    else if (reply.memory > memory) fails(`it needs more than ${Math.round(memory / 1024 ** 2)} MB`)
  }
  const ended = (): void => settle?.reject(new BrokenOff('the decoder broke off'))
  const timer = setTimeout(() => fails(`it takes longer than ${time / 1000} s`), time)
  child.on('message', heard).once('exit', ended).once('error', ended)
  child.send(task, (error) => error && ended())
  try {
    return await answer
  } finally {
    clearTimeout(timer)
    child.off('message', heard).off('exit', ended).off('error', ended)
  }
}
