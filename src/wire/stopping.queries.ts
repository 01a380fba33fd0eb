import type { Database } from '../database/database.ts'
import type { WireItem } from './item.ts'

/** Messages that stopped these names before anything was known by them. */
export async function remembered(
  db: Database,
  source: string,
  aliases: readonly string[],
): Promise<{ pubStatus: string; versionCreated: string; uri: string }[]> {
  if (aliases.length === 0) return []
  const rows = await db
    .selectFrom('items')
    .innerJoin('item_versions', 'item_versions.item_id', 'items.id')
    .select(['item_versions.pub_status', 'item_versions.version_created', 'item_versions.item'])
    .where('items.source', '=', source)
    .where('items.guid', 'in', [...aliases])
    .execute()
  return rows.flatMap(({ pub_status: pubStatus, version_created, item }) => {
    const by = (JSON.parse(item) as WireItem).standfirst.signals[0]?.value
    return version_created === null || by === undefined
      ? []
      : [{ pubStatus, versionCreated: version_created, uri: by }]
  })
}

/** How many items of one source are looked through; a service has some hundreds a day. */
const mostLookedThrough = 3000

/** The items of a source that are known by a name besides their own. Asked for a kill alone. */
export async function knownAs(db: Database, source: string, alias: string): Promise<string[]> {
  const rows = await db
    .selectFrom('items')
    .select(['items.guid', 'items.id'])
    .where('items.source', '=', source)
    .orderBy('items.created_at', 'desc')
    .limit(mostLookedThrough)
    .execute()
  const found = new Set<string>()
  // Both engines limit how many values one statement may carry.
  for (let from = 0; from < rows.length; from += 500) {
    const some = new Map(rows.slice(from, from + 500).map(({ id, guid }) => [id, guid]))
    const versions = await db
      .selectFrom('item_versions')
      .select(['item_id', 'item'])
      .where('item_id', 'in', [...some.keys()])
      .where('item', 'like', `%"aliases"%${alias.replace(/[%_\\]/g, '_')}"%`)
      .execute()
    for (const { item_id, item } of versions) {
      const isMeant = (JSON.parse(item) as WireItem).standfirst.aliases?.includes(alias)
      if (isMeant) found.add(some.get(item_id) ?? '')
    }
  }
  return [...found].filter(Boolean)
}
