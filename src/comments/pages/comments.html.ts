import { html, type Html } from '../../web/html/html.ts'
import { page } from '../../web/html/layout.html.ts'
import type { Site } from '../../web/site.ts'
import { commentForm, type CommentValues } from './comment-form.html.ts'
import { orders, type Comment, type Order } from '../comment.ts'
import { thread } from './thread.html.ts'

export interface Conversation {
  site: Site
  article: { slug: string }
  comments: Comment[]
  /** All of the article's comments, replies included. */
  total: number
  order: Order
  /** The page of it that is shown, where the threads are more than one page holds. */
  part?: Part | undefined
  /** Whether new ones are taken. */
  open: boolean
  /** Why the last one was not taken, in words for its writer. */
  error?: string | undefined
  /** What its writer had typed. */
  values?: CommentValues | undefined
}

export interface Part {
  /** Counted from 1. */
  page: number
  /** Threads on pages before and after it. */
  before: number
  after: number
}

export function conversation(talk: Conversation): Html {
  const { site, article, comments, total, order, open, error, values, part } = talk
  return html`<section class="comments" id="comments" aria-labelledby="comments-h">
    <h2 class="rubric" id="comments-h">Comments${total > 0 && html` <span>${total}</span>`}</h2>
    ${open ? commentForm({ slug: article.slug, error, values, swap: true }) : closed(total)}
    ${(part ?? comments.length > 1) && sorting(article.slug, order)}
    ${part && part.before > 0 && further(article.slug, order, part.page - 1, `${conversations(part.before)} before these`)}
    ${comments.length > 0 ? comments.map((comment) => thread(comment, article.slug, site, open)) : open && empty()}
    ${part && part.after > 0 && further(article.slug, order, part.page + 1, conversations(part.after, 'more '))}
  </section>`
}

function closed(total: number): Html {
  return html`<p class="label">
    ${total > 0 ? 'This conversation is closed. It stays here to be read.' : 'Comments are closed on this story.'}
  </p>`
}

function empty(): Html {
  return html`<p class="empty">
    There are no comments yet. What do you know about this, what did the story leave out, what would
    you ask the people in it?
  </p>`
}

const orderNames: Record<Order, string> = { newest: 'Newest', oldest: 'Oldest', best: 'Best' }

function sorting(slug: string, current: Order): Html {
  const links = orders.map((order) => {
    const used = order === current && html` aria-current="true"`
    return html` <a href="/articles/${slug}?sort=${order}#comments"${used}>${orderNames[order]}</a>`
  })
  return html`<p class="sort">Sort by${links}</p>`
}

function further(slug: string, order: Order, page: number, words: string): Html {
  const address = `/articles/${slug}?sort=${order}${page > 1 ? `&page=${page}` : ''}#comments`
  return html`<p class="links"><a href="${address}">${words}</a></p>`
}

function conversations(count: number, more = ''): string {
  return `${count} ${more}${count === 1 ? 'conversation' : 'conversations'}`
}

export interface CommentPage {
  site: Site
  article: { slug: string; headline: string }
  comment: Comment
  /** What it answers. */
  parent?: Comment | undefined
  open: boolean
  error?: string | undefined
  values?: CommentValues | undefined
  script?: string | undefined
}

/** One comment with its replies at an address of its own, where it is answered without scripts. */
export function commentPage(view: CommentPage): string {
  const { site, article, comment, open, error, values } = view
  const { slug, headline } = article
  const stands = comment.text !== undefined
  return page({
    site,
    look: 'plain',
    title: `${stands ? comment.name : 'A comment'} on “${headline}”`,
    head: html`<meta name="robots" content="noindex">`,
    script: view.script,
    body: html`<div class="plain">
      <p class="kicker"><a href="/articles/${slug}">${headline}</a></p>
      <h1>${stands ? `${comment.name} says` : 'A comment'}</h1>
      <div class="comments" id="comments">
        ${view.parent && answered(view.parent, slug)}
        ${thread(comment, slug, site, open)}
        ${open && stands && commentForm({ slug, error, values: { ...values, parent: comment.id }, answering: comment.name })}
      </div>
      <p class="links"><a href="/articles/${slug}#comments">To the whole conversation</a></p>
    </div>`,
  })
}

function answered({ id, name, text }: Comment, slug: string): Html {
  const whom = text === undefined ? 'a comment that was taken down' : name
  return html`<p class="label">In answer to <a href="/articles/${slug}/comments/${id}">${whom}</a></p>`
}
