import { Hono } from 'hono'
import type {
  ArticleContent,
  Block,
  Chunk,
  Editing,
  FieldChunk,
  Merging,
} from '../../articles/articles.ts'
import {
  bodyFrom,
  compareThree,
  deskArticleAt,
  editArticle,
  mergedContent,
} from '../../articles/articles.ts'
import { recordDecision } from '../../ledger/ledger.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import { html, type Html } from '../../web/html/html.ts'
import { time } from '../../web/html/time.html.ts'
import { correctionIn, settleMerge, waitingMerges, wireTexts } from '../../wire/wire.ts'
import type { DeskContext, DeskTools } from '../desk-tools.ts'
import { deskAnswer, deskForm, settlingNow } from '../desk-tools.ts'
import type { DeskEnv } from '../door/door.ts'
import type { Notice } from '../parts/frame.html.ts'
import { threeTexts } from '../parts/three-texts.html.ts'

/** The wire's newer text of a story that the house has edited: place by place, an editor decides. */
export function mergeRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskMerges.pattern, (c) => listAnswer(c, tools))
  app.get(routes.deskMerge.pattern, (c) => mergeAnswer(c, tools))
  app.post(routes.deskMerge.pattern, (c) => mergedAnswer(c, tools))
  return app
}

async function listAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { site, engine, now } = tools.house
  const waiting = await waitingMerges(engine.db)
  const body = html`<div id="live" data-live="5">${
    waiting.length === 0
      ? html`<p class="empty">No text of the wire waits to be merged with ours.</p>`
      : html`<ol class="rows">${waiting.map(
          ({ slug, headline, askedAt }) =>
            html`<li class="row" data-row="${slug}"><span class="when">${time(askedAt, site, { near: now().toISOString() })}</span> <span class="what"><a href="/desk/articles/${slug}/merge" dir="auto">${headline}</a></span></li>`,
        )}</ol>`
  }</div>`
  return deskAnswer(c, tools, { title: 'Merges', here: '/desk/merges', body })
}

type Texts = NonNullable<Awaited<ReturnType<typeof wireTexts>>>

async function textsAt(c: DeskContext, { house }: DeskTools): Promise<Texts | undefined> {
  const { engine, now, site } = house
  const desk = await deskArticleAt(engine.db, c.req.param('slug') ?? '', now())
  if (!desk) return undefined
  const isWaiting = (await waitingMerges(engine.db)).some(
    ({ articleId }) => articleId === desk.article.id,
  )
  return isWaiting ? wireTexts(engine.db, desk.article.id, site.language) : undefined
}

async function mergeAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const texts = await textsAt(c, tools)
  if (!texts) return notFound(c, tools.house)
  return drawMerge(c, tools, texts)
}

function drawMerge(
  c: DeskContext,
  tools: DeskTools,
  texts: Texts,
  notice?: Notice,
  status = 200,
): Promise<Response> {
  const { article, content } = texts.article
  const merging = compareThree(texts.old, texts.wire, content)
  const body: Html = html`<p class="about"><a href="/desk/articles/${article.slug}">Our story</a>, revision ${article.revision}. Places that only one side changed merge by themselves.</p>
<form class="merge" method="post" action="/desk/articles/${article.slug}/merge">
<input type="hidden" name="revision" value="${article.revision}"><input type="hidden" name="version" value="${texts.versionId}">
${threeTexts(merging, true)}
<p><label for="correction">Correction, in words for readers</label><input id="correction" name="correction" maxlength="600" value="${correctionIn(texts.item) ?? ''}"></p>
<p><button>Merge</button></p>
</form>`
  const title = `Merge: ${content.headline}`
  return deskAnswer(c, tools, { title, here: '/desk/merges', body, notice }, status)
}

async function mergedAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  const texts = await textsAt(c, tools)
  if (!field || !texts) return notFound(c, tools.house)
  const { article, content } = texts.article
  const isWhatWasSeen =
    field('version') === texts.versionId && Number(field('revision')) === article.revision
  const merged = isWhatWasSeen
    ? chosen(compareThree(texts.old, texts.wire, content), content, field)
    : undefined
  if (!merged) {
    const text = isWhatWasSeen
      ? 'Some places still want a decision. Nothing was changed.'
      : 'The texts changed while you looked. Nothing was changed: please look again.'
    return drawMerge(c, tools, texts, { kind: 'trouble', text }, isWhatWasSeen ? 422 : 409)
  }
  const editing = await save(c, tools, texts, merged, field('correction').trim())
  if (!('edited' in editing)) {
    const text = 'Somebody saved it while you looked. Nothing was changed: please look again.'
    return drawMerge(c, tools, texts, { kind: 'trouble', text }, 409)
  }
  tools.house.pages.forget([`article:${article.id}`, 'lists'])
  return seeOther(tools.house, `${routes.deskArticle.href({ slug: article.slug })}?saved=1`)
}

/** The merged text, the end of the waiting and the line in the ledger: all or none. */
async function save(
  c: DeskContext,
  tools: DeskTools,
  { article: { article }, versionId }: Texts,
  content: ArticleContent,
  correction: string,
): Promise<Editing> {
  const { engine } = tools.house
  const { now, onRevision } = settlingNow(tools)
  const { id, slug, revision, section } = article
  const editor = c.get('editor').name
  const words = correction === '' ? {} : { correction }
  return engine.write(async (tx) => {
    const edit = { revision, content, section, editor, baseVersionId: versionId, ...words }
    const done = await editArticle(engine, tx, id, edit, now, onRevision)
    if (!('edited' in done)) return done
    await settleMerge(tx, id)
    const detail = `${slug}, revision ${done.edited.revision}`
    const subject = `article:${id}` as const
    await recordDecision(
      tx,
      { subject, deed: 'merged', by: editor, reason: correction, detail },
      now,
    )
    return done
  })
}

/** The merged text as chosen; undefined while a place has no choice. */
function chosen(
  merging: Merging,
  house: ArticleContent,
  field: (name: string) => string,
): ArticleContent | undefined {
  let isWhole = true
  const pick = <T>(name: string, chunk: Chunk<T>, words: (text: string) => T): T => {
    const choice = field(name)
    if (choice === 'wire') return chunk.wire
    if (choice === 'words') return words(field(`${name}-words`).trim())
    if (choice !== 'house') isWhole = false
    return chunk.house
  }
  const merged = mergedContent(house, merging, {
    field: (chunk: FieldChunk) =>
      pick(`field-${chunk.field}`, chunk, (text) =>
        typeof chunk.house === 'object' ? chunk.house : text || undefined,
      ),
    blocks: (chunk: Chunk<Block[]>, place) =>
      pick(`block-${place}`, chunk, (text) => bodyFrom(text, chunk.house)),
  })
  return isWhole && merged.headline && merged.body.length > 0 ? merged : undefined
}
