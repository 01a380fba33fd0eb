/** The tables of pictures, for `schema.ts`. */

export interface PictureOriginalsTable {
  sha256: string
  content_type: string
  bytes: Uint8Array
  size: number
  width: number
  height: number
  /** `PictureMetadata` as JSON. */
  metadata: string
  stored_at: string
}

export interface PicturesTable {
  id: string
  source: string
  guid: string
  /** `Wanted` as JSON. */
  wanted: string
  folder: string | null
  original: string | null
  fetched_at: string | null
  trouble: string | null
  trouble_at: string | null
  focus_x: number | null
  focus_y: number | null
  confirmed_terms: string | null
  confirmed_at: string | null
  confirmed_by: string | null
  /** `MadeRendition[]` as JSON. */
  renditions: string
  created_at: string
}

export interface PictureRenditionsTable {
  picture_id: string
  name: string
  bytes: Uint8Array
  made_at: string
}

export interface ArticlePicturesTable {
  article_id: string
  picture_id: string
  place: number
  /** `PictureWords` as JSON. */
  words: string
  /** `PictureFacts` as JSON. */
  facts: string
  house_caption: string | null
  house_credit: string | null
  house_alt: string | null
  offered_at: string | null
  withdrawn_at: string | null
  left_at: string | null
}
