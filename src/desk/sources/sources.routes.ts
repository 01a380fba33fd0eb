import { Hono } from 'hono'
import { decisionsAbout, recordDecision } from '../../ledger/ledger.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import type { SourceOnDesk } from '../../wire/wire.ts'
import { askAgain, keepSettings, settingsOf, sourceOnDesk, sourcesOnDesk } from '../../wire/wire.ts'
import { decisionList } from '../decisions.html.ts'
import type { DeskContext, DeskTools } from '../desk-tools.ts'
import { deskAnswer, deskForm } from '../desk-tools.ts'
import type { DeskEnv } from '../door/door.ts'
import type { Notice } from '../parts/frame.html.ts'
import { labels, sourcePage, sourcesPage, type Typed } from './sources-page.html.ts'

/** Who delivers, how that is going, and what is done with what they send. */
export function sourceRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskSources.pattern, (c) => sourcesAnswer(c, tools))
  app.get(routes.deskSource.pattern, (c) => sourceAnswer(c, tools))
  app.post(routes.deskSource.pattern, (c) => settingsAnswer(c, tools))
  app.post(routes.deskSourceResumption.pattern, (c) => resumptionAnswer(c, tools))
  return app
}

async function sourcesAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { site, engine, now } = tools.house
  const body = sourcesPage(await sourcesOnDesk(engine.db, now()), { site, now: now() })
  return deskAnswer(c, tools, { title: 'Sources', here: '/desk/sources', body })
}

async function sourceAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const source = await sourceIn(c, tools)
  if (!source) return notFound(c, tools.house)
  const kept = source.known && settingsOf(source.known)
  return draw(c, tools, source, (option) => kept?.[option] ?? usual[option] ?? '')
}

/** What holds for a source that nobody has made known. */
const usual: Readonly<Record<string, string>> = { summary: 'extract' }

async function settingsAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const source = await sourceIn(c, tools)
  const field = await deskForm(c)
  if (!source || !field) return notFound(c, tools.house)
  const typed: Typed = (option) => field(option).trim()
  const settings = Object.fromEntries(Object.keys(labels).map((name) => [name, typed(name)]))
  const { engine, now } = tools.house
  const wrong = await keepSettings(engine, source, settings, c.get('editor').name, now())
  if (wrong === undefined)
    return seeOther(tools.house, routes.deskSource.href({ name: source.name }))
  const text = `“${labels[wrong.option] ?? wrong.option}” ${wrong.wrong} Nothing was changed.`
  return draw(c, tools, source, typed, { kind: 'trouble', text })
}

async function resumptionAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const source = await sourceIn(c, tools)
  if (!source?.known) return notFound(c, tools.house)
  const { engine, now } = tools.house
  const { name } = source
  await askAgain(engine, name, now())
  const by = c.get('editor').name
  const decision = { subject: `source:${name}`, deed: 'asked again', by, reason: '' } as const
  await engine.write((tx) => recordDecision(tx, decision, now()))
  return seeOther(tools.house, routes.deskSource.href({ name }))
}

async function sourceIn(c: DeskContext, tools: DeskTools): Promise<SourceOnDesk | undefined> {
  const { engine, now } = tools.house
  return sourceOnDesk(engine.db, c.req.param('name') ?? '', now())
}

async function draw(
  c: DeskContext,
  tools: DeskTools,
  source: SourceOnDesk,
  typed: Typed,
  notice?: Notice,
): Promise<Response> {
  const { site, engine, now } = tools.house
  const about = await decisionsAbout(engine.db, [`source:${source.name}`])
  const decisions = decisionList(about, site, now())
  const body = sourcePage(source, typed, { site, now: now(), decisions })
  const title = source.known?.title ?? source.name
  return deskAnswer(c, tools, { title, here: '/desk/sources', body, notice }, notice ? 422 : 200)
}
