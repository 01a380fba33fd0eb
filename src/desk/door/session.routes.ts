import { Hono } from 'hono'
import { routes } from '../../routes.ts'
import { answerPrivate, notFound, seeOther } from '../../web/pages/answers.ts'
import type { House } from '../../web/house.ts'
import type { DeskEnv } from './door.ts'
import { sessionCookie, sessionIn } from './door.ts'
import { deskForm } from '../desk-tools.ts'
import { signInPage } from '../parts/frame.html.ts'
import { endSession, isOpenToken, openSession } from './sessions.ts'

/** The way in and out. The link only asks for a name; the session begins with the form behind it. */
export function sessionRoutes(house: House): Hono<DeskEnv> {
  const app = new Hono<DeskEnv>()
  app.get(routes.deskSession.pattern, async (c) => {
    const token = c.req.query('token') ?? ''
    if (!(await isOpenToken(house.engine.db, token, house.now()))) return notFound(c, house)
    return answerPrivate(house, 'desk', signInPage(house.site, token))
  })
  app.post(routes.deskSession.pattern, async (c) => {
    const field = await deskForm(c)
    if (!field) return notFound(c, house)
    const [token, name] = [field('token'), nameFrom(field('name'))]
    if (!(await isOpenToken(house.engine.db, token, house.now()))) return notFound(c, house)
    if (name === undefined) {
      const page = signInPage(house.site, token, 'Please type your name, of at most 60 letters.')
      return answerPrivate(house, 'desk', page, 422)
    }
    const session = await openSession(house.engine, token, name, house.now())
    if (session === undefined) return notFound(c, house)
    return seeOther(house, routes.desk.href(), sessionCookie(session, house))
  })
  app.post(routes.deskSessionEnd.pattern, async (c) => {
    const session = sessionIn(c, house)
    if (session !== undefined) await endSession(house.engine, session)
    const answer = seeOther(house, '/', sessionCookie('', house))
    answer.headers.set('clear-site-data', '"cache"')
    return answer
  })
  return app
}

/** Letters of any script; nothing that could pass for another line of the ledger. */
function nameFrom(text: string): string | undefined {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim()
  return /^[\p{L}\p{M}\p{N} .,'’()-]{1,60}$/u.test(name) ? name : undefined
}
