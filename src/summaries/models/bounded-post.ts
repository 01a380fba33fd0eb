import type { OutgoingRefusal } from '../../outgoing/outgoing.ts'
import { fetchOutside } from '../../outgoing/outgoing.ts'
import type { ModelConfig } from './model.ts'
import { limits, ModelTrouble } from './model.ts'

/**
 * Sends JSON to exactly this address and reads the answer within its limits. No redirect is
 * followed: an endpoint that moves is one that the operator did not choose. The address may be a
 * private one, since the operator named it.
 */
export async function boundedPost(
  url: string,
  headers: Record<string, string>,
  body: object,
  { signal, time = limits.time }: { signal?: AbortSignal; time?: number },
): Promise<{ status: number; text: string }> {
  const sent = await fetchOutside(
    {
      address: url,
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
    },
    {
      named: [namedBy(url)],
      limits: { total: time, body: limits.size, redirects: 0 },
      ...(signal === undefined ? {} : { signal }),
    },
  )
  if ('refused' in sent) throw troubleOf(sent.refused, time)
  return { status: sent.answer.status, text: new TextDecoder().decode(sent.answer.body) }
}

function namedBy(url: string): string {
  const { hostname, port, protocol } = new URL(url)
  return `${hostname.replace(/\.$/, '')}:${port || (protocol === 'https:' ? '443' : '80')}`
}

function troubleOf({ reason, words }: OutgoingRefusal, time: number): ModelTrouble {
  if (reason === 'too-slow' || reason === 'stopped')
    return new ModelTrouble('too-slow', `No whole answer within ${time} ms.`)
  if (reason === 'too-large')
    return new ModelTrouble('too-long', `The answer is longer than ${limits.size} bytes.`)
  if (reason === 'too-many-redirects')
    return new ModelTrouble('refused', 'The endpoint sends its callers elsewhere.')
  return new ModelTrouble('unreachable', `The endpoint could not be reached. ${words}`)
}

/** The configured address with the protocol's path behind it, and nothing of anybody else's. */
export function endpointOf({ url }: ModelConfig, path: string): string {
  return url.replace(/\/+$/, '') + path
}
