import { Hono } from 'hono'
import type { Database } from '../../database/database.ts'
import { isId } from '../../database/database.ts'
import {
  confirmTerms,
  fetchAgain,
  focusPicture,
  newestPictures,
  pictureOnDesk,
  previewBytes,
  wordPicture,
} from '../../pictures/pictures.ts'
import { routes } from '../../routes.ts'
import { notFound, seeOther } from '../../web/pages/answers.ts'
import { fileHeaders } from '../../web/guarding/security-headers.ts'
import type { DeskContext, DeskTools } from '../desk-tools.ts'
import { deskAnswer, deskForm } from '../desk-tools.ts'
import type { DeskEnv } from '../door/door.ts'
import { pictureList } from './picture-list.html.ts'
import { picturePage, previewWidth, thirds } from './picture-page.html.ts'

/** Pictures that wait for words, a confirmation or their bytes, and each picture by itself. */
export function picturesDeskRoutes(tools: DeskTools): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskPictures.pattern, (c) => listAnswer(c, tools))
  app.get(routes.deskPicture.pattern, (c) => pictureAnswer(c, tools))
  app.get(routes.deskPicturePreview.pattern, (c) => previewAnswer(c, tools))
  app.post(routes.deskPictureWords.pattern, (c) => wordsAnswer(c, tools))
  app.post(routes.deskPictureFocus.pattern, (c) => focusAnswer(c, tools))
  app.post(routes.deskPictureTerms.pattern, (c) => termsAnswer(c, tools))
  app.post(routes.deskPictureFetch.pattern, (c) => fetchAnswer(c, tools))
  return app
}

async function listAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { engine, now } = tools.house
  const body = pictureList(await newestPictures(engine.db, now()))
  return deskAnswer(c, tools, { title: 'Pictures', here: '/desk/pictures', body })
}

async function pictureAnswer(
  c: DeskContext,
  tools: DeskTools,
  trouble?: string,
): Promise<Response> {
  const { engine, now } = tools.house
  const picture = await pictureOnDesk(engine.db, c.req.param('id') ?? '', now())
  if (!picture) return notFound(c, tools.house)
  const done = notices[c.req.query('done') ?? '']
  const notice =
    trouble !== undefined
      ? { kind: 'trouble' as const, text: trouble }
      : done === undefined
        ? undefined
        : { kind: 'done' as const, text: done }
  const page = { title: 'Picture', here: '/desk/pictures' as const, body: picturePage(picture) }
  return deskAnswer(c, tools, { ...page, notice }, trouble === undefined ? 200 : 422)
}

const notices: Record<string, string> = {
  words: 'The words are saved.',
  focus: 'The focus is set; the crops are being made anew.',
  terms: 'The terms are confirmed.',
  fetch: 'It is being fetched once more.',
}

/** What readers would get, for the editor's eyes, whatever the gate says. */
async function previewAnswer(c: DeskContext, { house }: DeskTools): Promise<Response> {
  const bytes = await previewBytes(house.engine.db, c.req.param('id') ?? '', previewWidth)
  if (!bytes) return notFound(c, house)
  return new Response(bytes as Uint8Array<ArrayBuffer>, {
    headers: {
      ...fileHeaders(house.site.origin),
      'content-type': 'image/jpeg',
      'cache-control': 'no-store',
    },
  })
}

async function wordsAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const { article = '' } = c.req.param() as { article?: string }
  const field = await deskForm(c)
  if (!field || !isId(article)) return notFound(c, tools.house)
  const words = { caption: field('caption'), credit: field('credit'), alt: field('alt') }
  return decided(c, tools, 'words', (tx, pictureId, deed) =>
    wordPicture(tx, { pictureId, articleId: article }, words, deed),
  )
}

/** A click on the picture gives its place; from the keyboard one of nine is chosen. */
async function focusAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  const picture = await pictureOnDesk(
    tools.house.engine.db,
    c.req.param('id') ?? '',
    tools.house.now(),
  )
  if (!field || !picture?.original) return notFound(c, tools.house)
  const { width, height } = picture.original
  const shown = { width: Math.min(previewWidth, width), height: 0 }
  shown.height = Math.round((shown.width * height) / width)
  const third = thirds.find(({ name }) => name === field('place'))
  // A button that is pressed by key says 0, 0: nobody means the very corner.
  const [x, y] = [Number(field('at.x') || 0), Number(field('at.y') || 0)]
  const focus =
    third ?? (x + y > 0 ? { x: (1000 * x) / shown.width, y: (1000 * y) / shown.height } : undefined)
  if (!focus || !Number.isFinite(focus.x + focus.y))
    return pictureAnswer(c, tools, 'Click on the picture, or choose one of the nine places.')
  return decided(c, tools, 'focus', (tx, pictureId, deed) =>
    focusPicture(tx, pictureId, focus, deed),
  )
}

async function termsAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  const field = await deskForm(c)
  if (!field) return notFound(c, tools.house)
  const why = field('why').trim()
  if (why === '')
    return pictureAnswer(
      c,
      tools,
      'A confirmation needs a reason: the ledger keeps it beside your name.',
    )
  return decided(c, tools, 'terms', (tx, pictureId, deed) => confirmTerms(tx, pictureId, why, deed))
}

async function fetchAnswer(c: DeskContext, tools: DeskTools): Promise<Response> {
  return decided(c, tools, 'fetch', fetchAgain)
}

async function decided(
  c: DeskContext,
  { house }: DeskTools,
  what: string,
  decide: (
    tx: Database,
    pictureId: string,
    deed: { editor: string; now: Date },
  ) => Promise<boolean>,
): Promise<Response> {
  const id = c.req.param('id') ?? ''
  const deed = { editor: c.get('editor').name, now: house.now() }
  const isDone = isId(id) && (await house.engine.write((tx) => decide(tx, id, deed)))
  if (!isDone) return notFound(c, house)
  return seeOther(house, `${routes.deskPicture.href({ id })}?done=${what}`)
}
