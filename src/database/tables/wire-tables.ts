/** The tables of the wire; named in `schema.ts`. */
export interface DeliveriesTable {
  id: string
  sha256: string
  source: string
  channel: string
  file_name: string
  received_at: string
  /** Why the file, or a part of it, was set apart; null when all of it was understood. */
  refusal: string | null
  /** Where the pictures lie that the file names without an address; null: nowhere. */
  folder: string | null
}

export interface ItemsTable {
  id: string
  source: string
  guid: string
  article_id: string | null
  created_at: string
  /** What the sluglines of one story's takes and leads have in common. */
  family: string | null
}

export interface ItemVersionsTable {
  id: string
  item_id: string
  delivery_id: string
  version: string
  version_created: string | null
  pub_status: string
  /** A hash of what the item says, the same for the same story in another format. */
  fingerprint: string
  /** The canonical item as JSON, body included. */
  item: string
  received_at: string
  /** Set where another version with the same number and other content was there before. */
  conflict_at: string | null
}

export interface SourcesTable {
  name: string
  title: string
  /** `Channel` as JSON. */
  channel: string
  publish: 'by-itself' | 'through-desk'
  summary: 'off' | 'extract' | 'model'
  search_engines: 'index' | 'noindex' | 'canonical'
  creditline: string | null
  section: string | null
  language: string | null
  /** An IANA name; null: no clock was set. */
  time_zone: string | null
  ordering: 'counter' | 'time' | null
  usual_interval: number | null
  pictures: 'take' | 'leave' | null
  data_mining: 'reserved' | 'licensed' | null
  token_hash: string | null
  last_heard_at: string | null
  silent_at: string | null
  added_at: string
}

export interface SourcePollsTable {
  source: string
  moved_to: string | null
  etag: string | null
  last_modified: string | null
  sha256: string | null
  /** What the paged channel needs to go on, as JSON. */
  cursor: string | null
  failures: number
  trouble: string | null
  polled_at: string | null
  stopped_at: string | null
}

export interface UsagePhrasesTable {
  id: string
  source: string
  /** Without case, marks and spaces. */
  phrase: string
  words: string
  seen_at: string
  /** `Meaning` as JSON; null until somebody has said it. */
  meaning: string | null
  confirmed_at: string | null
  confirmed_by: string | null
}
