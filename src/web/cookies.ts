/**
 * The value of one cookie. Strict on purpose: only blanks and tabs are trimmed, no quoted form,
 * and a name that comes twice counts as absent, so that nobody can slip a second one in
 * (RFC 6265 §5.4; https://portswigger.net/research/cookie-chaos-how-to-bypass-host-and-secure-cookie-prefixes).
 */
export function cookieIn(header: string | undefined, name: string): string | undefined {
  if (header === undefined || /^[ \t]*\$/.test(header)) return undefined
  const values = header
    .split(';')
    .map((pair) => pair.replace(/^[ \t]+|[ \t]+$/g, ''))
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
  return values.length === 1 ? values[0] : undefined
}

/** A cookie for this site alone, out of reach of scripts. `secure` is false only for plain http. */
export function cookieFor(
  name: string,
  value: string,
  maxAgeSeconds: number,
  secure: boolean,
  sameSite: 'Lax' | 'Strict' = 'Lax',
): string {
  const parts = [
    `${name}=${value}`,
    'Path=/',
    `Max-Age=${maxAgeSeconds}`,
    'HttpOnly',
    `SameSite=${sameSite}`,
  ]
  if (secure) parts.push('Secure')
  return parts.join('; ')
}

/** `__Host-` binds a cookie to this very host; browsers take it only with Secure. */
export function cookieName(name: string, secure: boolean): string {
  return secure ? `__Host-${name}` : name
}

/** Whether browsers treat the origin as safe: https, or this machine itself. */
export function isSecureOrigin(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return (
    protocol === 'https:' ||
    hostname === 'localhost' ||
    hostname === '127.0.0.1' ||
    hostname === '[::1]'
  )
}
