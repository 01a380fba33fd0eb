import { Hono } from 'hono'
import { isId } from '../../database/database.ts'
import { decisionsAbout, recordDecision } from '../../ledger/ledger.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { IntakeLine } from '../../wire/wire.ts'
import { refusedDeliveries, replayDelivery } from '../../wire/wire.ts'
import type { Decision } from '../decisions.html.ts'
import { decisionList } from '../decisions.html.ts'
import type { DeskContext, DeskTools } from '../desk-tools.ts'
import { deskAnswer } from '../desk-tools.ts'
import type { DeskEnv } from '../door/door.ts'
import type { Notice } from '../parts/frame.html.ts'

const onPage = 100

/** Deliveries that were not understood, in whole or in part: why, the bytes, and once more. */
export function quarantineRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskQuarantine.pattern, (c) => quarantineAnswer(c, tools))
  app.post(routes.deskReplays.pattern, (c) => replayAnswer(c, tools))
  return app
}

async function quarantineAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { site, engine, now } = tools.house
  const refused = await refusedDeliveries(engine.db, onPage)
  const replays = await decisionsAbout(
    engine.db,
    refused.map(({ id }) => `delivery:${id}`),
  )
  const asked = c.req.query('replayed') ?? ''
  const notice = noticeOf((await decisionsAbout(engine.db, [`delivery:${asked}`]))[0])
  const body = html`<div id="live" data-live="10">${
    refused.length === 0
      ? html`<p class="empty">Everything that came in was understood.</p>`
      : html`<ol class="rows">${refused.map((delivery) => deliveryRow(delivery, site, now()))}</ol>`
  }</div>
${replays.length > 0 && html`<section><h2>Replays</h2>${decisionList(replays, site, now())}</section>`}`
  return deskAnswer(c, tools, { title: 'Quarantine', here: '/desk/quarantine', body, notice })
}

function deliveryRow(
  {
    id,
    source,
    channel,
    file_name: name,
    received_at: at,
    refusal,
  }: Awaited<ReturnType<typeof refusedDeliveries>>[number],
  site: Site,
  now: Date,
): Html {
  return html`<li class="row" data-row="${id}"><span class="when">${time(at, site, { near: now.toISOString() })}</span>
<span class="source">${source}</span>
<span class="what"><b>${name.split('/').at(-1)}</b> <small>by ${channel}</small>
<small class="why">${refusal}</small></span>
<span class="how"><a href="/desk/deliveries/${id}/bytes" download>Download<span class="vh"> ${name.split('/').at(-1)}</span></a>
<form method="post" action="/desk/deliveries/${id}/replays" data-act><button class="quiet">Replay</button></form></span></li>`
}

async function replayAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const lines = isId(id) ? await replayDelivery(id, tools.intake) : undefined
  if (!lines) return notFound(c, tools.house)
  const detail = lines.map(outcomeOf).join('; ') || 'nothing was in it'
  await tools.house.engine.write((tx) =>
    recordDecision(
      tx,
      {
        subject: `delivery:${id}`,
        deed: 'replayed',
        by: c.get('editor').name,
        reason: 'read again with the parser of today',
        detail,
      },
      tools.house.now(),
    ),
  )
  return seeOther(tools.house, `${routes.deskQuarantine.href()}?replayed=${id}`)
}

function noticeOf(replay: Decision | undefined): Notice | undefined {
  if (!replay) return undefined
  const isRefused = /(^|; )refused/.test(replay.detail)
  return {
    kind: isRefused ? 'trouble' : 'done',
    text: `${isRefused ? 'Still not understood' : 'Read again'}: ${replay.detail}`,
  }
}

function outcomeOf({ guid, version, outcome, reason }: IntakeLine): string {
  const what = guid === undefined ? '' : `${guid} version ${version ?? ''}: `
  return `${what}${outcome}${reason === undefined ? '' : ` (${reason})`}`
}
