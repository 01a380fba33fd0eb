import type { Body } from '../articles/body/body.ts'
import type { Policy } from './sources/policy.ts'
import type { Take } from './takes/take-marks.ts'

/**
 * The canonical item: what every wire format becomes. Keys are those of ninjs 3.x
 * (https://iptc.org/std/ninjs/, schema 3.1); what is ours stands under `standfirst`. Times are ISO
 * 8601 in UTC with milliseconds. A key whose value the source did not give is absent, never null.
 */
export interface WireItem {
  /** The item's stable identity without its revision. */
  uri: string
  /** As the source wrote it; compared by the source's own rule. */
  version: string
  /** `text`, `picture`, `composite`, `planning`, … */
  type: string
  pubStatus: string
  embargoed?: string
  urgency?: number
  versionCreated?: string
  firstCreated?: string
  contentCreated?: string
  expires?: string
  /** A BCP 47 tag. */
  language?: string
  headlines: TextField[]
  by?: string
  dateline?: string
  slugline?: string
  creditline?: string
  /** The place the story was written from, by name. */
  located?: string
  descriptions: TextField[]
  bodies: TextField[]
  subjects: Concept[]
  people?: Concept[]
  organisations?: Concept[]
  places?: Concept[]
  genres?: Concept[]
  keywords?: string[]
  copyrightHolder?: string
  copyrightNotice?: string
  usageTerms?: string
  rightsInfo?: Record<string, unknown>
  infoSources?: { name: string; role?: string }[]
  digitalSourceType?: string
  altIds?: { role: string; value: string }[]
  associations?: Association[]
  renditions?: Rendition[]
  /** Notes to editors. Never for readers, except those whose role says so in `publicNotes`. */
  edNote?: string
  standfirst: HouseFields
}

export interface HouseFields {
  source: string
  format: string
  /** Why the gate keeps it closed, in words; empty when nothing in the item itself forbids it. */
  held: string[]
  bodyText: string
  /** What the intake took out or had to assume. */
  notices: Notice[]
  /** What this version says of itself: signals, advisory lines, the version it replaces. */
  signals: Signal[]
  /** The other item that this message takes down, where it names one. */
  stops?: { uri: string; pubStatus: 'canceled' | 'withheld'; aliases?: string[] }
  /** Further names by which a message may stop it: the agency's own number of the day, its slug. */
  aliases?: string[]
  /** From when on its source bars use in archives, and so every use. */
  barred?: string
  /** Which part of a story it is, where the story comes in takes. */
  take?: Take
  /** Corrections that the source meant for the public, in its own words. */
  publicNotes: string[]
  /** The body as blocks; `bodies` is drawn from it. Not printed. */
  body: Body
  /** How times were read that name no zone; absent where nobody said in which one its source writes. */
  clock?: Clock
  /** What the settings of its source make of it; absent where nobody made the source known. */
  policy?: Policy
  /** Fields that were not understood, kept verbatim. For the desk only: they may name contacts. */
  extra?: Record<string, unknown>
}

/** The clock of a source, as the operator's setting had it when the item was read. */
export interface Clock {
  /** The IANA name of its zone. */
  zone: string
  /** What the time would be without the setting, so that a second delivery is known for one. */
  versionCreated?: string
  /** As the source wrote it. */
  embargoed?: string
}

export interface TextField {
  role: string
  contentType?: string
  value: string
}

export interface Concept {
  uri?: string
  name?: string
  /** As the source gave it, when it differs from `uri`. */
  code?: string
  scheme?: string
  creator?: string
  confidence?: number
  relevance?: number
  rel?: string
}

export interface Association {
  rel: string
  uri?: string
  version?: string
  type?: string
  headline?: string
  description?: string
  altText?: string
  by?: string
  creditline?: string
  copyrightNotice?: string
  usageTerms?: string
  /** A rights expression (ODRL), as it was sent. */
  encodedRights?: string
  pubStatus?: string
  embargoed?: string
  /** As it was sent, or `empty`, where it is no time that can be read. */
  expires?: string
  renditions: Rendition[]
}

export interface Rendition {
  name: string
  href: string
  contentType?: string
  width?: number
  height?: number
  sizeInBytes?: number
}

/** `removed`: text taken out of the body, in `text`. `assumed`: a value we had to supply. */
export interface Notice {
  kind: 'removed' | 'assumed' | 'unread'
  what: string
  text?: string
}

/**
 * `update`, `correction`, `replace`, `withdraw`, `take`: what the version does. `advisory`: a line
 * to editors such as "UPDATES with …". `previous`: the version or item that this one follows.
 */
export interface Signal {
  kind:
    'update' | 'correction' | 'replace' | 'withdraw' | 'take' | 'advisory' | 'previous' | 'provider'
  value: string
}

/** What reading one file gives: its items in order, or the reason why not. */
export type Reading = { items: WireItem[]; refused: Refusal[] }

/** One file, or one item of a file, that could not be understood. `reason` is one plain sentence. */
export interface Refusal {
  reason: string
  /** Which item of the file, from 1, where the rest of it was understood. */
  item?: number
}
