import type { Database, Engine } from '../../database/database.ts'
import { recordDecision } from '../../ledger/ledger.ts'
import { feedAt, intervalOf } from '../sources/channel-settings.ts'
import type { Settings, WrongSetting } from '../sources/source-settings.ts'
import { settledSource } from '../sources/source-settings.ts'
import type { Channel } from '../sources/sources.ts'
import { giveToken, insertSource, sourceName } from '../sources/sources.ts'

/** The ways of delivery that an editor can choose; the others need the machine itself. */
export const deliveries = ['feed', 'push'] as const

/** A source that was made known, and the token with which it may push: to be read only now. */
export interface AddedSource {
  name: string
  token?: string
}

/**
 * Makes a source known from what an editor typed: `name`, `delivers`, for a feed `feed` (its address)
 * and `every` (seconds), and any settings of a source. The ledger keeps who did. Nothing is kept
 * where something is wrong.
 */
export async function addSourceByHand(
  engine: Engine,
  { name = '', delivers = '', feed = '', every, ...settings }: Settings,
  by: string,
  now: Date,
): Promise<AddedSource | WrongSetting> {
  if (!sourceName.test(name))
    return { option: 'name', wrong: 'wants a short name of a-z, 0-9 and hyphens.' }
  const interval = intervalOf(every)
  if (typeof interval === 'object') return interval
  const channel = channelOf(delivers, feed, interval)
  if ('wrong' in channel) return channel
  const source = settledSource(name, undefined, channel, settings)
  if ('wrong' in source) return source
  return engine.write(async (tx) => {
    if (!(await insertSource(tx, source, now)))
      return { option: 'name', wrong: `is taken: there is a source ${name} already.` }
    await record(tx, name, 'made known', by, now)
    const token = channel.kind === 'push' ? await giveToken(tx, name) : undefined
    return token === undefined ? { name } : { name, token }
  })
}

function channelOf(
  delivers: string,
  feed: string,
  interval: number | undefined,
): Channel | WrongSetting {
  if (delivers === 'push') return { kind: 'push' }
  if (delivers === 'feed') return feedAt(feed, interval)
  return { option: 'delivers', wrong: `is one of ${deliveries.join(', ')}.` }
}

/**
 * Another token with which a known source may push; the one before ends. Undefined: nobody made the
 * source known.
 */
export async function renewToken(
  engine: Engine,
  name: string,
  by: string,
  now: Date,
): Promise<string | undefined> {
  return engine.write(async (tx) => {
    const token = await giveToken(tx, name)
    if (token !== undefined) await record(tx, name, 'made a new token for', by, now)
    return token
  })
}

async function record(tx: Database, name: string, deed: string, by: string, now: Date) {
  await recordDecision(tx, { subject: `source:${name}`, deed, by, reason: '' }, now)
}
