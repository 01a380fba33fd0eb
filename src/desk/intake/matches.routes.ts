import { Hono } from 'hono'
import { compareThree, deskArticleAt } from '../../articles/articles.ts'
import { isId } from '../../database/database.ts'
import { recordDecision } from '../../ledger/ledger.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import { html } from '../../web/html/html.ts'
import {
  itemOnDesk,
  joinItem,
  matchesOnDesk,
  matchThresholds,
  rejectMatch,
  setMatchThreshold,
  waitingMatches,
  wireTexts,
} from '../../wire/wire.ts'
import type { DeskContext, DeskTools } from '../desk-tools.ts'
import { deskAnswer, deskForm, settlingNow } from '../desk-tools.ts'
import type { DeskEnv } from '../door/door.ts'
import type { Notice } from '../parts/frame.html.ts'
import type { Trouble, Typed } from '../parts/refused.ts'
import { evidenceWords, matchesPage, thresholdsPart } from './matches-page.html.ts'
import { threeTexts } from '../parts/three-texts.html.ts'
import { itemAnswer } from './wire-desk.routes.ts'

/** Each costs a comparison with the day's file, so the page shows the newest. */
const onPage = 20

/** Updates that came as new items: which story they belong to, for an editor to confirm. */
export function matchRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskMatches.pattern, (c) => matchesAnswer(c, tools))
  app.get(routes.deskMatch.pattern, (c) => matchAnswer(c, tools))
  app.post(routes.deskMatch.pattern, (c) => joinAnswer(c, tools))
  app.post(routes.deskJoin.pattern, (c) => joinByAddress(c, tools))
  app.post(routes.deskThresholds.pattern, (c) => thresholdAnswer(c, tools))
  app.post(routes.deskRejection.pattern, (c) => rejectionAnswer(c, tools))
  return app
}

async function matchesAnswer(
  c: DeskContext,
  tools: DeskTools,
  trouble?: Trouble,
): Promise<Response> {
  const { site, engine, now } = tools.house
  const waiting = []
  for (const arrival of await waitingMatches(engine.db, now(), onPage))
    waiting.push({ arrival, matches: await matchesOnDesk(engine.db, arrival.itemId, now()) })
  const thresholds = await matchThresholds(engine.db)
  const body = html`${matchesPage(waiting, site, now())}${thresholdsPart(thresholds, trouble?.refused?.typed)}`
  const notice: Notice | undefined = trouble && { kind: 'trouble', text: trouble.text }
  const page = { title: 'Matches', here: '/desk/matches', body, notice } as const
  return deskAnswer(c, tools, page, trouble ? 422 : 200)
}

async function matchAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { site, engine, now } = tools.house
  const { id, article } = idsIn(c)
  const item = id && (await itemOnDesk(engine.db, id, now()))
  const texts =
    item && article && (await wireTexts(engine.db, article, site.language, item.current.versionId))
  if (!item || !texts) return notFound(c, tools.house)
  const match = (await matchesOnDesk(engine.db, item.id, now())).find(
    ({ articleId }) => articleId === article,
  )
  const address = routes.deskMatch.href({ id: item.id, article: article ?? '' })
  const body = html`<p>${match && html`<b class="score">${match.score.toFixed(2)}</b> ${evidenceWords(match)}`}</p>
<p>The story: <a href="/desk/articles/${texts.article.article.slug}" dir="auto">${texts.article.content.headline}</a>. The new item: <a href="/desk/items/${item.id}" dir="auto">${texts.wire.headline}</a>.</p>
<div class="decide" data-act>
<form method="post" action="${address}"><p><label for="why">Why</label><input id="why" name="why" maxlength="300" value="It updates this story"></p><p><button>Join</button> <small>It becomes the story’s next version.</small></p></form>
<form method="post" action="${address}/rejection"><p><label for="why-not">Why not</label><input id="why-not" name="why" maxlength="300" value="It is another story"></p><p><button class="quiet">Reject</button> <small>It stays held.</small></p></form>
</div>
${threeTexts(compareThree(texts.old, texts.wire, texts.article.content), false)}`
  return deskAnswer(c, tools, { title: 'Is it the same story?', here: '/desk/matches', body })
}

