import type { Context, MiddlewareHandler } from 'hono'
import { routes } from '../routes.ts'
import { seeOther } from '../web/pages/answers.ts'
import { cookieFor, cookieIn, cookieName, isSecureOrigin } from '../web/cookies.ts'
import { formFields } from '../web/form-fields.ts'
import type { House } from '../web/house.ts'

/** How long a browser keeps the wish, in seconds: as long as browsers keep any. */
const kept = 400 * 24 * 3600
const value = 'hidden'

/**
 * Sends a browser that hides machine summaries from an article's address to that of the page
 * without one. Both pages are the same for everybody, so any cache may keep them; no script is
 * needed, and nothing flickers.
 */
export function withoutSummaries(house: House): MiddlewareHandler {
  return async (c, next) => {
    const slug = c.req.param('slug') ?? ''
    const query = new URL(c.req.url).searchParams
    if (/\.(json|txt)$/.test(slug) || query.has('summary') || !wantsNone(c, house)) return next()
    query.set('summary', 'hidden')
    return seeOther(house, `${routes.article.href({ slug })}?${query.toString()}`)
  }
}

/** Hides machine summaries for good in this browser, or shows them again. */
export async function hidingAnswer(c: Context, house: House): Promise<Response> {
  const form = await formFields(c)
  const isShown = 'fields' in form && form.fields.has('show')
  const secure = isSecureOrigin(house.site.origin)
  const cookie = cookieFor(cookieName('summaries', secure), value, isShown ? 0 : kept, secure)
  const page = routes.article.href({ slug: c.req.param('slug') ?? '' })
  return seeOther(house, isShown ? `${page}#summary` : `${page}?summary=hidden`, cookie)
}

function wantsNone(c: Context, house: House): boolean {
  const name = cookieName('summaries', isSecureOrigin(house.site.origin))
  return cookieIn(c.req.header('cookie'), name) === value
}
