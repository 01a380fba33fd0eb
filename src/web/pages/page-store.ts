import type { Drawn } from './public-page.ts'
import { KeptPage } from './public-page.ts'

/** The most that pages may take in memory, in bytes; those unused for longest go first. */
const memoryLimit = 96 * 1024 * 1024

/** How many topics are remembered with the time of their last change. */
const topicLimit = 20_000

/**
 * Keeps public pages as they go over the wire. A page is drawn once however many ask for it, and
 * forgotten when something that it was made from changes.
 */
export class PageStore {
  readonly #pages = new Map<string, KeptPage>()
  /** Where the pages are that were made from each topic. */
  readonly #madeFrom = new Map<string, Set<string>>()
  readonly #drawing = new Map<string, Promise<KeptPage>>()
  /** When each topic last changed, counted in changes. */
  readonly #changed = new Map<string, number>()
  #changes = 0
  #allChanged = 0
  #size = 0
  /** The page that was asked for last, which stands at the end already. */
  #latest: KeptPage | undefined
  #drawn = 0
  #served = 0

  /** How many pages were drawn since the start. */
  get drawn(): number {
    return this.#drawn
  }

  /** How many requests were answered with a page that was there. */
  get served(): number {
    return this.#served
  }

  get bytes(): number {
    return this.#size
  }

  peek(key: string): KeptPage | undefined {
    const page = this.#pages.get(key)
    if (page === undefined) return undefined
    this.#served++
    // Moved to the end: the map's order is the order of last use.
    if (page !== this.#latest) {
      this.#pages.delete(key)
      this.#pages.set(key, page)
      this.#latest = page
    }
    return page
  }

  /** The page at `key`, drawn now if it is not there. Undefined where `draw` gives nothing. */
  async page(key: string, draw: () => Promise<Drawn>): Promise<KeptPage> {
    const kept = this.peek(key)
    if (kept) return kept
    const underway = this.#drawing.get(key)
    if (underway) return underway
    const drawing = this.#draw(key, draw)
    this.#drawing.set(key, drawing)
    try {
      return await drawing
    } finally {
      if (this.#drawing.get(key) === drawing) this.#drawing.delete(key)
    }
  }

  /**
   * Forgets what was made from these, and gives the addresses. Pages being drawn right now will not
   * be kept.
   */
  forget(topics: readonly string[]): string[] {
    this.#changes++
    for (const topic of topics) this.#changed.set(topic, this.#changes)
    this.#forgetOldChanges()
    // Whoever asks from now on must not join a drawing that began before the change.
    this.#drawing.clear()
    const forgotten = topics.flatMap((topic) => [...(this.#madeFrom.get(topic) ?? [])])
    for (const key of forgotten) this.#drop(key)
    return [...new Set(forgotten)]
  }

  /** Only drawings under way look at these; past the limit they count as touched by everything. */
  #forgetOldChanges(): void {
    if (this.#changed.size <= topicLimit) return
    this.#changed.clear()
    this.#allChanged = this.#changes
  }

  forgetAll(): void {
    this.#changes++
    this.#allChanged = this.#changes
    this.#drawing.clear()
    this.#madeFrom.clear()
    this.#pages.clear()
    this.#size = 0
  }

  /** This moment, for `isUntouched`. */
  get moment(): number {
    return this.#changes
  }

  /** Whether none of these has changed since a moment, as far as is known here. */
  isUntouched(topics: readonly string[], moment: number): boolean {
    const isOlder = (topic: string) => (this.#changed.get(topic) ?? 0) <= moment
    return this.#allChanged <= moment && topics.every(isOlder)
  }

  async #draw(key: string, draw: () => Promise<Drawn>): Promise<KeptPage> {
    const begun = this.moment
    this.#drawn++
    const page = new KeptPage(await draw())
    if (page.status === 200 && this.isUntouched(page.topics, begun)) this.#keep(key, page)
    return page
  }

  #keep(key: string, page: KeptPage): void {
    this.#drop(key)
    this.#pages.set(key, page)
    for (const topic of page.topics) {
      const keys = this.#madeFrom.get(topic) ?? new Set()
      this.#madeFrom.set(topic, keys.add(key))
    }
    this.#latest = page
    this.#size += page.size
    for (const oldest of this.#pages.keys()) {
      if (this.#size <= memoryLimit) return
      this.#drop(oldest)
    }
  }

  #drop(key: string): void {
    const page = this.#pages.get(key)
    if (!page) return
    this.#pages.delete(key)
    this.#size -= page.size
    for (const topic of page.topics) {
      const keys = this.#madeFrom.get(topic)
      keys?.delete(key)
      if (keys?.size === 0) this.#madeFrom.delete(topic)
    }
  }
}
