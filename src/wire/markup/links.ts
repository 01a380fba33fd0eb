/** Which addresses a body may link to: absolute, and of a kind that cannot run anything. */
const allowed = new Set(['http:', 'https:', 'mailto:', 'tel:'])

/** The address as it may stand in a page, or undefined. */
export function linkable(address: string): string | undefined {
  // Browsers ignore tabs and line ends inside a scheme, so "java\nscript:" is one.
  const cleaned = address.trim().replace(/[\t\r\n]/g, '')
  if (!/^[a-z]+:/i.test(cleaned)) return undefined
  try {
    const url = new URL(cleaned)
    return allowed.has(url.protocol) ? url.href : undefined
  } catch {
    return undefined
  }
}

/** An address to fetch a picture or a file from. */
export function fetchable(address: string | undefined): string | undefined {
  const href = address && linkable(address)
  return href && /^https?:/.test(href) ? href : undefined
}
