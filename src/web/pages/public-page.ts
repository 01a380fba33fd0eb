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

type Encoding = 'br' | 'gzip' | 'identity'

/** An answer as it goes out, made once. */
export interface Answer {
  status: number
  headers: Record<string, string>
  /** The headers as node:http writes them fastest: names and values in turn. */
  lines: string[]
  body: Uint8Array | undefined
}

const compressible = /^(text\/|application\/(json|.*\+json|.*\+xml|xml)|image\/svg\+xml)/

/** A page as it is kept: drawn once, and compressed once in each way that somebody asks for. */
export class KeptPage {
  readonly status: number
  readonly topics: string[]
  readonly etag: string
  /** What it counts for in memory, in bytes: an estimate, since it is compressed only when asked for. */
  readonly size: number
  readonly #type: string
  readonly #headers: Record<string, string>
  readonly #body: Uint8Array
  readonly #mayShrink: boolean
  readonly #whole: Partial<Record<Encoding, Answer | Promise<Answer>>> = {}
  readonly #unchanged: Partial<Record<Encoding, Answer>> = {}

  constructor(drawn: Drawn) {
    const { body } = drawn
    this.#type = drawn.type
    this.#headers = drawn.headers
    this.#body = typeof body === 'string' ? new TextEncoder().encode(body) : body
    this.#mayShrink = this.#body.length >= worthCompressing && compressible.test(drawn.type)
    this.status = drawn.status
    this.topics = drawn.topics
    this.etag = createHash('sha256').update(this.#body).digest('base64url').slice(0, 22)
    this.size = this.#body.length * (this.#mayShrink ? 2 : 1)
  }

  whole(encoding: Encoding): Answer | Promise<Answer> {
    return (this.#whole[encoding] ??= this.#make(encoding))
  }

  unchanged(encoding: Encoding): Answer {
    return (this.#unchanged[encoding] ??= answerOf(304, this.#lasting(encoding), undefined))
  }

  #make(encoding: Encoding): Answer | Promise<Answer> {
    if (encoding === 'identity' || !this.#mayShrink) return this.#answerWith(this.#body, encoding)
    return this.#compressed(encoding)
  }

  async #compressed(encoding: 'br' | 'gzip'): Promise<Answer> {
    try {
      const answer = this.#answerWith(await compressors[encoding](this.#body), encoding)
      this.#whole[encoding] = answer
      return answer
    } catch (error) {
      delete this.#whole[encoding]
      throw error
    }
  }

  #answerWith(bytes: Uint8Array, encoding: Encoding): Answer {
    return answerOf(
      this.status,
      {
        ...this.#lasting(encoding),
        'content-type': this.#type,
        'content-length': String(bytes.length),
        ...(this.#mayShrink && encoding !== 'identity' ? { 'content-encoding': encoding } : {}),
      },
      bytes,
    )
  }

  #lasting(encoding: Encoding): Record<string, string> {
    return {
      ...this.#headers,
      etag: `"${this.etag}-${encoding}"`,
      // Any cache may keep it and must ask before using it: only the site knows when it changes.
      'cache-control': this.#headers['cache-control'] ?? 'public, no-cache',
      ...(this.#mayShrink ? { vary: 'Accept-Encoding' } : {}),
    }
  }
}

function answerOf(status: number, headers: Record<string, string>, body: Answer['body']): Answer {
  return { status, headers, lines: Object.entries(headers).flat(), body }
}

/**
 * What a request gets: the best encoding it takes, or 304 where it has the same already. A promise
 * where nobody has asked for this encoding before.
 */
export function answerTo(
  page: KeptPage,
  acceptEncoding: string | undefined,
  ifNoneMatch: string | undefined,
): Answer | Promise<Answer> {
  const encoding = encodingFor(acceptEncoding)
  const isThere =
    page.status === 200 && ifNoneMatch !== undefined && ifNoneMatch.includes(`"${page.etag}-`)
  return isThere ? page.unchanged(encoding) : page.whole(encoding)
}

function encodingFor(accepted: string | undefined): Encoding {
  if (accepted === undefined) return 'identity'
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted) ? 'gzip' : 'identity'
}

const compressors = { br: brotli, gzip: gzipAsync }

function brotli(body: Uint8Array): Promise<Uint8Array> {
  return brotliAsync(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: brotliLevel,
      [constants.BROTLI_PARAM_LGWIN]: brotliWindow,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}
