import { createHash } from 'node:crypto'
import type { Database } from '../database/database.ts'
import { newId, noteChange } from '../database/database.ts'
import * as files from './files.queries.ts'
import { nextTurn, offersOf, receiptForLeaving, settleOffers } from './offering/offers.ts'
import type { OfferedPicture, PictureWords, Wanted } from './picture.ts'
import type { PictureRow, UseRow } from './pictures.queries.ts'
import * as queries from './pictures.queries.ts'
import { fetchLater, makeLater, turnLater } from './queues.ts'

/** The source of pictures that are the house's own; no version of the wire takes them from a story. */
const house = 'house'
/** More pictures than this in one story are left out. */
const mostUses = 30

/**
 * Makes a story use these pictures and no other, in this order, as its current version says. What
 * is new or has another version, address or size is fetched; what is not among them leaves the
 * story. Words that the desk wrote stay.
 */
export async function setArticlePictures(
  tx: Database,
  { articleId, source }: { articleId: string; source: string },
  offered: readonly OfferedPicture[],
  now: Date,
): Promise<void> {
  const before = await queries.usesOfArticle(tx, articleId)
  const chosen = offered
    .filter(({ guid }, i) => offered.findIndex((other) => other.guid === guid) === i)
    .slice(0, mostUses)
  const used: string[] = []
  for (const [place, picture] of chosen.entries()) {
    const row = await knownPicture(tx, source, picture, now)
    used.push(row.id)
    const known = before.find(({ picture_id }) => picture_id === row.id)
    await queries.putUse(tx, useRow(articleId, row.id, place, picture, known))
  }
  const gone = before.filter(
    ({ picture_id, left_at }) => left_at === null && !used.includes(picture_id),
  )
  const left = await leave(tx, gone, now)
  await settleOffers(tx, [...used, ...left], now)
  await lookAgainLater(tx, used, now)
}

/** Sees to it that a picture is looked at again when an embargo or its expiry passes. */
export async function lookAgainLater(tx: Database, pictureIds: string[], now: Date): Promise<void> {
  for (const { use, offer } of await offersOf(tx, pictureIds)) {
    const at = nextTurn(offer, now)
    if (at) await turnLater(tx, use.picture_id, at, now)
  }
}

/**
 * Gives a story a drawing of the house's own, in SVG. From outside none is taken: it can hold
 * programs. Readers get renditions of it as of any picture; they are made at `runAt`.
 */
export async function keepDrawing(
  tx: Database,
  articleId: string,
  drawing: { svg: Uint8Array; width: number; height: number; words: PictureWords },
  now: Date,
  runAt = now,
): Promise<void> {
  const { svg, width, height, words } = drawing
  const sha256 = createHash('sha256').update(svg).digest('hex')
  await files.keepOriginal(tx, {
    sha256,
    content_type: 'image/svg+xml',
    bytes: svg,
    size: svg.length,
    width,
    height,
    metadata: '{}',
    stored_at: now.toISOString(),
  })
  const known = await queries.pictureOf(tx, house, sha256)
  const drawn = { ...blankPicture(house, sha256, now), original: sha256 }
  const row = known ?? (await queries.insertPicture(tx, drawn))
  const offered = {
    guid: sha256,
    wanted: { from: [] },
    words,
    facts: { pubStatus: 'usable', terms: [] },
  }
  await queries.putUse(tx, useRow(articleId, row.id, 0, offered, undefined))
  await makeLater(tx, row.id, 'jpeg', now, runAt)
  await noteChange(tx, [`article:${articleId}`, 'lists'], now)
}

/** The stories that use a picture now, by the guid that its source gives it. */
export async function articlesUsing(db: Database, source: string, guid: string): Promise<string[]> {
  const row = await queries.pictureOf(db, source, guid)
  const uses = row ? await queries.usesOfPicture(db, row.id) : []
  return uses.filter(({ left_at }) => left_at === null).map(({ article_id }) => article_id)
}

export async function usesPictures(db: Database, articleId: string): Promise<boolean> {
  return (await queries.pictureIdsOf(db, [articleId])).length > 0
}

/** A picture file has come into a folder: whoever waits for one of this name looks again. */
export async function pictureArrived(
  tx: Database,
  folder: string,
  fileName: string,
  now: Date,
): Promise<void> {
  for (const { id, wanted } of await queries.missingIn(tx, folder)) {
    const { from } = JSON.parse(wanted) as Wanted
    const names = from.flatMap(({ href }) => [href, decoded(href)])
    if (names.includes(fileName) || names.includes(`./${fileName}`)) await fetchLater(tx, id, now)
  }
}

async function knownPicture(
  tx: Database,
  source: string,
  { guid, wanted, folder, facts }: OfferedPicture,
  now: Date,
): Promise<PictureRow> {
  const known = await queries.pictureOf(tx, source, guid)
  const row = known ?? (await queries.insertPicture(tx, blankPicture(source, guid, now)))
  const wish = JSON.stringify(wanted)
  // A message without addresses, such as a correction of the caption, takes no bytes away.
  if (wish === row.wanted || (wanted.from.length === 0 && row.original !== null)) return row
  const columns = {
    wanted: wish,
    folder: folder ?? null,
    ...(wanted.from.length === 0
      ? { trouble: 'The wire names no address for it.', trouble_at: now.toISOString() }
      : { trouble: null, trouble_at: null }),
  }
  await queries.updatePicture(tx, row.id, columns)
  if (wanted.from.length > 0 && facts.pubStatus !== 'canceled') await fetchLater(tx, row.id, now)
  return { ...row, ...columns }
}

function blankPicture(source: string, guid: string, now: Date): PictureRow {
  return {
    id: newId(now),
    source,
    guid,
    wanted: '',
    folder: null,
    original: null,
    fetched_at: null,
    trouble: null,
    trouble_at: null,
    focus_x: null,
    focus_y: null,
    confirmed_terms: null,
    confirmed_at: null,
    confirmed_by: null,
    renditions: '[]',
    created_at: now.toISOString(),
  }
}

function useRow(
  articleId: string,
  pictureId: string,
  place: number,
  { words, facts }: Pick<OfferedPicture, 'words' | 'facts'>,
  known: UseRow | undefined,
): UseRow {
  return {
    house_caption: null,
    house_credit: null,
    house_alt: null,
    offered_at: null,
    withdrawn_at: null,
    ...known,
    article_id: articleId,
    picture_id: pictureId,
    place,
    words: JSON.stringify(words),
    facts: JSON.stringify(facts),
    left_at: null,
  }
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

/** Takes uses out of their story; gives the pictures that were in it. */
async function leave(tx: Database, gone: readonly UseRow[], now: Date): Promise<string[]> {
  const ids = gone.map(({ picture_id }) => picture_id)
  const whole = await queries.wholeUses(tx, ids)
  const at = now.toISOString()
  const left: string[] = []
  for (const row of gone) {
    const use = whole.find(
      ({ article_id, picture_id }) =>
        article_id === row.article_id && picture_id === row.picture_id,
    )
    if (!use || use.source === house) continue
    await receiptForLeaving(tx, use, now)
    const withdrawn = use.offered_at === null ? null : (use.withdrawn_at ?? at)
    await queries.updateUse(tx, use, { left_at: at, withdrawn_at: withdrawn })
    await noteChange(tx, [`article:${use.article_id}`, 'lists'], now)
    left.push(use.picture_id)
  }
  return left
}
