import type { Look } from '../assets/styles.ts'
import { styleSources } from '../assets/styles.ts'

const everywhere = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
} as const

const oneYear = 31_536_000

/**
 * The headers of a page (MDN HTTP Observatory's list). It may use its own style sheet, which the
 * policy names by its hash, and our own scripts; there is no `unsafe-` word in it. A hash and not
 * a nonce, because caches keep these pages.
 */
export function pageHeaders(look: Look, origin: string): Record<string, string> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styleSources[look]}`,
    "img-src 'self' data:",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types standfirst',
  ]
  return {
    ...fileHeaders(origin),
    'content-security-policy': policy.join('; '),
    'cross-origin-embedder-policy': 'require-corp',
    'cross-origin-resource-policy': 'same-origin',
  }
}

/** For what is no page: data, feeds, pictures. Opened by itself it can run and load nothing. */
export function fileHeaders(origin: string): Record<string, string> {
  return {
    ...everywhere,
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'; sandbox",
    'cross-origin-resource-policy': 'cross-origin',
    ...(origin.startsWith('https:')
      ? { 'strict-transport-security': `max-age=${oneYear}; includeSubDomains` }
      : {}),
  }
}
