import { createHash } from 'node:crypto'
import type { OutgoingAnswer } from '../../../outgoing/outgoing.ts'
import { fetchOutside } from '../../../outgoing/outgoing.ts'
import type { Database } from '../../../database/database.ts'
import { takeIn } from '../../intake.ts'
import type { WireItem } from '../../item.ts'
import type { Channel } from '../../sources/sources.ts'
import * as queries from '../../wire.queries.ts'
import type { Asking, Polled } from './polling.ts'

/** How many new items of one feed are taken in one round. */
export const usualNewItems = 2000

const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, application/json;q=0.9, */*;q=0.1'

/** Longer validators than this are not sent back, in characters. */
const longestValidator = 1000

type FeedChannel = Extract<Channel, { kind: 'feed' }>

/** Asks a feed for what is new since the last time, and takes it in. */
export async function pollFeed(asking: Asking<FeedChannel>): Promise<Polled> {
  const { channel, before, tools } = asking
  const result = await fetchOutside(
    {
      address: before.moved_to ?? channel.address,
      headers: {
        accept,
        ...(before.etag === null ? {} : { 'if-none-match': before.etag }),
        ...(before.last_modified === null ? {} : { 'if-modified-since': before.last_modified }),
      },
    },
    tools.outgoing,
  )
  if ('refused' in result) return afterRefusal(result.refused.words, before.moved_to)
  const { answer } = result
  if (answer.status === 304) return { state: {} }
  if (answer.status === 410)
    return { state: {}, trouble: 'The feed says that it is gone for good (410).', gone: true }
  if (answer.status !== 200) {
    const after = retryAfter(answer, tools.intake.now())
    return {
      ...afterRefusal(`The feed answers ${answer.status}.`, before.moved_to),
      ...(after === undefined ? {} : { retryAfter: after }),
    }
  }
  const sha256 = createHash('sha256').update(answer.body).digest('hex')
  const validators = validatorsOf(answer)
  if (sha256 === before.sha256) return { state: validators }
  return takeFeedIn(asking, answer, { ...validators, sha256 })
}

/** Seconds that the other side asks for; undefined where it says nothing, or names a time gone by. */
export function retryAfter({ headers }: OutgoingAnswer, now: Date): number | undefined {
  const text = headers['retry-after']
  if (text === undefined) return undefined
  const seconds = /^\d+$/.test(text) ? Number(text) : (Date.parse(text) - now.getTime()) / 1000
  return seconds > 0 ? seconds : undefined
}

async function takeFeedIn(
  { source, before, tools }: Asking<FeedChannel>,
  answer: OutgoingAnswer,
  state: Polled['state'],
): Promise<Polled> {
  let more = false
  const { mostNewItems = usualNewItems } = tools
  const lines = await takeIn(
    { bytes: answer.body, source: source.name, channel: 'poll', fileName: source.name },
    tools.intake,
    async (items) => {
      const fresh = await unknownItems(tools.intake.engine.db, source.name, items)
      more = fresh.length > mostNewItems
      // Feeds begin with the newest; readers should meet the oldest first.
      return fresh.slice(0, mostNewItems).toReversed()
    },
  )
  const refusal = lines.find(({ outcome }) => outcome === 'refused')
  if (refusal?.reason !== undefined && lines.length === 1)
    return afterRefusal(refusal.reason, before.moved_to)
  // An address is only moved for good by an answer that is a feed.
  const moved = answer.movedTo === undefined ? {} : { moved_to: answer.movedTo }
  return more ? { state: moved, more } : { state: { ...state, ...moved } }
}

/** A feed repeats what it said before; entries name their versions by their content. */
async function unknownItems(db: Database, source: string, items: WireItem[]): Promise<WireItem[]> {
  const guids = [...new Set(items.map(({ uri }) => uri))]
  const known = await queries.knownVersions(db, source, guids)
  return items.filter(({ uri, version }) => {
    const key = queries.versionKey(uri, version)
    if (known.has(key)) return false
    known.add(key)
    return true
  })
}

function validatorsOf({ headers }: OutgoingAnswer): Polled['state'] {
  const kept = (name: string): string | null => {
    const value = headers[name]
    return value !== undefined && value.length <= longestValidator ? value : null
  }
  return { etag: kept('etag'), last_modified: kept('last-modified') }
}

/** A new address that fails is forgotten again: the one that the operator gave may still work. */
function afterRefusal(trouble: string, movedTo: string | null): Polled {
  return { state: movedTo === null ? {} : { moved_to: null }, trouble }
}
