import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database, Engine } from '../../database/database.ts'
import type { SourcesTable } from '../../database/schema.ts'
import * as queries from './sources.queries.ts'

/** How a source delivers. Addresses and keys are the operator's and are never shown to readers. */
export type Channel =
  | { kind: 'command' }
  | { kind: 'push' }
  | { kind: 'folder'; path: string }
  | { kind: 'feed'; address: string; interval: number }
  | PagedChannel

export interface PagedChannel {
  kind: 'paged'
  /** Whose way of turning pages it is. */
  pages: 'ap' | 'afp'
  address: string
  /** Seconds between two questions. */
  interval: number
  /** Sent with each request, such as `x-api-key`; names in lower case. */
  headers: Record<string, string>
  /** AFP: the query that is asked for, as its documentation has it. */
  query?: unknown
  /** AFP: `user:password` of the account that asks. */
  login?: string
}

/** A source that the operator has made known; one that is not known behaves as these defaults say. */
export interface Source {
  name: string
  title: string
  channel: Channel
  /** Whether what it sends goes to readers by itself, or waits for an editor. */
  publish: 'by-itself' | 'through-desk'
  /** What machines may make of its text. */
  summary: 'off' | 'extract' | 'model'
  searchEngines: 'index' | 'noindex' | 'canonical'
  creditline?: string
  section?: string
  /** The language of items that name none. */
  language?: string
  /** The IANA name of the zone in which it writes times that name none; absent: as is known of it. */
  timeZone?: string
  /** What orders its versions; absent: the intake tells counters by their looks. */
  ordering?: 'counter' | 'time'
  /** Whether pictures that come with its stories are taken; absent: yes, but not of a feed. */
  pictures?: 'take' | 'leave'
  /**
   * Whose word on text and data mining counts. `reserved`: all its texts are marked so to others.
   * `licensed`: what its items reserve does not bind us, as the contract has it; others are told
   * of it all the same. Absent: as each item says.
   */
  dataMining?: 'reserved' | 'licensed'
  /** Seconds of quiet that are usual; absent: its own history tells. */
  usualInterval?: number
  lastHeardAt?: string
  silentAt?: string
}

/** The keys that a source wants to see with a request for one of its pictures: its own host alone gets them. */
export async function keysFor(
  db: Database,
  name: string,
  address: string,
): Promise<Record<string, string>> {
  const channel = (await sourceNamed(db, name))?.channel
  if (channel?.kind !== 'paged') return {}
  return URL.parse(channel.address)?.origin === URL.parse(address)?.origin ? channel.headers : {}
}

/** What a name of a source looks like. */
export const sourceName = /^[a-z0-9][a-z0-9-]{0,40}$/

export async function sourceNamed(db: Database, name: string): Promise<Source | undefined> {
  const row = await queries.sourceRow(db, name)
  return row && sourceOf(row)
}

export async function allSources(db: Database): Promise<Source[]> {
  return (await queries.sourceRows(db)).map(sourceOf)
}

/** Makes a source known; false when the name is taken. */
export async function addSource(engine: Engine, source: Source, now: Date): Promise<boolean> {
  return engine.write((tx) => insertSource(tx, source, now))
}

/** The same in a transaction that does more. */
export async function insertSource(tx: Database, source: Source, now: Date): Promise<boolean> {
  return queries.insertSource(tx, newRow(source, now))
}

/** Makes a source known, or gives it other settings, in a transaction that does more. */
export async function keepSource(tx: Database, source: Source, now: Date): Promise<void> {
  if (!(await insertSource(tx, source, now))) await queries.updateSource(tx, rowOf(source))
}

function newRow(source: Source, now: Date): SourcesTable {
  return {
    ...rowOf(source),
    token_hash: null,
    last_heard_at: null,
    silent_at: null,
    added_at: now.toISOString(),
  }
}

/**
 * Gives a source other settings. They apply to what arrives from then on. What was known of an
 * address is forgotten when another one takes its place.
 */
export async function setSource(engine: Engine, source: Source): Promise<void> {
  const before = await sourceNamed(engine.db, source.name)
  const isElsewhere = addressOf(before?.channel) !== addressOf(source.channel)
  await engine.write(async (tx) => {
    await queries.updateSource(tx, rowOf(source))
    if (isElsewhere) await queries.deletePoll(tx, source.name)
  })
}

/**
 * Makes the token with which a source may push; the one before stops to work. Only a hash is kept,
 * so this is the only time that it can be read. Undefined: there is no such source.
 */
export async function newToken(engine: Engine, name: string): Promise<string | undefined> {
  return engine.write((tx) => giveToken(tx, name))
}

/** The same in a transaction that does more. */
export async function giveToken(tx: Database, name: string): Promise<string | undefined> {
  const token = randomBytes(32).toString('base64url')
  return (await queries.setToken(tx, name, hashOf(token))) ? token : undefined
}

/** Whether this is the source's token, compared in a time that tells nothing of it. */
export async function isToken(
  db: Database,
  name: string,
  token: string,
): Promise<'yes' | 'no' | 'no-such-source'> {
  const row = await queries.sourceRow(db, name)
  if (!row) return 'no-such-source'
  // Both are hashes of the same length, so a length tells nothing either.
  const kept = Buffer.from(row.token_hash ?? hashOf(randomBytes(32).toString('hex')))
  return timingSafeEqual(kept, Buffer.from(hashOf(token))) ? 'yes' : 'no'
}

/** A token has 256 random bits, so a plain hash keeps it. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function addressOf(channel: Channel | undefined): string {
  return channel !== undefined && 'address' in channel ? channel.address : ''
}

function sourceOf(row: SourcesTable): Source {
  return {
    name: row.name,
    title: row.title,
    channel: JSON.parse(row.channel) as Channel,
    publish: row.publish,
    summary: row.summary,
    searchEngines: row.search_engines,
    ...(row.creditline === null ? {} : { creditline: row.creditline }),
    ...(row.section === null ? {} : { section: row.section }),
    ...(row.language === null ? {} : { language: row.language }),
    ...(row.time_zone === null ? {} : { timeZone: row.time_zone }),
    ...(row.ordering === null ? {} : { ordering: row.ordering }),
    ...(row.pictures === null ? {} : { pictures: row.pictures }),
    ...(row.data_mining === null ? {} : { dataMining: row.data_mining }),
    ...(row.usual_interval === null ? {} : { usualInterval: row.usual_interval }),
    ...(row.last_heard_at === null ? {} : { lastHeardAt: row.last_heard_at }),
    ...(row.silent_at === null ? {} : { silentAt: row.silent_at }),
  }
}

function rowOf(source: Source) {
  return {
    name: source.name,
    title: source.title,
    channel: JSON.stringify(source.channel),
    publish: source.publish,
    summary: source.summary,
    search_engines: source.searchEngines,
    creditline: source.creditline ?? null,
    section: source.section ?? null,
    language: source.language ?? null,
    time_zone: source.timeZone ?? null,
    ordering: source.ordering ?? null,
    pictures: source.pictures ?? null,
    data_mining: source.dataMining ?? null,
    usual_interval: source.usualInterval ?? null,
  }
}
