import type { Database } from '../database/database.ts'
import type { WireItem } from './item.ts'
import { currentVersion, orderable } from './versions.ts'
import * as queries from './wire.queries.ts'

export type { IntakeLine, IntakeTools } from './intake.ts'
export { takeIn, unnamedSource } from './intake.ts'
export { startChannels } from './channels/channels.ts'
export { pushRoutes } from './channels/push.routes.ts'
export type { SilentSource } from './sources/silence.ts'
export { silentSources } from './sources/silence.ts'
export type { WireItem } from './item.ts'

/** What only the intake knows of an article that came by wire; undefined for the house's own. */
export async function originOf(db: Database, articleId: string) {
  const item = await currentItem(db, articleId)
  if (!item) return undefined
  return {
    uri: item.uri,
    version: item.version,
    source: item.standfirst.source,
    format: item.standfirst.format,
    ...(item.firstCreated === undefined ? {} : { firstCreated: item.firstCreated }),
    ...(item.versionCreated === undefined ? {} : { versionCreated: item.versionCreated }),
    ...(item.urgency === undefined ? {} : { urgency: item.urgency }),
  }
}

async function currentItem(db: Database, articleId: string): Promise<WireItem | undefined> {
  const row = await queries.itemOfArticle(db, articleId)
  if (!row) return undefined
  const versions = await queries.versionRows(db, row.id)
  const current = currentVersion(versions.map(orderable))
  return current && (JSON.parse(current.item) as WireItem)
}
