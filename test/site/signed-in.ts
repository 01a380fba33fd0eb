import { newDeskLink } from '../../src/desk/door/sessions.ts'
import type { Newsroom } from './newsroom.ts'

/** An editor at the desk of a newsroom. */
export interface Desk {
  cookie: string
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  post: (
    path: string,
    fields: Record<string, string>,
    headers?: Record<string, string>,
  ) => Promise<Response>
  /** The main part of a page, which must be there. */
  page: (path: string) => Promise<string>
}

const base = 'http://localhost:8080'

/** A request from this very machine, as the server would hand it to the router. */
export function fromHere(address = '127.0.0.1'): object {
  return { incoming: { socket: { remoteAddress: address } } }
}

/** Signs an editor in by a link, as the site prints it at its start. */
export async function signedIn(newsroom: Newsroom, name = 'Ada Quill'): Promise<Desk> {
  const { app, house } = newsroom
  const link = new URL(await newDeskLink(house.engine, base, house.now()))
  const form = { token: link.searchParams.get('token') ?? '', name }
  const answer = await send('/desk/session', form)
  const cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const get: Desk['get'] = async (path, headers = {}) =>
    app.request(`${base}${path}`, { headers: { cookie, ...headers } }, fromHere())
  return {
    cookie,
    get,
    post: (path, fields, headers = {}) => send(path, fields, { cookie, ...headers }),
    page: async (path) => {
      const page = await get(path)
      if (page.status !== 200) throw new Error(`${path} answers ${page.status}.`)
      return /<main[^]*<\/main>/.exec(await page.text())?.[0] ?? ''
    },
  }

  async function send(
    path: string,
    fields: Record<string, string>,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const init = {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        ...headers,
      },
      body: new URLSearchParams(fields).toString(),
    }
    return app.request(`${base}${path}`, init, fromHere())
  }
}
