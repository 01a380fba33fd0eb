import type { Engine } from '../../database/database.ts'
import type { Worker } from '../../jobs/jobs.ts'
import type { OutgoingSettings } from '../../outgoing/outgoing.ts'
import { fetchOutside } from '../../outgoing/outgoing.ts'
import type { Decoding } from '../decoding/decoding.ts'
import { NoDecoder } from '../decoder.ts'
import * as files from '../files.queries.ts'
import { settleOffers } from '../offering/offers.ts'
import type { Candidate, Wanted } from '../picture.ts'
import type { PictureRow } from '../pictures.queries.ts'
import * as queries from '../pictures.queries.ts'
import { makeLater, queues } from '../queues.ts'
import type { ExaminedPicture } from '../reading/examine.ts'
import { pictureLimits } from '../reading/examine.ts'
import { lookAgainLater } from '../uses.ts'
import { readBeside } from './beside.ts'

export interface FetchTools {
  engine: Engine
  now: () => Date
  decoding: Pick<Decoding, 'examine'>
  outgoing?: OutgoingSettings
  /** Keys that a source wants to see with each request for its pictures; names in lower case. */
  headersFor?: (source: string, address: string) => Promise<Record<string, string>>
}

/** Pictures that are fetched at once. */
const atOnce = 2
/** How long one picture may take altogether, in milliseconds; less than a job's lease. */
const longestFetch = 30_000
/** From this status on nothing was sent that is the picture. */
const failed = 300

/**
 * Fetches what was asked for, looks at it, and keeps it as it came. What could not be had is tried
 * again by the queue; what was had and is no picture is not.
 */
export function fetchWorker(tools: FetchTools): Worker {
  return {
    queue: queues.fetch,
    concurrency: atOnce,
    run: async (payload, { signal }) => {
      const { pictureId } = payload as { pictureId: string }
      const row = await queries.pictureRow(tools.engine.db, pictureId)
      if (!row || row.wanted === '') return
      const found = await firstGood(row, tools, signal)
      if ('picture' in found) return keep(row, found.picture, tools)
      await noteTrouble(row, found.trouble, tools)
      if (found.mayHelp) throw new Error(found.trouble)
    },
  }
}

type Found = { picture: ExaminedPicture } | { trouble: string; mayHelp: boolean }

/** The first of the addresses that leads to a picture; of several troubles, the first. */
async function firstGood(row: PictureRow, tools: FetchTools, signal: AbortSignal): Promise<Found> {
  const { from } = JSON.parse(row.wanted) as Wanted
  const troubles: { trouble: string; mayHelp: boolean }[] = []
  for (const candidate of from) {
    const got = await bytesOf(row, candidate, tools, signal)
    const looked = 'bytes' in got ? await examined(got.bytes, tools) : got
    if ('sha256' in looked) return { picture: looked }
    troubles.push(
      'missing' in looked
        ? { trouble: looked.missing, mayHelp: true }
        : { trouble: looked.refused, mayHelp: false },
    )
  }
  const [first] = troubles
  if (!first) return { trouble: 'The wire names no address for it.', mayHelp: false }
  return { trouble: first.trouble, mayHelp: troubles.some(({ mayHelp }) => mayHelp) }
}

async function examined(
  bytes: Uint8Array,
  { decoding }: FetchTools,
): Promise<ExaminedPicture | Lacking> {
  try {
    return await decoding.examine(bytes)
  } catch (error) {
    if (error instanceof NoDecoder) return { missing: error.message }
    throw error
  }
}

type Lacking = { refused: string } | { missing: string }
type Got = { bytes: Uint8Array } | Lacking

async function bytesOf(
  row: PictureRow,
  { href }: Candidate,
  { outgoing, headersFor }: FetchTools,
  signal: AbortSignal,
): Promise<Got> {
  if (!/^https?:/i.test(href))
    return row.folder === null
      ? { refused: 'Its address is no whole one, and no file came with it.' }
      : readBeside(row.folder, href)
  const headers = { accept: 'image/*', ...(await headersFor?.(row.source, href)) }
  const limits = { total: longestFetch, ...outgoing?.limits, body: pictureLimits.bytes }
  const settings = { ...outgoing, limits, signal: withStop(outgoing?.signal, signal) }
  const outcome = await fetchOutside({ address: href, headers }, settings)
  if ('refused' in outcome) {
    const { reason, words } = outcome.refused
    const isForGood = [
      'bad-address',
      'forbidden-port',
      'forbidden-address',
      'too-large',
      'downgrade',
    ]
    return isForGood.includes(reason) ? { refused: words } : { missing: words }
  }
  const { status, body } = outcome.answer
  if (status >= failed) return { missing: `Its address answers with status ${status}.` }
  return { bytes: body }
}

function withStop(own: AbortSignal | undefined, signal: AbortSignal): AbortSignal {
  return own ? AbortSignal.any([own, signal]) : signal
}

async function keep(
  row: PictureRow,
  picture: ExaminedPicture,
  { engine, now }: FetchTools,
): Promise<void> {
  const at = now()
  await engine.write(async (tx) => {
    const current = await queries.pictureRow(tx, row.id)
    // Another version was asked for meanwhile; its own turn comes.
    if (current?.wanted !== row.wanted) return
    const { sha256, contentType, bytes, width, height, metadata } = picture
    await files.keepOriginal(tx, {
      sha256,
      content_type: contentType,
      bytes,
      size: bytes.length,
      width,
      height,
      metadata: JSON.stringify(metadata),
      stored_at: at.toISOString(),
    })
    const isOther = current.original !== sha256
    // What was made of the bytes before must not be served under the new ones' rights.
    if (isOther) await files.dropRenditions(tx, row.id)
    await queries.updatePicture(tx, row.id, {
      original: sha256,
      fetched_at: at.toISOString(),
      trouble: null,
      trouble_at: null,
      ...(isOther ? { renditions: '[]', focus_x: null, focus_y: null } : {}),
    })
    if (isOther || current.renditions === '[]') await makeLater(tx, row.id, 'jpeg', at)
    await settleOffers(tx, [row.id], at)
    await lookAgainLater(tx, [row.id], at)
  })
}

async function noteTrouble(
  row: PictureRow,
  trouble: string,
  { engine, now }: FetchTools,
): Promise<void> {
  const at = now()
  await engine.write(async (tx) => {
    const current = await queries.pictureRow(tx, row.id)
    if (current?.wanted !== row.wanted) return
    await queries.updatePicture(tx, row.id, { trouble, trouble_at: at.toISOString() })
    await settleOffers(tx, [row.id], at)
  })
}
