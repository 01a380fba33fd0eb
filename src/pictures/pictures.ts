import type { OutgoingSettings } from '../outgoing/outgoing.ts'
import type { Worker } from '../jobs/jobs.ts'
import type { Engine } from '../database/database.ts'
import type { FetchTools } from './fetching/fetch-job.ts'
import type { Decoding } from './decoding/decoding.ts'
import { decodingApart } from './decoding/decoding.ts'
import { fetchWorker } from './fetching/fetch-job.ts'
import { makeWorker } from './making/make-job.ts'
import { turnWorker } from './offering/turning.ts'

export type {
  Candidate,
  MadeRendition,
  OfferedPicture,
  PictureFacts,
  PictureWords,
  ShownPicture,
} from './picture.ts'
export { creditLine, strictest } from './offering/offering.ts'
export { bestFirst } from './fetching/best-rendition.ts'
export { pictureRoom } from './fetching/beside.ts'
export { kindOf as pictureKindOf } from './reading/file-kinds.ts'
export { pictureLimits } from './reading/examine.ts'
export { pictureAddresses, settleArticleOffers, shownPictures } from './offering/offers.ts'
export {
  articlesUsing,
  keepDrawing,
  pictureArrived,
  setArticlePictures,
  usesPictures,
} from './uses.ts'
export type { PictureOnDesk, PictureOnList } from './desk/desk-view.ts'
export { newestPictures, pictureOnDesk, previewBytes, waitingPictures } from './desk/desk-view.ts'
export { confirmTerms, fetchAgain, focusPicture, wordPicture } from './desk/deciding.ts'
export type { PicturePlace } from './picture.html.ts'
export { previewOf, storyPicture, teaserPicture } from './picture.html.ts'
export { addressOf, contentTypes } from './rendition-address.ts'

let shared: Decoding | undefined

/** Who fetches pictures, makes their sizes, and watches their embargoes and expiries. */
export function pictureWorkers(tools: {
  engine: Engine
  now: () => Date
  outgoing?: OutgoingSettings
  headersFor?: NonNullable<FetchTools['headersFor']>
  /** Where pictures are decoded; absent: in processes that all workers of this one share. */
  decoding?: Decoding
}): Worker[] {
  const decoding = tools.decoding ?? (shared ??= decodingApart())
  return [
    fetchWorker({ ...tools, decoding }),
    makeWorker({ ...tools, decoding }),
    turnWorker(tools),
  ]
}
