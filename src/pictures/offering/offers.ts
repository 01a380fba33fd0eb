import type { Database } from '../../database/database.ts'
import { noteChange } from '../../database/database.ts'
import { gate } from '../../gate/gate.ts'
import { openReceipt } from '../../ledger/ledger.ts'
import type { Offer } from './offering.ts'
import { expiryOf, isStopped, reasonsAgainst, strictest, wordsOf } from './offering.ts'
import type {
  MadeRendition,
  PictureFacts,
  PictureMetadata,
  PictureWords,
  ShownPicture,
} from '../picture.ts'
import type { WholeUse } from '../pictures.queries.ts'
import * as queries from '../pictures.queries.ts'
import { addressOf } from '../rendition-address.ts'

/** The most pictures that one story shows. */
const mostShown = 12

/** A picture's use in one story, with everything that decides whether readers see it there. */
export interface UseWithOffer {
  use: WholeUse
  offer: Offer
}

/** The pictures that readers may see with each of these stories, in their order. */
export async function shownPictures(
  db: Database,
  articleIds: string[],
  now: Date,
): Promise<Map<string, ShownPicture[]>> {
  const shown = new Map<string, ShownPicture[]>()
  const ids = new Set(articleIds)
  for (const { use, offer } of await offersOf(db, await queries.pictureIdsOf(db, articleIds))) {
    if (!ids.has(use.article_id) || reasonsAgainst(offer, now).length > 0) continue
    const all = shown.get(use.article_id) ?? []
    if (all.length < mostShown) shown.set(use.article_id, [...all, shownOf(use, offer)])
  }
  return shown
}

/** Every use of these pictures by a story that uses them now; facts are those of all uses together. */
export async function offersOf(db: Database, pictureIds: string[]): Promise<UseWithOffer[]> {
  const rows = await queries.wholeUses(db, pictureIds)
  const facts = new Map<string, PictureFacts[]>()
  for (const row of rows) {
    const own = JSON.parse(row.facts) as PictureFacts
    // A kill outlives the story's use; what else was said of a picture ends with it.
    if (row.left_at !== null && own.pubStatus !== 'canceled') continue
    facts.set(row.picture_id, [...(facts.get(row.picture_id) ?? []), own])
  }
  return rows
    .filter(({ left_at }) => left_at === null)
    .map((use) => ({ use, offer: offerOf(use, strictest(facts.get(use.picture_id) ?? [])) }))
}

/**
 * Notes what readers are offered now and what they no longer are, after anything that decides it
 * has changed: pages forget the pictures, and one that is stopped leaves a receipt.
 */
export async function settleOffers(tx: Database, pictureIds: string[], now: Date): Promise<void> {
  const at = now.toISOString()
  for (const { use, offer } of await offersOf(tx, pictureIds)) {
    const isShown = reasonsAgainst(offer, now).length === 0
    const isLive = isOpen(use, now)
    const wasShown = use.offered_at !== null && use.withdrawn_at === null
    if (isShown && isLive && !wasShown)
      await queries.updateUse(tx, use, { offered_at: use.offered_at ?? at, withdrawn_at: null })
    if (!isShown && wasShown) {
      await queries.updateUse(tx, use, { withdrawn_at: at })
      const stopped = isStopped(offer, now)
      if (stopped !== undefined && isLive) await receiptFor(tx, use, stopped, now)
    }
    await noteChange(tx, [`article:${use.article_id}`, 'lists'], now)
  }
}

/** As `settleOffers`, of a story that was opened or closed as a whole. */
export async function settleArticleOffers(
  tx: Database,
  articleId: string,
  now: Date,
): Promise<void> {
  await settleOffers(tx, await queries.pictureIdsOf(tx, [articleId]), now)
}

/** A picture that a story does not use any more. */
export async function receiptForLeaving(tx: Database, use: WholeUse, now: Date): Promise<void> {
  if (use.offered_at === null || use.withdrawn_at !== null || !isOpen(use, now)) return
  await receiptFor(tx, use, 'The story does not use it any more.', now)
}

/** The next moment at which time alone changes what is offered: an embargo or an expiry. */
export function nextTurn({ facts, metadata }: Offer, now: Date): Date | undefined {
  const times = [facts.embargoed, expiryOf(facts, metadata)]
    .map((time) => (time === undefined ? NaN : Date.parse(time)))
    .filter((time) => time > now.getTime())
  return times.length === 0 ? undefined : new Date(Math.min(...times))
}

/** The addresses at which readers could see a story's pictures, for a receipt. */
export async function pictureAddresses(db: Database, articleId: string): Promise<string[]> {
  const ids = await queries.pictureIdsOf(db, [articleId])
  const uses = (await queries.wholeUses(db, ids)).filter((use) => use.article_id === articleId)
  return uses.flatMap(addressesOf)
}

/** Whether the story itself is open to readers. */
export function isOpen(use: WholeUse, now: Date): boolean {
  const facts = {
    pubStatus: use.pub_status,
    embargoed: use.embargoed ?? undefined,
    held: JSON.parse(use.held) as string[],
    barred: use.barred_at ?? undefined,
  }
  return gate(facts, now).open
}

function offerOf(use: WholeUse, facts: PictureFacts): Offer {
  const metadata = use.metadata === null ? undefined : (JSON.parse(use.metadata) as PictureMetadata)
  const house: PictureWords = {
    ...(use.house_caption === null ? {} : { caption: use.house_caption }),
    ...(use.house_credit === null ? {} : { credit: use.house_credit }),
    ...(use.house_alt === null ? {} : { alt: use.house_alt }),
  }
  return {
    facts,
    words: wordsOf(JSON.parse(use.words) as PictureWords, house, metadata),
    metadata,
    confirmedTerms: use.confirmed_terms,
    trouble: use.trouble,
    renditions: JSON.parse(use.renditions) as MadeRendition[],
  }
}

function shownOf({ picture_id }: WholeUse, { words, metadata, renditions }: Offer): ShownPicture {
  const { caption = '', credit = '', alt = '' } = words
  const made = /algorithmicmedia/i.exec(metadata?.digitalSourceType ?? '')
  return {
    id: picture_id,
    caption,
    credit,
    alt,
    ...(made ? { madeByMachine: metadata?.digitalSourceType ?? '' } : {}),
    renditions: [...renditions],
  }
}

async function receiptFor(tx: Database, use: WholeUse, why: string, now: Date): Promise<void> {
  const addresses = addressesOf(use)
  await openReceipt(
    tx,
    {
      articleId: use.article_id,
      cause: 'picture',
      deliveredAt: now.toISOString(),
      closed: [
        { what: 'picture addresses', number: addresses.length, detail: addresses.join('\n') },
        { what: 'because', number: 1, detail: why },
      ],
    },
    now,
  )
}

function addressesOf(use: WholeUse): string[] {
  const made = JSON.parse(use.renditions) as MadeRendition[]
  return made.map((rendition) => addressOf(use.picture_id, rendition))
}
