import { hostname } from 'node:os'
import { openDueArticles, waitAnew } from './articles/articles.ts'
import type { Freshness } from './freshness.ts'
import type { Reached } from './ledger/ledger.ts'
import { markReceipts } from './ledger/ledger.ts'
import type { House } from './web/house.ts'

/** What this node is called on receipts. */
const node = `${hostname()}:${process.pid}`

/** How often this node looks whether anything is due or to be written down, in milliseconds. */
const interval = 200

export interface Ticker {
  stop: () => Promise<void>
}

/**
 * What has to be done though nobody asks: opens what an embargo has released, waits anew where a
 * clock was set back, writes on receipts
 * which pages were forgotten for a kill, and turns the day of the front page.
 */
export function startTicker(house: House, freshness: Freshness, reached: Reached): Ticker {
  // Made once: to make one costs more than hundreds of its days.
  const days = new Intl.DateTimeFormat('en-CA', { timeZone: house.site.timeZone })
  const dayNow = () => days.format(house.now())
  let day = dayNow()
  let stopped = false
  let isAway = false
  // Before the first look every time lies ahead: a restart may have met a clock that was set back.
  let last = Infinity
  const tick = async (): Promise<void> => {
    const time = house.now().getTime()
    if (time < last) await waitAnew(house.engine, house.now())
    last = time
    await openDueArticles(house.engine, house.now())
    const { topics, forgotten } = await freshness.followed()
    const today = dayNow()
    if (today !== day) house.pages.forget(['day'])
    day = today
    if (topics.length === 0) return
    await markReceipts(house.engine, topics, { name: node, forgotten, reached }, house.now())
  }
  const running = (async () => {
    while (!stopped) {
      try {
        await tick()
        if (isAway) house.log.info('tick-works-again')
        isAway = false
      } catch (error) {
        // What other processes changed is unknown while the database is away; pages here stay.
        // Said once, not five times a second: a log must not fill the disk that may be the trouble.
        if (!isAway) house.log.error('tick-failed', error)
        isAway = true
      }
      await new Promise((resolve) => setTimeout(resolve, interval))
    }
  })()
  return {
    stop: () => {
      stopped = true
      return running
    },
  }
}
