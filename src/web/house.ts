import type { Engine } from '../database/database.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import type { PageStore } from './pages/page-store.ts'
import type { Site } from './site.ts'

/** What every route needs of the house that it stands in. */
export interface House {
  site: Site
  engine: Engine
  pages: PageStore
  log: Log
  metrics: Metrics
  now: () => Date
  /** The site's secret, from which voters' stored names are made. */
  secret: string
  /** Origins that are this site. */
  origins: readonly string[]
  trustedProxies: readonly string[]
  /** The name of the model that may write summaries; absent where the operator configured none. */
  model?: string
  /** How many times the usual pace one network may keep: 1, but for measurements and load tests. */
  paceFactor: number
  /** Address of the script of reader pages. */
  script: string
}
