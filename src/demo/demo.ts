import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article, ArticleContent, OnRevision } from '../articles/articles.ts'
import { articleAt, bodyFrom, createArticle, reviseArticle } from '../articles/articles.ts'
import { postComment, recommend } from '../comments/comments.ts'
import type { Engine } from '../database/database.ts'
import type { Mood } from '../moods/moods.ts'
import { moods, vote } from '../moods/moods.ts'
import { voterFrom, voterOn } from '../readers/readers.ts'
import { keepDrawing } from '../pictures/pictures.ts'
import type { DemoComment, DemoStory } from './story.ts'

export { loadDemoWire } from './demo-wire.ts'

const folder = join(import.meta.dirname, '..', '..', 'demo')

export function demoNewsroom<T>(): T {
  return JSON.parse(readFileSync(join(folder, 'newsroom.json'), 'utf8')) as T
}

/** Fills an empty newsroom with the demo's stories, pictures, comments and moods. */
export async function loadDemo(
  engine: Engine,
  secret: string,
  now: Date,
  onRevision: OnRevision,
): Promise<number> {
  const stories = readdirSync(join(folder, 'stories'))
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(folder, 'stories', file), 'utf8')) as DemoStory)
    .toSorted((a, b) => b.minutesAgo - a.minutesAgo)
  for (const story of stories) await loadStory(engine, story, secret, now, onRevision)
  return stories.length
}

async function loadStory(
  engine: Engine,
  story: DemoStory,
  secret: string,
  now: Date,
  onRevision: OnRevision,
): Promise<void> {
  // A load that was cut off goes on where it stopped.
  if (await articleAt(engine.db, story.slug, now)) return
  const article = await publish(engine, story, now, onRevision)
  for (const comment of story.comments) await say(engine, article, comment, now, secret)
  const votes = moods.flatMap((mood) => Array<Mood>(story.moods[mood] ?? 0).fill(mood))
  const at = before(now, story.minutesAgo / 2)
  await Promise.all(
    votes.map((mood) => vote(engine, article.id, someone(article, secret), mood, at)),
  )
}

/** Longer ago than any story of the demo, in minutes. */
const longAgo = 1_000_000

async function publish(
  engine: Engine,
  story: DemoStory,
  now: Date,
  onRevision: OnRevision,
): Promise<Article> {
  const published = before(now, story.minutesAgo)
  // Sizes are made one picture at a time, those of the newest stories first.
  const turn = before(now, longAgo - story.minutesAgo)
  const draft = {
    section: story.section,
    content: contentOf(story),
    facts: { pubStatus: 'usable' },
    publishedAt: published.toISOString(),
    updatedAt: before(now, story.updatedMinutesAgo ?? story.minutesAgo).toISOString(),
  }
  return engine.write(async (tx) => {
    const article = await createArticle(engine, tx, draft, published, onRevision, story.slug)
    if (story.picture) await keepDrawing(tx, article.id, drawingOf(story.picture), now, turn)
    if (story.correction === undefined) return article
    const { text, paragraph, minutesAgo } = story.correction
    const at = before(now, minutesAgo)
    return reviseArticle(
      tx,
      article.id,
      { ...draft, updatedAt: at.toISOString(), correction: { text, paragraph } },
      at,
      onRevision,
    )
  })
}

async function say(
  engine: Engine,
  article: Article,
  comment: DemoComment,
  now: Date,
  secret: string,
  parentId?: string,
): Promise<void> {
  const at = before(now, comment.minutesAgo)
  const form = {
    name: comment.name,
    text: comment.text,
    trap: '',
    ...(parentId === undefined ? {} : { parentId }),
  }
  const posting = await postComment(engine, article.id, form, at)
  if ('refused' in posting) throw new Error(`A comment of the demo was refused: ${posting.words}`)
  const { id } = posting.posted
  await Promise.all(
    Array.from({ length: comment.recommended }, (_, i) =>
      // Spread over the time since, so that "best" has something to weigh.
      recommend(
        engine,
        article.id,
        id,
        someone(article, secret),
        before(now, (comment.minutesAgo * i) / comment.recommended),
      ),
    ),
  )
  for (const reply of comment.replies ?? []) await say(engine, article, reply, now, secret, id)
}

function contentOf(story: DemoStory): ArticleContent {
  const { headline, standfirst, byline, dateline, agency, creditline, copyrightNotice, subjects } =
    story
  return {
    headline,
    standfirst,
    byline,
    dateline,
    language: 'en',
    subjects,
    body: bodyFrom(story.body.join('\n\n')),
    ...(agency === undefined ? {} : { agency }),
    ...(creditline === undefined ? {} : { creditline }),
    ...(copyrightNotice === undefined ? {} : { copyrightNotice }),
  }
}

function drawingOf({
  file,
  width,
  height,
  alt,
  caption,
  credit,
}: NonNullable<DemoStory['picture']>) {
  const svg = readFileSync(join(folder, 'pictures', file))
  // A drawing has no pixels: it is kept as large as screens of twice the density want it.
  return { svg, width: width * 2, height: height * 2, words: { alt, caption, credit } }
}

function someone(article: Article, secret: string): string {
  return voterOn(article.id, voterFrom(undefined), secret)
}

function before(now: Date, minutes: number): Date {
  return new Date(now.getTime() - minutes * 60_000)
}
