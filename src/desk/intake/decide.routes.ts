import { Hono } from 'hono'
import { isId } from '../../database/database.ts'
import { recordDecision } from '../../ledger/ledger.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import type { Deciding, HoldDecision } from '../../wire/wire.ts'
import { refuseItem, releaseItem, waitingHolds } from '../../wire/wire.ts'
import type { DeskContext, DeskTools } from '../desk-tools.ts'
import { deskAnswer, deskForm, settlingNow } from '../desk-tools.ts'
import type { DeskEnv } from '../door/door.ts'
import { html } from '../../web/html/html.ts'
import { instantIn } from './instant-in-zone.ts'
import type { Refused } from '../parts/refused.ts'
import { arrivalRow } from '../parts/state.html.ts'
import { mostCounted } from '../waiting.ts'
import { itemAnswer } from './wire-desk.routes.ts'

/** Holds that wait for a person, and what that person decides. */
export function decideRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskHolds.pattern, (c) => holdsAnswer(c, tools))
  app.post(routes.deskRelease.pattern, (c) => releaseAnswer(c, tools))
  app.post(routes.deskRefusal.pattern, (c) => refusalAnswer(c, tools))
  return app
}

async function holdsAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { site, engine, now } = tools.house
  const holds = await waitingHolds(engine.db, now(), mostCounted)
  const body = html`<div id="live" data-live="5">${
    holds.length === 0
      ? html`<p class="empty">Nothing waits for a decision.</p>`
      : html`<ol class="rows wire">${holds.map((arrival) => arrivalRow(arrival, site, now()))}</ol>`
  }</div>`
  return deskAnswer(c, tools, { title: 'Holds', here: '/desk/holds', body })
}

async function releaseAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  const id = c.req.param('id') ?? ''
  if (!field || !isId(id)) return notFound(c, tools.house)
  const why = field('why').trim()
  const refused = { form: 'release', typed: field }
  const trouble = (text: string) => itemAnswer(c, tools, { text, refused })
  if (why === '') return trouble('A release needs a reason: the ledger keeps it beside your name.')
  const embargoed =
    field('embargo') === 'set' ? instantIn(tools.house.site.timeZone, field('until')) : undefined
  if (field('embargo') === 'set' && embargoed === undefined)
    return trouble('Write the end of the embargo as 2026-05-04T15:00. Nothing was changed.')
  const headline = field('headline').trim()
  const decision: HoldDecision = {
    versionId: field('version'),
    lifted: Array.from({ length: 20 }, (_, i) => field(`lift-${i}`)).filter(Boolean),
    ...(embargoed === undefined ? {} : { embargoed }),
    ...(headline === '' ? {} : { headline }),
  }
  const settling = settlingNow(tools)
  const decided = await tools.house.engine.write(async (tx) => {
    const deciding = await releaseItem(tx, id, decision, settling)
    if ('outcome' in deciding) {
      await recordDecision(
        tx,
        {
          subject: `item:${id}`,
          deed: embargoed === undefined ? 'released' : 'set the embargo of',
          by: c.get('editor').name,
          reason: why,
          detail: detailOf(decision, deciding),
        },
        settling.now,
      )
    }
    return deciding
  })
  return decidedAnswer(c, tools, id, decided, refused)
}

async function refusalAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  const id = c.req.param('id') ?? ''
  if (!field || !isId(id)) return notFound(c, tools.house)
  const refused = { form: 'refusal', typed: field }
  const why = field('why').trim()
  if (why === '') return itemAnswer(c, tools, { text: 'A refusal needs a reason.', refused })
  const settling = settlingNow(tools)
  const decided = await tools.house.engine.write(async (tx) => {
    const deciding = await refuseItem(tx, id, field('version'), settling)
    if ('outcome' in deciding) {
      const by = c.get('editor').name
      await recordDecision(
        tx,
        { subject: `item:${id}`, deed: 'refused', by, reason: why },
        settling.now,
      )
    }
    return deciding
  })
  return decidedAnswer(c, tools, id, decided, refused)
}

async function decidedAnswer(
  c: DeskContext,
  tools: DeskTools,
  id: string,
  decided: Deciding,
  refused: Refused,
): Promise<Response> {
  if ('outcome' in decided) return seeOther(tools.house, routes.deskItem.href({ id }))
  if (decided.refused === 'missing') return notFound(c, tools.house)
  const text = 'A newer version came in while you looked. Nothing was changed: please look again.'
  return itemAnswer(c, tools, { text, status: 409, refused })
}

function detailOf({ lifted, embargoed, headline }: HoldDecision, decided: Deciding): string {
  return [
    ...lifted,
    embargoed && `embargo until ${embargoed.toISOString()}`,
    headline && `headline: ${headline}`,
    'outcome' in decided && `the gate then said: ${decided.outcome}`,
  ]
    .filter(Boolean)
    .join('; ')
}
