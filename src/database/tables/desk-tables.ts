/** The tables of the desk and the ledger, and what the wire keeps for them; see `schema.ts`. */

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
