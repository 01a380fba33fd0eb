import { Hono } from 'hono'
import { deadJobs } from '../jobs/jobs.ts'
import { newestDecisions, newestReceipts } from '../ledger/ledger.ts'
import { routes } from '../routes.ts'
import { sourcesOnDesk } from '../wire/wire.ts'
import { commentsDeskRoutes } from './stories/comments-desk.routes.ts'
import { decideRoutes } from './intake/decide.routes.ts'
import { decisionList } from './decisions.html.ts'
import type { DeskContext, DeskTools } from './desk-tools.ts'
import { deskAnswer, summaryFrame } from './desk-tools.ts'
import type { DeskEnv } from './door/door.ts'
import { door } from './door/door.ts'
import { editorRoutes } from './stories/editor.routes.ts'
import { matchRoutes } from './intake/matches.routes.ts'
import { mergeRoutes } from './stories/merge.routes.ts'
import { overview } from './overview.html.ts'
import { picturesDeskRoutes } from './pictures/pictures-desk.routes.ts'
import { quarantineRoutes } from './intake/quarantine.routes.ts'
import { receiptList } from './stories/receipts.html.ts'
import { sessionRoutes } from './door/session.routes.ts'
import { sourceRoutes } from './sources/sources.routes.ts'
import { usageRoutes } from './intake/usage.routes.ts'
import { waitingCounts } from './waiting.ts'
import { wireDeskRoutes } from './intake/wire-desk.routes.ts'

export type { DeskTools } from './desk-tools.ts'

/** Everything under /desk, behind one door. */
export function deskRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.use('/desk/*', door(tools.house))
  app.route('/', sessionRoutes(tools.house))
  app.get(routes.desk.pattern, (c) => overviewAnswer(c, tools))
  app.get(routes.deskReceipts.pattern, (c) => receiptsAnswer(c, tools))
  app.get(routes.deskDecisions.pattern, (c) => decisionsAnswer(c, tools))
  app.route('/', wireDeskRoutes(tools))
  app.route('/', decideRoutes(tools))
  app.route('/', matchRoutes(tools))
  app.route('/', quarantineRoutes(tools))
  app.route('/', sourceRoutes(tools))
  app.route('/', usageRoutes(tools))
  app.route('/', mergeRoutes(tools))
  app.route('/', editorRoutes(tools))
  app.route('/', picturesDeskRoutes(tools))
  app.route('/', commentsDeskRoutes(tools))
  app.route('/', tools.summaries(summaryFrame(tools)))
  return app
}

async function overviewAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { site, engine, now } = tools.house
  const [counts, sources, dead, room, decisions] = await Promise.all([
    waitingCounts(engine.db, now()),
    sourcesOnDesk(engine.db, now()),
    deadJobs(engine.db),
    engine.room(),
    newestDecisions(engine.db, 8),
  ])
  const body = overview({ site, now: now(), counts, sources, dead, room, decisions })
  return deskAnswer(c, tools, { title: 'Overview', here: '/desk', body })
}

async function receiptsAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { site, engine, now } = tools.house
  const body = receiptList(await newestReceipts(engine.db, 100), site, now())
  return deskAnswer(c, tools, { title: 'Receipts', here: '/desk/receipts', body })
}

async function decisionsAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { site, engine, now } = tools.house
  const body = decisionList(await newestDecisions(engine.db, 300), site, now())
  return deskAnswer(c, tools, { title: 'Decisions', here: '/desk/decisions', body })
}
