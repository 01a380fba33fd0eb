import type { Generated } from 'kysely'
import type {
  ArrivalsTable,
  DecisionsTable,
  MergesTable,
  ReceiptMarksTable,
  ReceiptsTable,
  RulingsTable,
} from './tables/desk-tables.ts'
import type {
  ArticlePicturesTable,
  PictureOriginalsTable,
  PictureRenditionsTable,
  PicturesTable,
} from './tables/picture-tables.ts'
import type {
  DeliveriesTable,
  ItemsTable,
  ItemVersionsTable,
  SourcePollsTable,
  SourcesTable,
  UsagePhrasesTable,
} from './tables/wire-tables.ts'

export type * from './tables/desk-tables.ts'
export type * from './tables/picture-tables.ts'
export type * from './tables/wire-tables.ts'

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
  items: ItemsTable
  item_versions: ItemVersionsTable
  arrivals: ArrivalsTable
  rulings: RulingsTable
  merges: MergesTable
  rejected_matches: { item_id: string; article_id: string; rejected_at: string }
  package_members: { package_id: string; source: string; guid: string; place: number }
  sources: SourcesTable
  source_polls: SourcePollsTable
  usage_phrases: UsagePhrasesTable
  usage_carriers: { phrase_id: string; item_id: string }
  // articles
  articles: ArticlesTable
  article_revisions: ArticleRevisionsTable
  slugs: { slug: string; article_id: string; created_at: string }
  corrections: CorrectionsTable
  /** Words as `searchable` makes them; each engine keeps an index of its own over them. */
  search_texts: { article_id: string; headline: string; body: string }
  // pictures
  picture_originals: PictureOriginalsTable
  pictures: PicturesTable
  picture_renditions: PictureRenditionsTable
  article_pictures: ArticlePicturesTable
  // summaries
  summaries: SummariesTable
  summary_events: SummaryEventsTable
  summary_flags: SummaryFlagsTable
  struck_sentences: { article_id: string; text: string; struck_at: string }
  summary_requests: SummaryRequestsTable
  model_days: ModelDaysTable
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
  /** When what is still ahead comes: the end of an embargo, an expiry; null once that was seen to. */
  due_at: string | null
  published_at: string
  updated_at: string
  /** When readers here could first see it; null until then. */
  live_at: string | null
  /** From when on lists, feeds and search leave it out. */
  expires_at: string | null
  /** From when on nobody may see it: its source bars use in archives. */
  barred_at: string | null
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
  /** From when on readers see it; null: it waits for an examination. */
  shown_at: string | null
  withdrawn_by: string | null
  withdrawn_reason: string | null
  /** How many of its sentences no earlier summary of the article had. */
  fresh: number
  /** JSON: what made it, for the record. */
  provenance: string | null
}

export interface SummaryEventsTable {
  id: string
  article_id: string
  summary_id: string
  revision: number
  method: string
  what: string
  who: string
  /** Words for readers; null: for the record alone. */
  public_words: string | null
  /** JSON: what was changed, rejected or held back. */
  detail: string
  at: string
}

export interface SummaryFlagsTable {
  id: string
  article_id: string
  summary_id: string
  revision: number
  /** Counted from 1. */
  sentence: number
  text: string
  reason: string | null
  created_at: string
  answered_at: string | null
  answered_by: string | null
  upheld_at: string | null
  answer: string | null
}

export interface SummaryRequestsTable {
  article_id: string
  revision: number
  asked_at: string
  settled_at: string | null
  /** `written`, `nothing-held`, `failed`, `no-budget`, `overtaken`. */
  outcome: string | null
}

export interface ModelDaysTable {
  day: string
  requests: number
  answers: number
  failures: number
  sentences: number
  withheld: number
  last_answer_at: string | null
  last_failure_at: string | null
  last_failure: string | null
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
