import type { Engine } from '../../../database/database.ts'
import type { SourcePollsTable } from '../../../database/schema.ts'
import type { Worker } from '../../../jobs/jobs.ts'
import { enqueue, waitingKeys } from '../../../jobs/jobs.ts'
import type { OutgoingSettings } from '../../../outgoing/outgoing.ts'
import type { Log } from '../../../web/log.ts'
import type { IntakeTools } from '../../intake.ts'
import type { Channel, Source } from '../../sources/sources.ts'
import { sourceNamed } from '../../sources/sources.ts'
import * as queries from '../../sources/sources.queries.ts'
import { pollFeed } from './feed.ts'
import { pollPages } from './pages.ts'

/** A source that is asked is not asked less often than this, in seconds. */
export const longestPause = 24 * 3600
/** A source that has more to give is asked again after this, in seconds. */
const shortPause = 1
const queue = 'poll'
/** How many sources are asked at once by one node; each takes 20 s at worst. */
const atOnce = 4

export interface PollTools {
  intake: IntakeTools
  outgoing: OutgoingSettings
  log: Log
  /** New items that are taken from one feed in one round; the rest waits for the next one. */
  mostNewItems?: number
}

/** What one round of questions came to. */
export interface Polled {
  /** What is to be remembered for the next time. */
  state: Partial<SourcePollsTable>
  /** What went wrong, in one sentence; the next question then waits longer. */
  trouble?: string
  /** There is more to fetch at once. */
  more?: boolean
  /** Seconds for which the other side wants to be left alone. */
  retryAfter?: number
  /** The other side says that it is gone for good. */
  gone?: boolean
}

export type PolledChannel = Extract<Channel, { interval: number }>

/** What a channel needs to ask: where it stands, and the way out. */
export interface Asking<C extends PolledChannel> {
  source: Source
  channel: C
  before: SourcePollsTable
  tools: PollTools
  /** Keeps what has been reached so far, for channels of many pages. */
  keep: (state: Partial<SourcePollsTable>) => Promise<void>
}

/** The worker that asks sources. Of several nodes one at a time has a source's job. */
export function pollWorker(tools: PollTools): Worker {
  return { queue, concurrency: atOnce, run: (name) => pollSource(String(name), tools) }
}

/** Makes sure that each source that is to be asked has its job. */
export async function enqueuePolls(engine: Engine, sources: Source[], now: Date): Promise<void> {
  const known = await waitingKeys(engine.db, queue)
  const missing = sources.filter(({ name, channel }) => 'interval' in channel && !known.has(name))
  if (missing.length === 0) return
  const stopped = (await queries.pollRows(engine.db)).filter(({ stopped_at }) => stopped_at)
  for (const { name } of missing) {
    if (stopped.some(({ source }) => source === name)) continue
    await engine.write((tx) => enqueue(tx, { queue, key: name, payload: name }, now))
  }
}

/** Asks a source again that was given up, or that waits long after failures. */
export async function resume(engine: Engine, name: string, now: Date): Promise<void> {
  await engine.write(async (tx) => {
    const row = await queries.pollRow(tx, name)
    if (row) await queries.setPoll(tx, { ...row, failures: 0, trouble: null, stopped_at: null })
    await enqueue(tx, { queue, key: name, payload: name }, now)
  })
}

/** One round of questions to one source. Undefined: it is not to be asked again. */
export async function pollSource(
  name: string,
  tools: PollTools,
): Promise<{ again: Date } | undefined> {
  const { engine, now } = tools.intake
  const source = await sourceNamed(engine.db, name)
  const before = (await queries.pollRow(engine.db, name)) ?? blank(name)
  if (!source || !('interval' in source.channel) || before.stopped_at !== null) return undefined
  let reached = before
  const keep = async (state: Partial<SourcePollsTable>): Promise<void> => {
    reached = { ...reached, ...state }
    await keepState(engine, source, reached)
  }
  const polled = await ask(source, source.channel, { before, tools, keep })
  if (tools.outgoing.signal?.aborted) return { again: now() }
  const { trouble, gone } = polled
  const failures = trouble === undefined ? 0 : before.failures + 1
  await keep({
    ...polled.state,
    failures,
    trouble: trouble ?? null,
    polled_at: now().toISOString(),
    stopped_at: gone ? now().toISOString() : null,
  })
  if (trouble !== undefined)
    tools.log.info(gone ? 'source-gone' : 'source-trouble', { source: name, trouble, failures })
  if (gone) return undefined
  const pause = pauseAfter(polled, source.channel.interval, failures)
  return { again: new Date(now().getTime() + pause * 1000) }
}

/** Seconds until the next question: twice as long after each failure, up to a day. */
export function pauseAfter(polled: Polled, interval: number, failures: number): number {
  if (polled.trouble === undefined) return polled.more ? shortPause : interval
  const backOff = interval * 2 ** Math.min(failures, 20)
  return Math.min(longestPause, Math.max(backOff, polled.retryAfter ?? 0))
}

async function ask(
  source: Source,
  channel: PolledChannel,
  about: Omit<Asking<PolledChannel>, 'source' | 'channel'>,
): Promise<Polled> {
  try {
    return channel.kind === 'feed'
      ? await pollFeed({ source, channel, ...about })
      : await pollPages({ source, channel, ...about })
  } catch (error) {
    about.tools.log.error('poll-failed', error, { source: source.name })
    return { state: {}, trouble: 'What it sent could not be stored; the log says why.' }
  }
}

/** Nothing is kept for a source that was given another address meanwhile. */
async function keepState(engine: Engine, source: Source, state: SourcePollsTable): Promise<void> {
  await engine.write(async (tx) => {
    const now = await sourceNamed(tx, source.name)
    if (JSON.stringify(now?.channel) === JSON.stringify(source.channel))
      await queries.setPoll(tx, state)
  })
}

function blank(source: string): SourcePollsTable {
  return {
    source,
    moved_to: null,
    etag: null,
    last_modified: null,
    sha256: null,
    cursor: null,
    failures: 0,
    trouble: null,
    polled_at: null,
    stopped_at: null,
  }
}
