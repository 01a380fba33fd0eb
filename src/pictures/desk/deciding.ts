import type { Database } from '../../database/database.ts'
import { recordDecision } from '../../ledger/ledger.ts'
import { termsOf } from '../offering/offering.ts'
import { offersOf, settleOffers } from '../offering/offers.ts'
import type { Focus } from '../picture.ts'
import * as queries from '../pictures.queries.ts'
import { fetchLater, makeLater } from '../queues.ts'
import { termsKey } from '../offering/usage-terms.ts'

/** Who decides, and when. */
export interface Deed {
  editor: string
  now: Date
}

/** Longer words than these are cut, in characters. */
const longest = { caption: 2000, credit: 300, alt: 600 } as const

/**
 * Writes the words that readers get with a picture in one story. An empty field leaves the wire's.
 * False: the story does not use it.
 */
export async function wordPicture(
  tx: Database,
  place: { pictureId: string; articleId: string },
  words: { caption: string; credit: string; alt: string },
  { editor, now }: Deed,
): Promise<boolean> {
  const uses = await queries.usesOfPicture(tx, place.pictureId)
  const use = uses.find(({ article_id }) => article_id === place.articleId)
  if (!use) return false
  const text = (name: keyof typeof longest): string | null =>
    words[name].replace(/\s+/g, ' ').trim().slice(0, longest[name]) || null
  await queries.updateUse(tx, use, {
    house_caption: text('caption'),
    house_credit: text('credit'),
    house_alt: text('alt'),
  })
  await note(tx, place.articleId, 'worded a picture', editor, place.pictureId, '', now)
  await settleOffers(tx, [place.pictureId], now)
  return true
}

/** Confirms that these terms let the picture be shown here, as they stand now. */
export async function confirmTerms(
  tx: Database,
  pictureId: string,
  reason: string,
  { editor, now }: Deed,
): Promise<boolean> {
  const [first] = await offersOf(tx, [pictureId])
  if (!first) return false
  const terms = termsOf(first.offer.facts, first.offer.metadata)
  await queries.updatePicture(tx, pictureId, {
    confirmed_terms: termsKey(terms),
    confirmed_at: now.toISOString(),
    confirmed_by: editor,
  })
  const said = `${pictureId}: ${terms.join(' · ')}`
  await note(
    tx,
    first.use.article_id,
    'confirmed the terms of a picture',
    editor,
    said,
    reason,
    now,
  )
  await settleOffers(tx, [pictureId], now)
  return true
}

/** Sets the point that crops keep; other crops are made. False: there is no such picture. */
export async function focusPicture(
  tx: Database,
  pictureId: string,
  { x, y }: Focus,
  { editor, now }: Deed,
): Promise<boolean> {
  const row = await queries.pictureRow(tx, pictureId)
  if (!row) return false
  const within = (share: number) => Math.max(0, Math.min(1000, Math.round(share)))
  await queries.updatePicture(tx, pictureId, { focus_x: within(x), focus_y: within(y) })
  await makeLater(tx, pictureId, 'jpeg', now)
  const [use] = await queries.usesOfPicture(tx, pictureId)
  if (use) {
    const where = `${pictureId}: ${within(x) / 10} %, ${within(y) / 10} %`
    await note(tx, use.article_id, 'chose the focus of a picture', editor, where, '', now)
  }
  return true
}

/** Tries once more to fetch it. False: there is nothing to fetch. */
export async function fetchAgain(tx: Database, pictureId: string, { now }: Deed): Promise<boolean> {
  const row = await queries.pictureRow(tx, pictureId)
  if (!row || row.wanted === '') return false
  await fetchLater(tx, pictureId, now)
  return true
}

async function note(
  tx: Database,
  articleId: string,
  deed: string,
  by: string,
  detail: string,
  reason: string,
  now: Date,
): Promise<void> {
  await recordDecision(tx, { subject: `article:${articleId}`, deed, by, reason, detail }, now)
}
