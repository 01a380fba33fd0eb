import type { Candidate, OfferedPicture, PictureFacts } from '../../pictures/pictures.ts'
import {
  articlesUsing,
  bestFirst,
  creditLine,
  setArticlePictures,
  strictest,
  usesPictures,
} from '../../pictures/pictures.ts'
import type { Database } from '../../database/database.ts'
import { together } from '../../database/database.ts'
import type { Association, Rendition, WireItem } from '../item.ts'
import { fetchable } from '../markup/links.ts'
import * as items from '../wire.queries.ts'
import type { ItemRow } from '../wire.queries.ts'
import { phraseOf } from '../rights/rights-expression.ts'
import { usageEnds, usageForbids } from '../usage/limits.ts'
import { rightsExpressionOf } from '../usage/phrases.ts'
import * as packages from './packages.queries.ts'
import type { Standing, StandingVersion } from './standing.ts'
import { standingOf } from './standing.ts'

/**
 * Makes every story that this item touches use the pictures that the wire now gives it: the story
 * that it is, the stories that use it as a picture, and those that a package puts it beside. The
 * order in which text, picture and package arrive does not matter.
 */
export async function settlePictures(
  tx: Database,
  row: ItemRow,
  current: StandingVersion,
  now: Date,
): Promise<void> {
  if (isPackage(current.item)) await noteMembers(tx, row, current.item)
  const { article_id } = row
  const [using, companions, usesAny] = await together([
    articlesUsing(tx, row.source, row.guid),
    packages.companions(tx, row.source, row.guid, row.id),
    article_id === null ? Promise.resolve(false) : usesPictures(tx, article_id),
  ])
  const stories = new Set(using)
  const mayUse = hasPictures(current.item) || companions.length > 0
  if (article_id !== null && (mayUse || usesAny)) stories.add(article_id)
  for (const guid of companions) {
    const companion = await items.itemRow(tx, row.source, guid)
    if (companion?.article_id) stories.add(companion.article_id)
  }
  for (const id of stories) await settleStory(tx, id, now)
}

function hasPictures({ associations, renditions }: WireItem): boolean {
  return associations !== undefined || renditions !== undefined
}

async function settleStory(tx: Database, articleId: string, now: Date): Promise<void> {
  const [row] = await items.itemsOfArticle(tx, articleId)
  const standing: Standing = row ? await standingOf(tx, row) : []
  const current = standing.at(-1)
  // A kill or a hold often comes without its pictures; the gate has closed the story already.
  if (!row || !current || current.item.standfirst.body.length === 0) return
  const offered = await offeredWith(tx, row.source, current, now)
  await setArticlePictures(tx, { articleId, source: row.source }, offered, now)
}

async function offeredWith(
  tx: Database,
  source: string,
  { item, deliveryId, itemId, receivedAt }: StandingVersion,
  now: Date,
): Promise<OfferedPicture[]> {
  if (!takesPictures(item)) return []
  const guid = (await items.itemById(tx, itemId))?.guid ?? item.uri
  const inPackages: Association[] = (await packages.companions(tx, source, guid, itemId)).map(
    (uri) => ({ rel: 'package', uri, renditions: [] }),
  )
  const named = [...(item.associations ?? []), ...ownPictures(item)].toSorted(
    (a, b) => place(a) - place(b),
  )
  const folder = await items.folderOf(tx, deliveryId)
  const all: OfferedPicture[] = []
  for (const association of [...named, ...inPackages]) {
    const own = await itemOf(tx, source, association.uri)
    const isNamed = association.uri !== undefined || association.renditions.length > 0
    if (isNamed && isPicture(association, own?.item)) {
      const ownFolder = own && (await items.folderOf(tx, own.deliveryId))
      const picture = offeredAs(association, own?.item, folder ?? ownFolder)
      const since = sinceOf(own?.item) ?? sinceOf(item) ?? receivedAt
      const facts = await underLimits(tx, source, picture.facts, since, now)
      all.push({ ...picture, facts })
    }
  }
  return all
}

function sinceOf(item: WireItem | undefined): string | undefined {
  return item?.firstCreated ?? item?.versionCreated
}

/** The facts as what people said of the terms leaves them: some clear it, some end its use. */
async function underLimits(
  tx: Database,
  source: string,
  facts: PictureFacts,
  since: string,
  now: Date,
): Promise<PictureFacts> {
  if (facts.terms.length === 0) return facts
  const picture = { source, terms: facts.terms, since }
  const because = await usageForbids(tx, picture, now)
  const end = await usageEnds(tx, picture)
  const ended = end === undefined ? facts : strictest([facts, { ...noLimits, expires: end }])
  return because === undefined
    ? { ...ended, terms: [], cleared: facts.terms }
    : { ...ended, because }
}

const noLimits: PictureFacts = { pubStatus: 'usable', terms: [] }

/** A feed is a lead to a story elsewhere: its pictures are taken where an agreement says so. */
function takesPictures({ standfirst }: WireItem): boolean {
  const wish = standfirst.policy?.pictures
  return wish === undefined ? !feedFormats.test(standfirst.format) : wish === 'take'
}

const feedFormats = /^(?:RSS|Atom|JSON Feed)/i

