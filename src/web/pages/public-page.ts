import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

/** Brotli's levels go to 11; 9 costs a tenth of the time of 11 for about 4 % more bytes. */
const brotliLevel = 9
/**
 * Bytes that Brotli looks back, as a power of two. With more than these 64 KB it works with a table
 * of 16 MB, and to empty that takes several times as long as to compress a page.
 */
const brotliWindow = 16
/** Below this, compressing makes nothing smaller that matters, in bytes. */
const worthCompressing = 400

/** A page as its feature draws it: the same bytes for everybody. */
export interface Drawn {
  status: number
  type: string
  headers: Record<string, string>
  body: string | Uint8Array
  /** What it was made from; when one of these changes, it is forgotten. */
  topics: string[]
}

/** A page as it is kept: drawn once, compressed once. */
export interface KeptPage {
  status: number
  etag: string
  topics: string[]
  size: number
  answers: Record<Encoding, { whole: Answer; unchanged: Answer }>
}

type Encoding = 'br' | 'gzip' | 'identity'

/** An answer as it goes out, made before anybody asks. */
export interface Answer {
  status: number
  headers: Record<string, string>
  /** The headers as node:http writes them fastest: names and values in turn. */
  lines: string[]
  body: Uint8Array | undefined
}

const compressible = /^(text\/|application\/(json|.*\+json|.*\+xml|xml)|image\/svg\+xml)/

export async function keptPage(drawn: Drawn): Promise<KeptPage> {
  const body = typeof drawn.body === 'string' ? new TextEncoder().encode(drawn.body) : drawn.body
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22)
  const squeeze = body.length >= worthCompressing && compressible.test(drawn.type)
  const [br, gz] = squeeze ? await Promise.all([brotli(body), gzipAsync(body)]) : [body, body]
  const answer = (encoding: Encoding, bytes: Uint8Array) => {
    const lasting = {
      ...drawn.headers,
      etag: `"${hash}-${encoding}"`,
      // Any cache may keep it and must ask before using it: only the site knows when it changes.
      'cache-control': drawn.headers['cache-control'] ?? 'public, no-cache',
      ...(squeeze ? { vary: 'Accept-Encoding' } : {}),
    }
    const ofBody = {
      'content-type': drawn.type,
      'content-length': String(bytes.length),
      ...(squeeze && encoding !== 'identity' ? { 'content-encoding': encoding } : {}),
    }
    return {
      whole: answerOf(drawn.status, { ...lasting, ...ofBody }, bytes),
      unchanged: answerOf(304, lasting, undefined),
    }
  }
  return {
    status: drawn.status,
    etag: hash,
    topics: drawn.topics,
    size: body.length + br.length + gz.length,
    answers: { br: answer('br', br), gzip: answer('gzip', gz), identity: answer('identity', body) },
  }
}

function answerOf(status: number, headers: Record<string, string>, body: Answer['body']): Answer {
  return { status, headers, lines: Object.entries(headers).flat(), body }
}

/** What a request gets: the best encoding it takes, or 304 where it has the same already. */
export function answerTo(
  page: KeptPage,
  acceptEncoding: string | undefined,
  ifNoneMatch: string | undefined,
): Answer {
  const { whole, unchanged } = page.answers[encodingFor(acceptEncoding)]
  const isThere =
    page.status === 200 && ifNoneMatch !== undefined && ifNoneMatch.includes(`"${page.etag}-`)
  return isThere ? unchanged : whole
}

function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted) ? 'gzip' : 'identity'
}

function brotli(body: Uint8Array): Promise<Uint8Array> {
  return brotliAsync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliLevel,
      [constants.BROTLI_PARAM_LGWIN]: brotliWindow,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}
