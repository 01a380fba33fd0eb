import type { Database, Engine } from './engine.ts'
import { inPassing, passesLike } from './statements/in-passing.ts'
import { onceBuilt } from './statements/once-built.ts'

/** How many changes are kept; a node that fell further behind starts with an empty memory anyway. */
const kept = 100_000

/** Notes, in the transaction of the change itself, what every node must forget; each topic once. */
export async function noteChange(tx: Database, topics: string[], now: Date): Promise<void> {
  const noted = listening.get(tx)
  const fresh = noted ? topics.filter((topic) => !noted.includes(topic)) : topics
  if (fresh.length === 0) return
  noted?.push(...fresh)
  const changed_at = now.toISOString()
  await inPassing(tx, insertion(tx, { changed_at, ...fresh }))
}

/** The time, and every topic under its number. */
const insertion = onceBuilt((db, { changed_at, ...topics }: ChangesNoted) =>
  db
    .insertInto('changes')
    .values(Object.values<string>(topics).map((topic) => ({ topic, changed_at }))),
)

type ChangesNoted = { changed_at: string } & Record<number, string>

/** Transactions whose changes somebody in this process waits for. */
const listening = new WeakMap<Database, string[]>()

/**
 * The engine, telling `heard` what a transaction of this process changed: after its commit and
 * before whoever wrote it is told, so that nobody who knows of a change can be served what it made
 * untrue. What other processes change comes by `Engine.watch`.
 */
export function announced(engine: Engine, heard: (topics: string[]) => void): Engine {
  return {
    ...engine,
    write: async (work) => {
      let topics: string[] = []
      const value = await engine.write((tx) => {
        // One of its own: SQLite's writers share theirs.
        const own = tx.withoutPlugins()
        topics = []
        listening.set(own, topics)
        passesLike(own, tx)
        return work(own)
      })
      if (topics.length > 0) heard(topics)
      return value
    },
  }
}

/**
 * Follows the changes: each call gives the topics that were not given before. Only where writers
 * take turns, as on SQLite: there numbers appear in their order.
 */
export async function followNumbers(db: Database): Promise<() => Promise<string[]>> {
  let newest = await newestChange(db)
  return async () => {
    const rows = await db
      .selectFrom('changes')
      .select(['seq', 'topic'])
      .where('seq', '>', newest)
      .orderBy('seq')
      .execute()
    newest = rows.at(-1)?.seq ?? newest
    return rows.map((row) => row.topic)
  }
}

/** Forgets changes that no running node can still need. */
export async function pruneChanges(tx: Database): Promise<void> {
  const newest = await newestChange(tx)
  await tx
    .deleteFrom('changes')
    .where('seq', '<', newest - kept)
    .execute()
}

async function newestChange(db: Database): Promise<number> {
  const row = await db
    .selectFrom('changes')
    .select('seq')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.seq ?? 0
}
