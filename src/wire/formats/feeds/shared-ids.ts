/**
 * Identifiers of feeds that identify nothing. Feed readers do the same: where one document gives a
 * guid to several entries they go by the link, or else a story would vanish under the next one.
 */
import { contentVersion } from '../../reading/fields/content-version.ts'
import * as fill from '../../reading/fill-item.ts'
import type { Refusal, WireItem } from '../../item.ts'

/** What programs write where they have no identifier. */
const noIds = /^(?:0+|null|nil|none|undefined|false|nan|n\/a|\[object Object\])$/i

/** Whether it could name one story: it is no blank of a program and not the page of the feed. */
export function namesStory(id: string | undefined, home: string | undefined): id is string {
  return id !== undefined && !noIds.test(id) && !isSamePage(id, home)
}

function isSamePage(address: string, home: string | undefined): boolean {
  return home !== undefined && pageOf(address) === pageOf(home)
}

function pageOf(address: string): string {
  return address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/+$/, '')
}

/**
 * Entries of one document that share an identifier are repeats, or versions of one story, if they
 * share their link or their title too. Otherwise each is named by its link, or by its title.
 */
export function apartWhereIdsAreShared(
  read: (WireItem | Refusal)[],
  home: string | undefined,
): (WireItem | Refusal)[] {
  const items = read.filter((one): one is WireItem => !('reason' in one))
  for (const [id, sharing] of Map.groupBy(items, ({ uri }) => uri)) {
    if (sharing.length === 1 || areOneStory(sharing, home)) continue
    for (const item of sharing) nameAnew(item, id, home)
  }
  return read
}

function areOneStory(sharing: WireItem[], home: string | undefined): boolean {
  // What a deleted entry takes down is everything under its name.
  if (sharing.some(({ pubStatus }) => pubStatus !== 'usable')) return true
  const links = new Set(sharing.map((item) => linkOf(item, home)))
  const titles = new Set(sharing.map(titleOf))
  const areAlike = links.size === 1 && titles.size === 1
  const share = (values: Set<string | undefined>) => values.size === 1 && !values.has(undefined)
  return areAlike || share(links) || share(titles)
}

function nameAnew(item: WireItem, id: string, home: string | undefined): void {
  const [link, title] = [linkOf(item, home), titleOf(item)]
  // A deleted entry may yet name all of them by it.
  fill.aliases(item, [id])
  item.uri = link ?? `urn:feed:${contentVersion(`${id} ${title ?? item.standfirst.bodyText}`)}`
  const by = link ? 'link' : title ? 'title' : 'text'
  fill.notice(item, 'assumed', `its feed gives other stories the same guid: known by its ${by}`, id)
}

function linkOf({ altIds = [] }: WireItem, home: string | undefined): string | undefined {
  const link = altIds.find(({ role }) => role === 'link')?.value
  return link !== undefined && !isSamePage(link, home) ? link : undefined
}

function titleOf({ headlines }: WireItem): string | undefined {
  return headlines.find(({ role }) => role === 'main')?.value
}
