import { isHouseEdited } from '../articles/articles.ts'
import type { Database } from '../database/database.ts'
import { together } from '../database/database.ts'
import { fetchable } from './markup/links.ts'
import { standingBehind } from './placing/standing.ts'

export type { IntakeLine, IntakeTools } from './intake.ts'
export { takeIn, unnamedSource } from './intake.ts'
export { startChannels } from './channels/channels.ts'
export { pushRoutes } from './channels/push.routes.ts'
export type { Source } from './sources/sources.ts'
export { keepSource, keysFor } from './sources/sources.ts'
export type { Arrival, ArrivalFilter, ArrivalState } from './watching/arrivals.ts'
export { arrivalsOfItem, arrivalStates, newestArrivals } from './watching/arrivals.ts'
export { knownSources } from './watching/arrivals.queries.ts'
export type { Deciding, HoldDecision } from './placing/deciding.ts'
export { refuseItem, releaseItem } from './placing/deciding.ts'
export type { DeskItem, DeskVersion, WaitingMerge } from './watching/desk-view.ts'
export {
  itemOnDesk,
  matchesOnDesk,
  waitingHolds,
  waitingMatches,
  waitingMerges,
  wireTexts,
} from './watching/desk-view.ts'
export { instantsOnClock } from './times/clock.ts'
export { matchFirst } from './reading/fields/holdings.ts'
export type { WireItem } from './item.ts'
export { correctionIn } from './item-to-article.ts'
export type { Joining, Match } from './placing/joining.ts'
export { joinItem, matchThresholds, rejectMatch, setMatchThreshold } from './placing/joining.ts'
export type { UsagePhrase } from './usage/confirming.ts'
export {
  confirmPhrase,
  setTerritories,
  unconfirmedCount,
  usagePhrases,
  usageWorker,
} from './usage/confirming.ts'
export { territoriesOf, usageForbids } from './usage/limits.ts'
export type { Meaning } from './usage/meaning.ts'
export { choices, longestWords, settingsOf } from './sources/source-settings.ts'
export { longestAddress, usualFeedInterval } from './sources/channel-settings.ts'
export { addSourceByHand, renewToken } from './watching/source-adding.ts'
export type { SourceOnDesk } from './watching/source-view.ts'
export { keepSettings, sourceOnDesk, sourcesOnDesk } from './watching/source-view.ts'
export { resume as askAgain } from './channels/polling/polling.ts'
export { replayDelivery } from './watching/replaying.ts'
export { deleteMerge as settleMerge } from './placing/rulings.queries.ts'
export type { SettlingContext } from './placing/settling.ts'
export { deliveryWithBytes, refusedDeliveries } from './wire.queries.ts'

/** What only the intake knows of an article that came by wire; undefined for the house's own. */
export async function originOf(db: Database, articleId: string) {
  const [standing, edited] = await together([
    standingBehind(db, articleId),
    isHouseEdited(db, articleId),
  ])
  // The version that readers' text follows, of whichever item it came in.
  const item = standing.at(-1)?.item
  if (!item) return undefined
  const link = fetchable(item.altIds?.find(({ role }) => role === 'link')?.value)
  return {
    uri: item.uri,
    version: item.version,
    source: item.standfirst.source,
    format: item.standfirst.format,
    ...(item.firstCreated === undefined ? {} : { firstCreated: item.firstCreated }),
    ...(item.versionCreated === undefined ? {} : { versionCreated: item.versionCreated }),
    ...(item.urgency === undefined ? {} : { urgency: item.urgency }),
    ...(link === undefined ? {} : { link }),
    edited,
  }
}
