/**
 * Whether a request that changes something comes from our own pages. Browsers say so in
 * Sec-Fetch-Site; older ones in Origin. A request with neither comes from a program, which is
 * welcome as long as no cookie speaks for a reader. The rule is that of
 * https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 */
export function isOwnRequest(headers: Headers, origins: readonly string[]): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null) return site === 'same-origin' || site === 'none'
  const origin = headers.get('origin')
  if (origin !== null) return origins.includes(origin)
  return headers.get('cookie') === null
}

/** The origins that this site answers to: its own, and the loopback names while it is local. */
export function originsOf(origin: string): string[] {
  const url = new URL(origin)
  if (url.hostname !== 'localhost') return [url.origin]
  const port = url.port === '' ? '' : `:${url.port}`
  return [url.origin, `${url.protocol}//127.0.0.1${port}`, `${url.protocol}//[::1]${port}`]
}
