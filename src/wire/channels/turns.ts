/** How many may wait in line, and how large they may be together, in bytes. */
const mostWaiting = 500
const mostBytes = 64 * 1024 * 1024

/**
 * Lets so many work at once and the others wait in line. Whoever came first begins first; whoever
 * finds the line full is sent away, and loses nothing that was taken.
 */
export class Turns {
  readonly #line: { begin: () => void; size: number }[] = []
  #free: number
  #bytes = 0

  constructor(atOnce: number) {
    this.#free = atOnce
  }

  /** What the work gives, or `full` without having begun it. `size` is what it keeps, in bytes. */
  async take<T>(size: number, work: () => Promise<T>): Promise<T | 'full'> {
    if (this.#free > 0) this.#free -= 1
    else {
      if (this.#line.length >= mostWaiting || this.#bytes + size > mostBytes) return 'full'
      this.#bytes += size
      await new Promise<void>((begin) => this.#line.push({ begin, size }))
    }
    try {
      return await work()
    } finally {
      this.#pass()
    }
  }

  #pass(): void {
    const next = this.#line.shift()
    if (next) {
      this.#bytes -= next.size
      next.begin()
    } else this.#free += 1
  }
}