async function joinAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  const { id, article } = idsIn(c)
  if (!field || !id || !article) return notFound(c, tools.house)
  return joined(c, tools, { id, article, typed: field })
}

/** An editor names the story by its address where no match was proposed. */
async function joinByAddress(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  const { id } = idsIn(c)
  const { engine, now } = tools.house
  if (!field || !id || !(await itemOnDesk(engine.db, id, now()))) return notFound(c, tools.house)
  const slug = /(?:^|\/articles\/)([^/?#\s]+?)(?:\.json|\.txt)?(?:[?#].*)?$/.exec(
    field('address').trim(),
  )?.[1]
  const story = slug && (await deskArticleAt(engine.db, slug, now()))
  const why = field('why').trim()
  if (!story || why === '') {
    const text = story
      ? 'A join needs a reason: the ledger keeps it beside your name.'
      : 'No story has that address. Nothing was changed.'
    return itemAnswer(c, tools, { text, refused: { form: 'story', typed: field } })
  }
  return joined(c, tools, { id, article: story.article.id, typed: field })
}

async function joined(
  c: DeskContext,
  tools: DeskTools,
  { id, article, typed }: { id: string; article: string; typed: Typed },
): Promise<Response> {
  const settling = settlingNow(tools)
  const result = await tools.house.engine.write(async (tx) => {
    const joining = await joinItem(tx, id, article, settling)
    if ('outcome' in joining) {
      await recordDecision(
        tx,
        {
          subject: `item:${id}`,
          deed: 'joined',
          by: c.get('editor').name,
          reason: typed('why').trim(),
          detail: `${joining.slug ?? article}; the gate then said: ${joining.outcome}`,
        },
        settling.now,
      )
    }
    return joining
  })
  if ('refused' in result)
    return itemAnswer(c, tools, {
      text: result.refused,
      status: 409,
      refused: { form: 'story', typed },
    })
  return seeOther(tools.house, routes.deskItem.href({ id }))
}

/** From which score on a source's updates are joined without an editor; empty: never. */
async function thresholdAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  if (!field) return notFound(c, tools.house)
  const [source, text] = [field('source').trim(), field('threshold').trim()]
  const score = text === '' ? undefined : Number(text)
  const isScore = score === undefined || (/^[\d.]+$/.test(text) && score >= 0.35 && score <= 1)
  if (source === '' || !isScore) {
    const words = 'A score is a number from 0.35 to 1, or empty for never. Nothing was changed.'
    const refused = { form: 'thresholds', typed: field }
    return matchesAnswer(c, tools, { text: words, refused })
  }
  const { engine, now } = tools.house
  await engine.write((tx) => setMatchThreshold(tx, source, score, c.get('editor').name, now()))
  return seeOther(tools.house, routes.deskMatches.href())
}

async function rejectionAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  const { id, article } = idsIn(c)
  const { engine, now } = tools.house
  const known = id && article && (await itemOnDesk(engine.db, id, now()))
  if (!field || !known || !article) return notFound(c, tools.house)
  await engine.write(async (tx) => {
    await rejectMatch(tx, known.id, article, now())
    await recordDecision(
      tx,
      {
        subject: `item:${known.id}`,
        deed: 'rejected a match of',
        by: c.get('editor').name,
        reason: field('why').trim(),
        detail: article,
      },
      now(),
    )
  })
  return seeOther(tools.house, routes.deskItem.href({ id: known.id }))
}

function idsIn(c: DeskContext): { id?: string; article?: string } {
  const [id = '', article = ''] = [c.req.param('id'), c.req.param('article')]
  return { ...(isId(id) ? { id } : {}), ...(isId(article) ? { article } : {}) }
}
