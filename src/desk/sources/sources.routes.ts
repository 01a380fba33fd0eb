import { Hono } from 'hono'
import { decisionsAbout, recordDecision } from '../../ledger/ledger.ts'
import { routes } from '../../routes.ts'
import { html } from '../../web/html/html.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import type { SourceOnDesk } from '../../wire/wire.ts'
import {
  addSourceByHand,
  askAgain,
  keepSettings,
  renewToken,
  settingsOf,
  sourceOnDesk,
  sourcesOnDesk,
} from '../../wire/wire.ts'
import { decisionList } from '../decisions.html.ts'
import type { DeskContext, DeskTools } from '../desk-tools.ts'
import { deskAnswer, deskForm } from '../desk-tools.ts'
import type { DeskEnv } from '../door/door.ts'
import type { Notice } from '../parts/frame.html.ts'
import { addingForm, addingLabels, tokenNotice, usualOfNew } from './adding.html.ts'
import { labels, type Typed } from './settings-form.html.ts'
import { sourcePage, sourcesPage } from './sources-page.html.ts'

/** Who delivers, how that is going, and what is done with what they send. */
export function sourceRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskSources.pattern, (c) =>
    drawAll(c, tools, (option) => usualOfNew[option] ?? ''),
  )
  app.post(routes.deskSources.pattern, (c) => additionAnswer(c, tools))
  app.get(routes.deskSource.pattern, (c) => sourceAnswer(c, tools))
  app.post(routes.deskSource.pattern, (c) => settingsAnswer(c, tools))
  app.post(routes.deskSourceToken.pattern, (c) => tokenAnswer(c, tools))
  app.post(routes.deskSourceResumption.pattern, (c) => resumptionAnswer(c, tools))
  return app
}

async function drawAll(
  c: DeskContext,
  tools: DeskTools,
  typed: Typed,
  notice?: Notice,
): Promise<Response> {
  const { site, engine, now } = tools.house
  const sources = await sourcesOnDesk(engine.db, now())
  const isAdding = notice !== undefined || sources.length === 0
  const body = html`${sourcesPage(sources, { site, now: now() })}${addingForm(typed, isAdding)}`
  const page = { title: 'Sources', here: '/desk/sources', body, notice } as const
  return deskAnswer(c, tools, page, notice ? 422 : 200)
}

async function additionAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  if (!field) return notFound(c, tools.house)
  const typed: Typed = (option) => field(option).trim()
  const asked = ['name', 'title', 'delivers', 'feed', 'every', 'publish']
  const settings = Object.fromEntries(asked.map((option) => [option, typed(option)]))
  const { engine, now } = tools.house
  const added = await addSourceByHand(engine, settings, c.get('editor').name, now())
  if ('wrong' in added) return drawAll(c, tools, typed, trouble(added))
  const { name, token } = added
  if (token === undefined) return seeOther(tools.house, routes.deskSource.href({ name }))
  return drawToken(c, tools, name, token)
}

async function tokenAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { engine, now } = tools.house
  const name = c.req.param('name') ?? ''
  const token = await renewToken(engine, name, c.get('editor').name, now())
  return token === undefined ? notFound(c, tools.house) : drawToken(c, tools, name, token)
}

/** The page of the source, and above it the token, which no other page will show. */
async function drawToken(
  c: DeskContext,
  tools: DeskTools,
  name: string,
  token: string,
): Promise<Response> {
  const source = await sourceOnDesk(tools.house.engine.db, name, tools.house.now())
  if (!source) return notFound(c, tools.house)
  const text = tokenNotice(name, token, tools.house.site.origin)
  return draw(c, tools, source, keptIn(source), { kind: 'done', text })
}

function trouble({ option, wrong }: { option: string; wrong: string }): Notice {
  const label = addingLabels[option] ?? labels[option] ?? option
  return { kind: 'trouble', text: `“${label}” ${wrong} Nothing was changed.` }
}

async function sourceAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const source = await sourceIn(c, tools)
  if (!source) return notFound(c, tools.house)
  return draw(c, tools, source, keptIn(source))
}

/** What is kept of it, or else what is usual. */
function keptIn({ known }: SourceOnDesk): Typed {
  const kept = known && settingsOf(known)
  return (option) => kept?.[option] ?? usual[option] ?? ''
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
  return draw(c, tools, source, typed, trouble(wrong))
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
  const status = notice?.kind === 'trouble' ? 422 : 200
  return deskAnswer(c, tools, { title, here: '/desk/sources', body, notice }, status)
}
