import type { Database } from '../../database/database.ts'
import type { WireItem } from '../item.ts'

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
    // A guid of a feed may be a name and, in another document, an identity with usable versions.
    .where('item_versions.pub_status', '!=', 'usable')
    .execute()
  return rows.flatMap(({ pub_status: pubStatus, version_created, item }) => {
    const { signals } = (JSON.parse(item) as WireItem).standfirst
    const by = signals.find(({ kind }) => kind === 'withdraw')?.value
    return version_created === null || by === undefined
      ? []
      : [{ pubStatus, versionCreated: version_created, uri: by }]
  })
}

/** How many items of one source are looked through; a service has some hundreds a day. */
const mostLookedThrough = 3000

/** A statement stays short with so many names; beyond them every item with a name is looked at. */
const mostNamesAsked = 20

/** The items of a source that are known by names besides their own. Asked for what stops alone. */
export async function knownAs(
  db: Database,
  source: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = new Map<string, string[]>(names.map((name) => [name, []]))
  if (names.length === 0) return found
  const rows = await db
    .selectFrom('items')
    .select(['items.guid', 'items.id'])
    .where('items.source', '=', source)
    .orderBy('items.created_at', 'desc')
    .limit(mostLookedThrough)
    .execute()
  const patterns = names.map((name) => `%"aliases"%${name.replace(/[%_\\"]/g, '%')}%`)
  // Both engines limit how many values one statement may carry.
  for (let from = 0; from < rows.length; from += 500) {
    const some = new Map(rows.slice(from, from + 500).map(({ id, guid }) => [id, guid]))
    const versions = await db
      .selectFrom('item_versions')
      .select(['item_id', 'item'])
      .where('item_id', 'in', [...some.keys()])
      .where(({ eb, or }) =>
        names.length > mostNamesAsked
          ? eb('item', 'like', '%"aliases"%')
          : or(patterns.map((pattern) => eb('item', 'like', pattern))),
      )
      .execute()
    for (const { item_id, item } of versions) {
      const guid = some.get(item_id)
      for (const alias of (JSON.parse(item) as WireItem).standfirst.aliases ?? []) {
        const known = found.get(alias)
        if (guid !== undefined && known && !known.includes(guid)) known.push(guid)
      }
    }
  }
  return found
}
