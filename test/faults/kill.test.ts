import assert from 'node:assert/strict'
import type { Article } from '../../src/articles/articles.ts'
import { openDatabase } from '../../src/database/database.ts'
import type { TestPlace } from '../database/engines.ts'
import { onBothEngines } from '../database/engines.ts'
import type { SiteProcess } from './site-process.ts'
import { startSiteProcess, withOneArticle } from './site-process.ts'

const writers = 12
/** A round ends by a kill after so many comments were acknowledged: others are under way then. */
const rounds = [7, 23, 40]

onBothEngines(
  'no comment that was acknowledged is lost or doubled when the process is killed',
  async ({ place }) => {
    const article = await withOneArticle(place)
    const ledger: Ledger = { acknowledged: new Set(), unknown: new Set() }
    let site = await startSiteProcess(place)
    for (const [round, enough] of rounds.entries()) {
      const writing = Array.from({ length: writers }, (_, writer) =>
        writeUntilKilled(site, article, `Round ${round}, writer ${writer}`, ledger),
      )
      await acknowledged(ledger, ledger.acknowledged.size + enough)
      await site.kill()
      await Promise.all(writing)
      site = await startSiteProcess(place)
      await sendAgain(site, article, ledger)
    }
    await site.kill()
    await compare(place, ledger)
  },
)

interface Ledger {
  acknowledged: Set<string>
  /** Sent without an answer: it may be there or not, but once at most. */
  unknown: Set<string>
}

async function writeUntilKilled(
  site: SiteProcess,
  article: Article,
  who: string,
  ledger: Ledger,
): Promise<void> {
  for (let number = 1; ; number++) {
    const text = `${who}, comment ${number}: the tide table was wrong again.`
    try {
      const { status } = await site.comment(article, text)
      assert.equal(status, 303)
      ledger.acknowledged.add(text)
    } catch (error) {
      if (error instanceof assert.AssertionError) throw error
      ledger.unknown.add(text)
      return
    }
  }
}

async function acknowledged({ acknowledged }: Ledger, enough: number): Promise<void> {
  while (acknowledged.size < enough) await new Promise((resolve) => setTimeout(resolve, 2))
}

/** What a careful reader does: the same words again, which are refused where they had arrived. */
async function sendAgain(site: SiteProcess, article: Article, ledger: Ledger): Promise<void> {
  for (const text of ledger.unknown) {
    const { status } = await site.comment(article, text)
    assert.ok(status === 303 || status === 422, `${status}`)
    ledger.acknowledged.add(text)
  }
  ledger.unknown.clear()
}

async function compare(place: TestPlace['place'], { acknowledged }: Ledger): Promise<void> {
  const engine = await openDatabase(place)
  try {
    const rows = await engine.db.selectFrom('comments').select('text').execute()
    const texts = rows.map(({ text }) => text)
    assert.deepEqual(texts.toSorted(), [...acknowledged].toSorted())
    assert.deepEqual(await engine.examine(), [])
  } finally {
    await engine.close()
  }
}
