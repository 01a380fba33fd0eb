import type { Context } from 'hono'
import type { Html } from '../../web/html.ts'

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
