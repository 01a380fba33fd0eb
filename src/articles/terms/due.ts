import type { Engine } from '../../database/database.ts'
import { nextTurn } from '../../gate/gate.ts'
import { settleArticleOffers } from '../../pictures/pictures.ts'
import { noteArticleChange } from '../publishing.ts'
import { indexArticle } from '../lists/search.ts'
import { factsOn, verdictOn } from '../stored-article.ts'
import * as queries from './due.queries.ts'

/**
 * Opens what an embargo has let go of, and takes what has expired out of lists and search; several
 * nodes may try, one of them does it. Answers how many articles were seen to.
 */
export async function openDueArticles(engine: Engine, now: Date): Promise<number> {
  const due = await queries.dueRows(engine.db, now.toISOString())
  let opened = 0
  for (const row of due) {
    const isNowOpen = verdictOn(row, now).open
    const liveAt = row.live_at ?? (isNowOpen ? now.toISOString() : null)
    opened += await engine.write(async (tx) => {
      const next = nextTurn(factsOn(row), now)?.toISOString() ?? null
      if (!(await queries.settleDue(tx, row, liveAt, next))) return 0
      await indexArticle(tx, row, now)
      await settleArticleOffers(tx, row.id, now)
      await noteArticleChange(tx, row.id, now)
      return 1
    })
  }
  return opened
}

/**
 * Waits anew for what a clock that was set back has put ahead again. Pages that were made meanwhile
 * are forgotten; the gate has closed what they show. Answers how many articles that concerned.
 */
export async function waitAnew(engine: Engine, now: Date): Promise<number> {
  let rows = 0
  for (const row of await queries.rowsAhead(engine.db, now.toISOString())) {
    const due = nextTurn(factsOn(row), now)?.toISOString() ?? null
    if (due === row.due_at) continue
    await engine.write(async (tx) => {
      await queries.setDue(tx, row.id, due)
      await indexArticle(tx, row, now)
      await settleArticleOffers(tx, row.id, now)
      await settleArticleOffers(tx, row.id, now)
      await noteArticleChange(tx, row.id, now)
    })
    rows++
  }
  return rows
}
