import { Hono } from 'hono'
import type { ArticleContent, DeskArticle, Editing } from '../../articles/articles.ts'
import { bodyFrom, deskArticleAt, editArticle, newestDeskRows } from '../../articles/articles.ts'
import { recordDecision } from '../../ledger/ledger.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import type { DeskContext, DeskTools } from '../desk-tools.ts'
import { deskAnswer, deskForm, settlingNow } from '../desk-tools.ts'
import type { DeskEnv } from '../door/door.ts'
import type { Typed } from './editor.html.ts'
import { articleList, editorPage, typedOf } from './editor.html.ts'
import { waitingMerges } from '../../wire/wire.ts'

const onPage = 100

/** The house's own edits. */
export function editorRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskArticles.pattern, (c) => listAnswer(c, tools))
  app.get(routes.deskArticle.pattern, (c) => editorAnswer(c, tools))
  app.post(routes.deskArticle.pattern, (c) => editAnswer(c, tools))
  return app
}

async function listAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { site, engine, now } = tools.house
  const rows = await newestDeskRows(engine.db, onPage)
  const body = articleList(rows, site, now())
  return deskAnswer(c, tools, { title: 'Articles', here: '/desk/articles', body })
}

async function editorAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { engine, now } = tools.house
  const desk = await deskArticleAt(engine.db, c.req.param('slug') ?? '', now())
  if (!desk) return notFound(c, tools.house)
  const saved = c.req.query('saved')
  return drawEditor(c, tools, desk, typedOf(desk), {
    ...(saved === undefined
      ? {}
      : { notice: { kind: 'done', text: `Revision ${desk.article.revision} is saved.` } }),
  })
}

async function drawEditor(
  c: DeskContext,
  tools: DeskTools,
  desk: DeskArticle,
  typed: Typed,
  more: { notice?: { kind: 'done' | 'trouble'; text: string }; isStale?: boolean },
  status = 200,
): Promise<Response> {
  const { site, engine } = tools.house
  const merges = await waitingMerges(engine.db)
  const body = editorPage({
    site,
    desk,
    typed,
    isStale: more.isStale ?? false,
    hasMerge: merges.some(({ articleId }) => articleId === desk.article.id),
  })
  const page = { title: desk.content.headline, here: '/desk/articles' as const, body }
  return deskAnswer(c, tools, { ...page, notice: more.notice }, status)
}

async function editAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { engine, now, site } = tools.house
  const field = await deskForm(c)
  const desk = await deskArticleAt(engine.db, c.req.param('slug') ?? '', now())
  if (!field || !desk) return notFound(c, tools.house)
  const typed = typedFrom(field)
  const content = contentFrom(desk.content, typed)
  const isKnown = site.sections.some(({ slug }) => slug === typed.section)
  if (typeof content === 'string' || !isKnown) {
    const text = typeof content === 'string' ? content : 'There is no such section.'
    return drawEditor(c, tools, desk, typed, { notice: { kind: 'trouble', text } }, 422)
  }
  const editing = await save(c, tools, desk, typed, content)
  if ('missing' in editing) return notFound(c, tools.house)
  if ('stale' in editing) {
    const text = `Somebody saved revision ${editing.stale.article.revision} while you wrote. Nothing of yours is lost: both texts are here. Saving now puts yours over theirs.`
    // The form carries the new number: a second save is a decision, not an accident.
    const again = { ...typed, revision: editing.stale.article.revision }
    return drawEditor(
      c,
      tools,
      editing.stale,
      again,
      { notice: { kind: 'trouble', text }, isStale: true },
      409,
    )
  }
  tools.house.pages.forget([`article:${desk.article.id}`, 'lists'])
  return seeOther(
    tools.house,
    `${routes.deskArticle.href({ slug: editing.edited.slug })}?saved=${editing.edited.revision}`,
  )
}

/** The edit and its line in the ledger, both or neither. */
async function save(
  c: DeskContext,
  tools: DeskTools,
  { article }: DeskArticle,
  typed: Typed,
  content: ArticleContent,
): Promise<Editing> {
  const { engine } = tools.house
  const { now, onRevision } = settlingNow(tools)
  const { revision, section, correction } = typed
  const editor = c.get('editor').name
  const words = correction === '' ? {} : { correction }
  return engine.write(async (tx) => {
    const edit = { revision, content, section, editor, ...words }
    const done = await editArticle(engine, tx, article.id, edit, now, onRevision)
    if (!('edited' in done)) return done
    const decision = {
      subject: `article:${article.id}` as const,
      deed: correction === '' ? 'edited' : 'corrected',
      by: editor,
      reason: correction,
      detail: `${article.slug}, revision ${done.edited.revision}`,
    }
    await recordDecision(tx, decision, now)
    return done
  })
}

function typedFrom(field: (name: string) => string): Typed {
  const text = (name: string) => field(name).replace(/\r\n?/g, '\n').trim()
  return {
    revision: Number(field('revision')) || 0,
    headline: text('headline').replace(/\s+/g, ' '),
    standfirst: text('standfirst').replace(/\s+/g, ' '),
    byline: text('byline').replace(/\s+/g, ' '),
    body: text('body'),
    section: field('section'),
    correction: text('correction').replace(/\s+/g, ' '),
  }
}

/** The content as typed, or what is wrong with it in words. */
function contentFrom(before: ArticleContent, typed: Typed): ArticleContent | string {
  if (typed.headline === '') return 'An article needs a headline.'
  const body = bodyFrom(typed.body, before.body)
  if (body.length === 0) return 'An article needs a text.'
  const content: ArticleContent = { ...before, headline: typed.headline, body }
  for (const name of ['standfirst', 'byline'] as const) {
    if (typed[name] === '') delete content[name]
    else content[name] = typed[name]
  }
  return content
}
