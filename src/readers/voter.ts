import { createHmac, randomBytes } from 'node:crypto'

/** 128 random bits, in base64url without padding. */
const tokenForm = /^[\w-]{22}$/

/**
 * A reader's browser, known by a random token that it gets with its first vote and by nothing else.
 * What is stored is a different value per article, so that no two votes can be joined without the
 * token; the honest claim is "one vote per browser".
 */
export interface Voter {
  token: string
  /** Whether the browser must be told to keep the token. */
  isNew: boolean
}

/** The voter that a cookie names, or a new one where it names none. */
export function voterFrom(token: string | undefined): Voter {
  if (token !== undefined && tokenForm.test(token)) return { token, isNew: false }
  return { token: randomBytes(16).toString('base64url'), isNew: true }
}

/** How the voter is written down for one article. `key` is the site's secret. */
export function voterOn(articleId: string, voter: Voter, key: string): string {
  return createHmac('sha256', key).update(`${articleId}\n${voter.token}`).digest('base64url')
}
