import type { Engine } from './database/database.ts'
import type { PageStore } from './web/pages/page-store.ts'

/** What other processes changed, and the addresses that were forgotten for it. */
export interface Followed {
  topics: string[]
  forgotten: string[]
}

/**
 * Keeps the pages of this process as true as the database, whoever writes to it: before a page is
 * answered, `whenFresh` asks whether anybody committed, and what they changed is forgotten first.
 */
export interface Freshness {
  pages: PageStore
  /**
   * Undefined where the kept pages are true at this moment; otherwise settles when they are. Never
   * rejects: while the database is away, readers get the pages that were kept.
   */
  whenFresh: () => Promise<void> | undefined
  /** Follows the changes, and gives what no call gave before. Throws where the database is away. */
  followed: () => Promise<Followed>
}

/** Begins to follow; what is kept in `pages` must be younger than this call. */
export async function followOthers(engine: Engine, pages: PageStore): Promise<Freshness> {
  const { watch } = engine
  // The mark first: what is committed between the two is seen twice rather than never.
  let known = watch.mark?.()
  const changes = await watch.follow()
  let news: Followed = { topics: [], forgotten: [] }
  let isAway = false
  const follow = oneAtATime(async () => {
    const mark = watch.mark?.()
    const topics = await changes()
    known = mark
    if (topics.length === 0) return
    news.topics.push(...topics)
    news.forgotten.push(...pages.forget(topics))
  })
  const catchUp = () =>
    follow().catch(() => {
      // The ticker says so in the log, and it is the one who finds out when that is over.
      isAway = true
    })
  const ask = () => {
    try {
      return watch.mark !== undefined && watch.mark() === known ? undefined : catchUp()
    } catch {
      isAway = true
      return undefined
    }
  }
  return {
    pages,
    whenFresh: oncePerTurn(() => (isAway ? undefined : ask())),
    followed: async () => {
      await follow()
      isAway = false
      const followed = news
      news = { topics: [], forgotten: [] }
      return followed
    },
  }
}

/**
 * Requests that came in together share one answer: each was sent before this turn of the event loop
 * began, so what is committed later is not owed to it.
 */
function oncePerTurn<T>(ask: () => T): () => T {
  let asked: { answer: T } | undefined
  return () => {
    if (asked === undefined) {
      asked = { answer: ask() }
      setImmediate(() => (asked = undefined))
    }
    return asked.answer
  }
}

/**
 * Runs `work` never twice at once. Whoever calls while it runs gets the next run, which begins
 * after the call, and shares it with everybody else who waits.
 */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let next: Promise<void> | undefined
  const run = (): Promise<void> => {
    const mine = work().finally(() => {
      if (running === mine) running = undefined
    })
    running = mine
    return mine
  }
  return () => {
    if (next !== undefined) return next
    if (running === undefined) return run()
    next = running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return run()
      })
    return next
  }
}
