/**
 * A message that takes another item down says two things: itself, and a version of the other item
 * that is canceled or withheld. The second is placed like any version, so that it holds whichever of
 * the two comes first (rules 16 and 17).
 */
import type { Database } from '../../database/database.ts'
import * as queries from './stopping.queries.ts'
import { blankItem } from '../reading/fill-item.ts'
import { deletedEntry } from '../formats/feeds/tombstones.ts'
import type { Reading, WireItem } from '../item.ts'

export function withStopped(reading: Reading): Reading {
  return { ...reading, items: reading.items.flatMap((item) => [item, ...stoppedBy(item)]) }
}

/** An item, and whether whoever delivered it is told what became of it. */
export interface ToPlace {
  item: WireItem
  isTold: boolean
}

/**
 * Plain-text messages name others by the agency's own number or by their slug, and a feed's deleted
 * entry by a guid that the feed may have given to several stories. None of them is an identity:
 * whichever items of the source are known by that name are meant, those that have come and those that
 * will. Stopping versions stand before the items that they stop, so that readers never see one of
 * them in between.
 */
export async function withAliases(
  db: Database,
  source: string,
  items: readonly WireItem[],
): Promise<ToPlace[]> {
  const all: ToPlace[] = []
  const here = new Set(items.map(({ uri }) => uri))
  const names = items.filter(stopsByName).map(({ uri }) => uri)
  const meant = await queries.knownAs(db, source, names)
  for (const item of items) {
    const { aliases = [] } = item.standfirst
    for (const { pubStatus, versionCreated, uri } of await queries.remembered(db, source, aliases))
      all.push({ item: stopping(item.uri, pubStatus, versionCreated, uri, item), isTold: false })
    all.push({ item, isTold: !isAlias(item) })
    if (!stopsByName(item)) continue
    for (const guid of meant.get(item.uri) ?? [])
      if (!here.has(guid)) all.push({ item: { ...item, uri: guid }, isTold: true })
  }
  return all
}

/** Whether it takes down whatever its source knows by this name, besides what has it as identity. */
function stopsByName(item: WireItem): boolean {
  return isAlias(item) || item.standfirst.signals.some(({ value }) => value === deletedEntry)
}

/** It only remembers that whatever is known by this name is stopped. */
function isAlias({ uri }: WireItem): boolean {
  return /^urn:(?:iptc7901|anpa1312):[^:]*:\d{8}:(?:number|slug)-/.test(uri)
}

function stoppedBy(message: WireItem): WireItem[] {
  const { stops } = message.standfirst
  // A message without a time cannot be put in order, and would lose to every usable version.
  if (stops === undefined || message.versionCreated === undefined) return []
  const { versionCreated, uri } = message
  const names = new Set([stops.uri, ...(stops.aliases ?? [])])
  return [...names].map((name) => stopping(name, stops.pubStatus, versionCreated, uri, message))
}

function stopping(
  uri: string,
  pubStatus: string,
  versionCreated: string,
  by: string,
  { standfirst: { format, source } }: WireItem,
): WireItem {
  const stopped = blankItem({ uri, version: `stopped ${versionCreated} by ${by}`, format })
  stopped.pubStatus = pubStatus
  stopped.versionCreated = versionCreated
  stopped.standfirst.source = source
  stopped.standfirst.signals = [{ kind: 'withdraw', value: by }]
  return stopped
}
