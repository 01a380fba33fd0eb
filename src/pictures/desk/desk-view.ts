import type { Database } from '../../database/database.ts'
import * as files from '../files.queries.ts'
import { focusOf } from '../making/make-job.ts'
import type { Offer } from '../offering/offering.ts'
import { isStopped, reasonsAgainst, termsOf } from '../offering/offering.ts'
import type { UseWithOffer } from '../offering/offers.ts'
import { isOpen, offersOf } from '../offering/offers.ts'
import type { Focus, MadeRendition, PictureMetadata, PictureWords } from '../picture.ts'
import * as queries from '../pictures.queries.ts'

/** How many of the newest uses the desk looks through. */
const mostLooked = 400

/** A picture as a list of the desk shows it. */
export interface PictureOnList {
  id: string
  slug: string
  words: PictureWords
  /** Why readers do not see it; empty where they do. */
  reasons: string[]
  /** A person can do something about it. */
  waits: boolean
  /** It has no text for those who cannot see it. */
  lacksAlt: boolean
  preview?: MadeRendition
}

/** The newest pictures in stories, each with each story that uses it. */
export async function newestPictures(db: Database, now: Date): Promise<PictureOnList[]> {
  const rows = await queries.newestUses(db, mostLooked)
  const offers = await offersOf(db, [...new Set(rows.map(({ picture_id }) => picture_id))])
  return offers
    .map((one) => onList(one, now))
    .toSorted((a, b) => (a.id < b.id ? 1 : a.id > b.id ? -1 : 0))
}

/** Those that a person can help to readers. */
export async function waitingPictures(db: Database, now: Date): Promise<PictureOnList[]> {
  return (await newestPictures(db, now)).filter(({ waits }) => waits)
}

export interface PictureOnDesk {
  id: string
  source: string
  guid: string
  trouble?: string
  focus: Focus
  terms: string[]
  confirmedBy?: string
  original?: { contentType: string; size: number; width: number; height: number }
  metadata: PictureMetadata
  renditions: MadeRendition[]
  uses: {
    articleId: string
    slug: string
    isOpen: boolean
    words: PictureWords
    /** What the desk wrote; the rest is the wire's or the file's. */
    house: PictureWords
    reasons: string[]
  }[]
}

export async function pictureOnDesk(
  db: Database,
  id: string,
  now: Date,
): Promise<PictureOnDesk | undefined> {
  const row = await queries.pictureRow(db, id)
  if (!row) return undefined
  const original = row.original === null ? undefined : await files.originalFacts(db, row.original)
  const offers = await offersOf(db, [id])
  const metadata = JSON.parse(original?.metadata ?? '{}') as PictureMetadata
  const [first] = offers
  return {
    id,
    source: row.source,
    guid: row.guid,
    ...(row.trouble === null ? {} : { trouble: row.trouble }),
    focus: focusOf(row),
    terms: first ? termsOf(first.offer.facts, metadata) : [],
    ...(row.confirmed_by === null ? {} : { confirmedBy: row.confirmed_by }),
    ...(original
      ? {
          original: {
            contentType: original.content_type,
            size: original.size,
            width: original.width,
            height: original.height,
          },
        }
      : {}),
    metadata,
    renditions: JSON.parse(row.renditions) as MadeRendition[],
    uses: offers.map(({ use, offer }) => ({
      articleId: use.article_id,
      slug: use.slug,
      isOpen: isOpen(use, now),
      words: offer.words,
      house: {
        ...(use.house_caption === null ? {} : { caption: use.house_caption }),
        ...(use.house_credit === null ? {} : { credit: use.house_credit }),
        ...(use.house_alt === null ? {} : { alt: use.house_alt }),
      },
      reasons: reasonsAgainst(offer, now),
    })),
  }
}

/** A rendition for the desk's own eyes, whatever the gate says. */
export async function previewBytes(
  db: Database,
  id: string,
  width: number,
): Promise<Uint8Array | undefined> {
  const row = await queries.pictureRow(db, id)
  const made = JSON.parse(row?.renditions ?? '[]') as MadeRendition[]
  const whole = made
    .filter(({ shape, format }) => shape === 'whole' && format === 'jpeg')
    .toSorted((a, b) => a.width - b.width)
  const fitting = whole.find((one) => one.width >= width) ?? whole.at(-1)
  return fitting && files.renditionBytes(db, id, fitting.name)
}

function onList({ use, offer }: UseWithOffer, now: Date): PictureOnList {
  const reasons = reasonsAgainst(offer, now)
  const preview = offer.renditions.find(
    ({ shape, format }) => shape === 'square' && format === 'jpeg',
  )
  return {
    id: use.picture_id,
    slug: use.slug,
    words: offer.words,
    reasons,
    waits: reasons.length > 0 && isStopped(offer, now) === undefined && !isUnderWay(offer, reasons),
    lacksAlt: offer.words.alt === undefined,
    ...(preview === undefined ? {} : { preview }),
  }
}

/** Nothing is wrong with it; its bytes or its sizes are on their way. */
function isUnderWay({ trouble, metadata, renditions }: Offer, reasons: string[]): boolean {
  const isComing = trouble === null && (metadata === undefined || renditions.length === 0)
  return isComing && reasons.length === 1
}
