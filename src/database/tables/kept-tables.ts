import type { Schema } from '../schema.ts'

/**
 * Every table that holds the newsroom, parents before children, for backups. `changes` and
 * `migrations` belong to one database and stay with it, and nobody is at the desk of a restored one.
 */
export const keptTables = [
  'settings',
  'jobs',
  'wire_bytes',
  'deliveries',
  'sources',
  'source_polls',
  'articles',
  'article_revisions',
  'slugs',
  'corrections',
  'picture_originals',
  'pictures',
  'picture_renditions',
  'article_pictures',
  'search_texts',
  'items',
  'item_versions',
  'package_members',
  'arrivals',
  'rulings',
  'merges',
  'rejected_matches',
  'usage_phrases',
  'usage_carriers',
  'decisions',
  'receipts',
  'receipt_marks',
  'summaries',
  'summary_events',
  'summary_flags',
  'struck_sentences',
  'summary_requests',
  'model_days',
  'comments',
  'recommendations',
  'mood_votes',
] as const satisfies readonly (keyof Schema)[]

/** How many rows are moved at once where a row may hold a whole file; of other tables more. */
export const heavyRows: Partial<Record<keyof Schema, number>> = {
  wire_bytes: 10,
  picture_originals: 2,
  picture_renditions: 20,
}

type LeftBehind = 'changes' | 'migrations' | 'desk_keys' | 'desk_sessions'
type Forgotten = Exclude<keyof Schema, (typeof keptTables)[number] | LeftBehind>
// Does not compile while a table of `Schema` is missing above.
export const noTableIsForgotten: Forgotten extends never ? true : Forgotten = true
