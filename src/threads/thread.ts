import { Worker } from 'node:worker_threads'

/** Questions under way at once; what comes beyond is worked out by whoever asks. */
const mostQuestions = 64
/** How large they may be together, in bytes: each is copied on its way. */
const mostBytes = 16 * 1024 * 1024
/** An answer that takes longer is not waited for, in milliseconds. */
const usualPatience = 5000
/** What the thread may keep, and what it may make before it looks what of it is needed, in MB. */
const memory = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 32 }
/** After a failure the next thread begins after this, in milliseconds. */
const usualRest = 30_000

/** What is sent to a thread, and what comes back. Without an answer it could not be found. */
export type Asked<Question> = { id: number; question: Question }
export type Answered<Answer> = { id: number; answer?: Answer } | { isReady: true }

export interface ThreadOptions {
  onFailure?: (error: Error) => void
  /** In milliseconds. */
  patience?: number
  /** In milliseconds. */
  rest?: number
}

interface Waiting<Answer> {
  settle: (answer: Answer | undefined) => void
  size: number
  timer: NodeJS.Timeout
}

/**
 * A second thread for pure work: what it answers could be worked out here just as well, and is, when
 * it has no answer. So nothing depends on it but which thread is busy. It begins with the first
 * question, and answers from when it is ready.
 */
export class Thread<Question, Answer> {
  readonly #file: URL
  readonly #options: ThreadOptions
  readonly #waiting = new Map<number, Waiting<Answer>>()
  #worker: Worker | undefined
  #isReady = false
  #bytes = 0
  #last = 0
  #restsUntil = 0

  /** `file` ends in a call of `answering`. */
  constructor(file: URL, options: ThreadOptions = {}) {
    this.#file = file
    this.#options = options
  }

  /**
   * The answer, or undefined where the thread has none: it is not ready, has too much to do, took too
   * long or failed. `size` is about how large the question is, in bytes. Never rejects.
   */
  ask(question: Question, size: number): Promise<Answer | undefined> {
    const worker = this.#begun()
    const isFull = this.#waiting.size >= mostQuestions || this.#bytes + size > mostBytes
    if (!worker || !this.#isReady || isFull) return Promise.resolve(undefined)
    return new Promise((settle) => {
      const { patience = usualPatience } = this.#options
      const id = ++this.#last
      const timer = setTimeout(() => this.#fail(worker, new Error('It took too long.')), patience)
      this.#waiting.set(id, { settle, size, timer })
      this.#bytes += size
      worker.ref()
      worker.postMessage({ id, question } satisfies Asked<Question>)
    })
  }

  /** Whoever still waits gets no answer. */
  async stop(): Promise<void> {
    const worker = this.#worker
    this.#restsUntil = Infinity
    this.#end()
    await worker?.terminate()
  }

  #begun(): Worker | undefined {
    if (this.#worker || performance.now() < this.#restsUntil) return this.#worker
    const worker = new Worker(this.#file, { resourceLimits: memory })
    worker.unref()
    worker.on('message', (answered: Answered<Answer>) => this.#hear(worker, answered))
    worker.on('error', (error: Error) => this.#fail(worker, error))
    worker.on('exit', () => this.#fail(worker, new Error('It ended.')))
    this.#worker = worker
    return worker
  }

  #hear(worker: Worker, answered: Answered<Answer>): void {
    if ('isReady' in answered) {
      this.#isReady = worker === this.#worker
      return
    }
    const waiting = this.#waiting.get(answered.id)
    if (!waiting) return
    this.#waiting.delete(answered.id)
    this.#bytes -= waiting.size
    clearTimeout(waiting.timer)
    // A thread with nothing to do keeps no process running.
    if (this.#waiting.size === 0) worker.unref()
    waiting.settle(answered.answer)
  }

  #fail(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return
    this.#restsUntil = performance.now() + (this.#options.rest ?? usualRest)
    this.#end()
    void worker.terminate()
    this.#options.onFailure?.(error)
  }

  #end(): void {
    this.#worker = undefined
    this.#isReady = false
    this.#bytes = 0
    const left = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { settle, timer } of left) {
      clearTimeout(timer)
      settle(undefined)
    }
  }
}
