import type { Context } from 'hono'

/** The most that a form may send, in bytes: the longest comment, every character encoded. */
const formLimit = 64 * 1024
/** More fields than this is no form of ours. */
const fieldLimit = 20

export type FormFields = { fields: Map<string, string> } | { refused: 'too-large' | 'not-a-form' }

/**
 * Reads a form, and no more of it than its limit. A field that comes twice counts with its first
 * value. Bytes that are no UTF-8 become U+FFFD.
 */
export async function formFields(
  c: Context,
  limits = { bytes: formLimit, fields: fieldLimit },
): Promise<FormFields> {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) return { refused: 'not-a-form' }
  const body = await bodyWithin(c, limits.bytes)
  if (body === undefined) return { refused: 'too-large' }
  const parameters = new URLSearchParams(new TextDecoder().decode(body))
  if (parameters.size > limits.fields) return { refused: 'not-a-form' }
  const fields = new Map<string, string>()
  for (const [name, value] of parameters) if (!fields.has(name)) fields.set(name, value)
  return { fields }
}

async function bodyWithin(c: Context, limit: number): Promise<Uint8Array | undefined> {
  if (Number(c.req.header('content-length') ?? 0) > limit) return undefined
  const chunks: Uint8Array[] = []
  let size = 0
  const body = c.req.raw.body as ReadableStream<Uint8Array> | null
  if (body === null) return new Uint8Array()
  for await (const chunk of body) {
    size += chunk.length
    if (size > limit) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
