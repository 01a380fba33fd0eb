import type { Context } from 'hono'
import { cookieFor, cookieIn, cookieName, isSecureOrigin } from '../web/cookies.ts'
import type { House } from '../web/house.ts'
import type { Voter } from './voter.ts'
import { voterFrom } from './voter.ts'

/** How long a browser keeps its token, in seconds: thirteen months, as for consent. */
const kept = 400 * 24 * 3600

/** The voter behind a request; a browser that never voted gets a new one, kept only if it votes. */
export function voterIn(c: Context, house: House): Voter {
  return voterFrom(
    cookieIn(c.req.header('cookie'), cookieName('voter', isSecureOrigin(house.site.origin))),
  )
}

/** The cookie to set with the first vote; undefined where the browser has it. */
export function voterCookie(voter: Voter, house: House): string | undefined {
  if (!voter.isNew) return undefined
  const secure = isSecureOrigin(house.site.origin)
  return cookieFor(cookieName('voter', secure), voter.token, kept, secure)
}
