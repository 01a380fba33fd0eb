import type { Generated } from 'kysely'

/**
 * Every table on one page. Ids and times are text (times ISO 8601, UTC, milliseconds), states are
 * nullable times, JSON is text that its feature parses. Only the feature named above a table may
 * write it, in its `*.queries.ts`.
 */
export interface Schema {
  // database
  migrations: { name: string; checksum: string; applied_at: string }
  changes: ChangesTable
  settings: { name: string; value: string }
  // jobs
  jobs: JobsTable
  // wire
  wire_bytes: { sha256: string; bytes: Uint8Array; stored_at: string }
  deliveries: DeliveriesTable
  items: { id: string; source: string; guid: string; article_id: string | null; created_at: string }
  item_versions: ItemVersionsTable
  arrivals: ArrivalsTable
  rulings: RulingsTable
  merges: MergesTable
  rejected_matches: { item_id: string; article_id: string; rejected_at: string }
  // articles
  articles: ArticlesTable
  article_revisions: ArticleRevisionsTable
  slugs: { slug: string; article_id: string; created_at: string }
  corrections: CorrectionsTable
  pictures: PicturesTable
  /** Words as `searchable` makes them; each engine keeps an index of its own over them. */
  search_texts: { article_id: string; headline: string; body: string }
  // summaries
  summaries: SummariesTable
  // comments
  comments: CommentsTable
  recommendations: {
    comment_id: string
    article_id: string
    voter: string
    created_at: string
  }
  // ledger
  decisions: DecisionsTable
  receipts: ReceiptsTable
  receipt_marks: ReceiptMarksTable
  // desk
  desk_keys: { hash: string; made_at: string; used_at: string | null }
  desk_sessions: { hash: string; name: string; made_at: string; seen_at: string }
  // moods
  mood_votes: {
    article_id: string
    voter: string
    mood: string
    created_at: string
    changed_at: string
  }
}

export interface ChangesTable {
  /** Rises with every change; gaps are usual. */
  seq: Generated<number>
  /** What changed, such as `article:01J…` or `lists`. */
  topic: string
  changed_at: string
}

export interface JobsTable {
  id: string
  queue: string
  key: string
  /** JSON that the queue's worker understands. */
  payload: string
  run_at: string
  attempts: number
  /** How often it was asked for; asked again while it runs, it runs again. */
  asked: number
  lease_token: string | null
  lease_until: string | null
  last_error: string | null
  /** Set after the last attempt failed: a person has to look. */
  dead_at: string | null
  created_at: string
}

export interface DeliveriesTable {
  id: string
  sha256: string
  source: string
  channel: string
  file_name: string
  received_at: string
  /** Why the file, or a part of it, was set apart; null when all of it was understood. */
  refusal: string | null
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

export interface ArticlesTable {
  id: string
  slug: string
  section: string
  revision: number
  /** `ArticleContent` as JSON. */
  content: string
  pub_status: string
  embargoed: string | null
  /** A JSON list of reasons, in words, why the gate keeps it closed. */
  held: string
  /** When an embargo that is still ahead runs out; null once that was seen to. */
  due_at: string | null
  published_at: string
  updated_at: string
  /** When readers here could first see it; null until then. */
  live_at: string | null
}

export interface ArticleRevisionsTable {
  article_id: string
  revision: number
  content: string
  item_version_id: string | null
  made_at: string
  /** The editor who made it; null where the wire did. */
  editor: string | null
}

export interface CorrectionsTable {
  id: string
  article_id: string
  revision: number
  text: string
  paragraph: number | null
  made_at: string
}

export interface PicturesTable {
  /** A hash of the bytes, with an ending. */
  name: string
  /** The article whose gate it stands behind. */
  article_id: string
  content_type: string
  bytes: Uint8Array
  stored_at: string
}

export interface SummariesTable {
  id: string
  article_id: string
  revision: number
  method: string
  /** `SummarySentence[]` as JSON. */
  sentences: string
  created_at: string
  examined_at: string | null
  examiner: string | null
  withdrawn_at: string | null
}

export interface CommentsTable {
  id: string
  article_id: string
  parent_id: string | null
  /** The comment that opened the thread; its own id for that one. */
  thread_id: string
  name: string
  text: string
  /** A hash of name and text as compared for repeats. */
  fingerprint: string
  created_at: string
  taken_down_at: string | null
}

/** One version that arrived, as the wire page lists it. */
export interface ArrivalsTable {
  item_version_id: string
  item_id: string
  source: string
  received_at: string
  headline: string
  slugline: string
  urgency: number | null
  subjects: string
  words: string
  outcome: string
  pub_status: string
  embargoed: string | null
  /** A JSON list of the reasons that are left after what the desk decided. */
  held: string
  replaced_at: string | null
}

export interface RulingsTable {
  id: string
  item_id: string
  item_version_id: string
  /** A JSON list of reasons, in the words of the intake. */
  lifted: string
  embargoed: string | null
  headline: string | null
  refused_at: string | null
  made_at: string
}

export interface MergesTable {
  article_id: string
  base_version_id: string
  item_version_id: string
  asked_at: string
}

export interface DecisionsTable {
  id: string
  /** Such as `item:01J…`, `article:01J…`, `comment:01J…`. */
  subject: string
  deed: string
  by_name: string
  reason: string
  detail: string
  made_at: string
}

export interface ReceiptsTable {
  id: string
  article_id: string
  /** `canceled`, `withheld`, `embargoed`, `held` … */
  cause: string
  delivered_at: string
  closed_at: string
}

export interface ReceiptMarksTable {
  receipt_id: string
  node: string
  what: string
  number: number
  detail: string
  marked_at: string
}

/**
 * Every table that holds the newsroom, parents before children, for backups. `changes` and
 * `migrations` belong to one database and stay with it, and nobody is at the desk of a restored one.
 */
export const keptTables = [
  'settings',
  'jobs',
  'wire_bytes',
  'deliveries',
  'articles',
  'article_revisions',
  'slugs',
  'corrections',
  'pictures',
  'search_texts',
  'items',
  'item_versions',
  'arrivals',
  'rulings',
  'merges',
  'rejected_matches',
  'decisions',
  'receipts',
  'receipt_marks',
  'summaries',
  'comments',
  'recommendations',
  'mood_votes',
] as const satisfies readonly (keyof Schema)[]

type LeftBehind = 'changes' | 'migrations' | 'desk_keys' | 'desk_sessions'
type Forgotten = Exclude<keyof Schema, (typeof keptTables)[number] | LeftBehind>
// Does not compile while a table of `Schema` is missing above.
export const noTableIsForgotten: Forgotten extends never ? true : Forgotten = true
