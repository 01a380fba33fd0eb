import type { Database } from '../../database/database.ts'
import { newId } from '../../database/database.ts'
import { refreshArrivals } from '../watching/arrivals.ts'
import type { Placed } from '../placing.ts'
import * as rulings from './rulings.queries.ts'
import type { SettlingContext } from './settling.ts'
import { settle } from './settling.ts'
import { standingOf } from './standing.ts'
import * as queries from '../wire.queries.ts'

/** What an editor decides about an item that the gate keeps closed. */
export interface HoldDecision {
  /** The version that the editor saw; a newer one by now wants a new look. */
  versionId: string
  /** Reasons that no longer hold, in the gate's words. */
  lifted: string[]
  /** "Set the embargo to …"; absent leaves the embargo as it is. */
  embargoed?: Date
  /** For an item that came without one. */
  headline?: string
}

export type Deciding = Placed | { refused: 'missing' | 'newer-version' }

/** Lifts what the editor named. Whether readers see it then, the gate decides. */
export async function releaseItem(
  tx: Database,
  itemId: string,
  decision: HoldDecision,
  context: SettlingContext,
): Promise<Deciding> {
  const { lifted, embargoed, headline, versionId } = decision
  return rule(tx, itemId, versionId, context, {
    lifted: JSON.stringify(lifted),
    embargoed: embargoed?.toISOString() ?? null,
    headline: headline ?? null,
    refused_at: null,
  })
}

/** Keeps an item closed for good, whatever else is lifted later, until somebody releases it. */
export async function refuseItem(
  tx: Database,
  itemId: string,
  versionId: string,
  context: SettlingContext,
): Promise<Deciding> {
  const refused_at = context.now.toISOString()
  return rule(tx, itemId, versionId, context, {
    lifted: '[]',
    embargoed: null,
    headline: null,
    refused_at,
  })
}

async function rule(
  tx: Database,
  itemId: string,
  versionId: string,
  context: SettlingContext,
  ruling: {
    lifted: string
    embargoed: string | null
    headline: string | null
    refused_at: string | null
  },
): Promise<Deciding> {
  const item = await queries.itemById(tx, itemId)
  if (!item) return { refused: 'missing' }
  await context.engine.lock(tx, `wire:${item.source}:${item.guid}`)
  const standing = await standingOf(tx, item)
  const newest = standing.findLast((version) => version.itemId === itemId)
  if (newest?.id !== versionId) return { refused: 'newer-version' }
  await rulings.insertRuling(tx, {
    id: newId(context.now),
    item_id: itemId,
    item_version_id: versionId,
    ...ruling,
    made_at: context.now.toISOString(),
  })
  const placed = await settle(tx, item, context)
  await refreshArrivals(tx, itemId, context.now.toISOString())
  return placed
}
