import { Hono } from 'hono'
import type { DeskComment } from '../../comments/comments.ts'
import { newestComments, restore, takeDown } from '../../comments/comments.ts'
import { recordDecision } from '../../ledger/ledger.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import { html, type Html } from '../../web/html/html.ts'
import type { Site } from '../../web/site.ts'
import { time } from '../../web/html/time.html.ts'
import type { DeskContext, DeskTools } from '../desk-tools.ts'
import { deskAnswer, deskForm } from '../desk-tools.ts'
import type { DeskEnv } from '../door/door.ts'

const onPage = 60

/** Reasons that fit most cases, for the keyboard; any other can be typed. */
const reasons = [
  'Insult',
  'Threat',
  'Hate',
  'Advertising',
  'Off the subject',
  'Private data',
  'False claim',
]

export function commentsDeskRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskComments.pattern, (c) => commentsAnswer(c, tools))
  app.post(routes.deskTakedown.pattern, (c) => takedownAnswer(c, tools))
  app.post(routes.deskRestoration.pattern, (c) => restorationAnswer(c, tools))
  return app
}

async function commentsAnswer(
  c: DeskContext,
  tools: DeskTools,
  trouble?: string,
): Promise<Response> {
  const { site, engine, now } = tools.house
  const [createdAt, id] = (c.req.query('before') ?? '').split('_')
  const comments = await newestComments(
    engine.db,
    onPage,
    createdAt && id ? { createdAt, id } : undefined,
  )
  const last = comments.at(-1)
  const body = html`<div id="live" data-live="5">${
    comments.length === 0
      ? html`<p class="empty">Nobody has said anything yet.</p>`
      : html`<ol class="rows talk">${comments.map((comment) => commentRow(comment, site, now()))}</ol>`
  }</div>
${comments.length === onPage && last && html`<p><a href="/desk/comments?before=${last.createdAt}_${last.id}">Older</a></p>`}
<datalist id="reasons">${reasons.map((reason) => html`<option value="${reason}"></option>`)}</datalist>`
  const notice = trouble === undefined ? undefined : { kind: 'trouble' as const, text: trouble }
  return deskAnswer(
    c,
    tools,
    { title: 'Comments', here: '/desk/comments', body, notice },
    trouble === undefined ? 200 : 422,
  )
}

function commentRow(comment: DeskComment, site: Site, now: Date): Html {
  const { id, slug, headline, name, text, createdAt, takenDownAt } = comment
  return html`<li class="row${takenDownAt !== undefined && ' down'}" data-row="${id}" id="comment-${id}">
<span class="when">${time(createdAt, site, { near: now.toISOString() })}</span>
<div class="what"><p><b dir="auto">${name}</b> <small>on <a href="${site.origin}/articles/${slug}/comments/${id}" dir="auto">${headline}</a></small></p>
<p class="said" dir="auto">${text}</p></div>
<div class="how">${
    takenDownAt === undefined
      ? takedownForm(id, name)
      : html`<span class="state canceled">taken down</span>
<form method="post" action="/desk/comments/${id}/restoration" data-act><button class="quiet">Restore<span class="vh"> the comment of ${name}</span></button></form>`
  }</div>
</li>`
}

function takedownForm(id: string, name: string): Html {
  return html`<details data-act><summary>Take down<span class="vh"> the comment of ${name}</span></summary>
<form method="post" action="/desk/comments/${id}/takedown"><p><label for="reason-${id}">Reason</label><input id="reason-${id}" name="reason" list="reasons" required maxlength="300"></p><button>Take down</button></form></details>`
}

async function takedownAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  if (!field) return notFound(c, tools.house)
  const reason = field('reason').trim()
  if (reason === '')
    return commentsAnswer(c, tools, 'A comment is taken down for a reason. Nothing was changed.')
  return moderate(c, tools, takeDown, 'took down', reason)
}

async function restorationAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  if (!field) return notFound(c, tools.house)
  return moderate(c, tools, restore, 'restored', field('reason').trim())
}

async function moderate(
  c: DeskContext,
  { house }: DeskTools,
  verb: typeof takeDown,
  deed: string,
  reason: string,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const now = house.now()
  const moderated = await house.engine.write(async (tx) => {
    const done = await verb(tx, id, now)
    const by = c.get('editor').name
    if (done) await recordDecision(tx, { subject: `comment:${id}`, deed, by, reason }, now)
    return done
  })
  if (moderated) house.pages.forget(moderated.topics)
  return seeOther(house, `${routes.deskComments.href()}#comment-${encodeURIComponent(id)}`)
}
