import type { HttpBindings } from '@hono/node-server'
import type { Context, MiddlewareHandler } from 'hono'
import { answerPrivate, notFound } from '../../web/answers.ts'
import type { Html } from '../../web/html.ts'
import { html } from '../../web/html.ts'
import type { House } from '../../web/house.ts'
import { page } from '../../web/layout.html.ts'

/** How pages of the desk are framed, and who is at work; the desk hands over its own. */
export interface DeskFrame {
  /** The name of whoever is signed in; where nobody can be, each form asks for it. */
  editor: (c: Context) => string | undefined
  draw: (c: Context, page: DeskPage, status?: number) => Response | Promise<Response>
}

export interface DeskPage {
  title: string
  body: Html
  /** What went wrong, in words. */
  trouble?: string | undefined
}

/** A frame for a house without a desk of its own. */
export function plainFrame(house: House): DeskFrame {
  return {
    editor: () => undefined,
    draw: (_, { title, body, trouble }, status = 200) =>
      answerPrivate(
        house,
        'plain',
        page({
          site: house.site,
          look: 'plain',
          title,
          head: html`<meta name="robots" content="noindex">`,
          body: html`<div class="plain">
            <p class="kicker"><a href="/desk/summaries">Machine summaries at the desk</a></p>
            <h1>${title}</h1>
            ${trouble !== undefined && html`<p class="error" role="alert" data-problem>${trouble}</p>`}
            ${body}
          </div>`,
        }),
        status,
      ),
  }
}

/** Headers by which proxies say that the request came from elsewhere. */
const forwarding = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']

/** Lets only this machine itself in. To everybody else there is no such page. */
export function thisMachineOnly(house: House): MiddlewareHandler {
  return async (c, next) => {
    const peer = (c.env as Partial<HttpBindings> | undefined)?.incoming?.socket.remoteAddress ?? ''
    const isHere =
      /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/.test(peer) &&
      forwarding.every((name) => c.req.header(name) === undefined) &&
      ['localhost', '127.0.0.1', '[::1]'].includes(new URL(c.req.url).hostname)
    return isHere ? next() : notFound(c, house)
  }
}