/** The current version of the picture as an item of its own, where it came as one. */
async function itemOf(
  tx: Database,
  source: string,
  guid: string | undefined,
): Promise<StandingVersion | undefined> {
  const row = guid === undefined ? undefined : await items.itemRow(tx, source, guid)
  // The story itself, where a version names the one before.
  if (!row || row.article_id !== null) return undefined
  return (await standingOf(tx, row)).at(-1)
}

function isPicture(association: Association, own: WireItem | undefined): boolean {
  const type = association.type ?? own?.type
  if (type !== undefined) return /picture|photo|image|graphic/i.test(type)
  return association.renditions.some(isImage)
}

/** Renditions of a text that are pictures: some sources hang them on the story itself. */
function ownPictures(item: WireItem): Association[] {
  const renditions = (item.renditions ?? []).filter(isImage)
  if (renditions.length === 0 || (item.associations ?? []).some(({ renditions: [one] }) => one))
    return []
  return [{ rel: 'own', type: 'picture', uri: `${item.uri}#picture`, renditions }]
}

function isImage({ href, contentType }: Rendition): boolean {
  if (contentType !== undefined) return contentType.startsWith('image/')
  return /\.(?:jpe?g|png|gif|webp|avif)(?:[?#]|$)/i.test(href)
}

/** A picture that the source puts first is the one for the front page. */
function place({ rel }: Association): number {
  return /feature|main|lead/i.test(rel) ? 0 : /intext/i.test(rel) ? 2 : 1
}

function offeredAs(
  association: Association,
  own: WireItem | undefined,
  folder: string | undefined,
): OfferedPicture {
  const from = bestFirst(
    [...association.renditions, ...(own?.renditions ?? [])].flatMap(candidateOf),
  )
  const version = association.version ?? own?.version
  const { description, altText, by, creditline } = association
  const caption = description ?? own?.descriptions[0]?.value
  const credit = creditLine(by ?? own?.by, creditline ?? own?.creditline)
  return {
    guid: association.uri ?? association.renditions[0]?.href ?? '',
    wanted: { ...(version === undefined ? {} : { version }), from },
    ...(folder === undefined ? {} : { folder }),
    words: {
      ...(caption === undefined ? {} : { caption }),
      ...(credit === undefined ? {} : { credit }),
      ...(altText === undefined ? {} : { alt: altText }),
    },
    facts: strictest([factsOfAssociation(association), ...(own ? [factsOfItem(own)] : [])]),
  }
}

function factsOfAssociation(one: Association): PictureFacts {
  const { expires } = one
  // Somebody meant an end, so somebody says whether it has come.
  const unreadEnd =
    expires !== undefined && Number.isNaN(Date.parse(expires))
      ? `Its time of expiry cannot be read ("${expires}")`
      : undefined
  return {
    pubStatus: one.pubStatus ?? 'usable',
    terms: [one.usageTerms, one.encodedRights && termOf(one.encodedRights), unreadEnd].filter(
      (term) => term !== undefined,
    ),
    ...(one.embargoed === undefined ? {} : { embargoed: one.embargoed }),
    ...(expires === undefined || unreadEnd !== undefined ? {} : { expires }),
  }
}

/** One that can be read is a phrase of a known meaning; one that cannot stays as it is, to be confirmed. */
function termOf(expression: string): string {
  return phraseOf(expression)?.words ?? expression
}

/** Reasons to keep an item closed that speak of text say nothing about a picture. */
const ofText = /headline|no text/

function factsOfItem(item: WireItem): PictureFacts {
  const rights = rightsExpressionOf(item)
  const expires = [item.expires, item.standfirst.barred]
    .filter((time) => time !== undefined)
    .sort()[0]
  const terms = [item.usageTerms, rights && termOf(rights)]
  return {
    pubStatus: item.pubStatus,
    held: item.standfirst.held.filter((reason) => !ofText.test(reason)),
    terms: terms.filter((term) => term !== undefined),
    ...(item.embargoed === undefined ? {} : { embargoed: item.embargoed }),
    ...(expires === undefined ? {} : { expires }),
  }
}

/** An address to fetch from, or a path beside the wire file; what is neither leads nowhere. */
function candidateOf({ name, href, width, height, contentType }: Rendition): Candidate[] {
  const isRelative = !/^[a-z][a-z\d+.-]*:/i.test(href) && !href.startsWith('//')
  const address = isRelative ? href : fetchable(href)
  const isOther = contentType !== undefined && !contentType.startsWith('image/')
  if (address === undefined || isOther || contentType === 'image/svg+xml') return []
  return [
    {
      href: address,
      name,
      ...(width === undefined ? {} : { width }),
      ...(height === undefined ? {} : { height }),
    },
  ]
}

function isPackage({ type }: WireItem): boolean {
  return /^(?:composite|package)$/i.test(type)
}

async function noteMembers(tx: Database, { id, source }: ItemRow, item: WireItem): Promise<void> {
  const isClosed = item.pubStatus !== 'usable'
  const guids = isClosed ? [] : (item.associations ?? []).flatMap(({ uri }) => uri ?? [])
  await packages.setMembers(tx, { id, source }, [...new Set(guids)])
}
