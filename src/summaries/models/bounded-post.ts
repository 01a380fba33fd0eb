import type { ModelConfig } from './model.ts'
import { limits, ModelTrouble } from './model.ts'

/**
 * Sends JSON to exactly this address and reads the answer within its limits. No redirect is
 * followed: an endpoint that moves is one that the operator did not choose.
 */
export async function boundedPost(
  url: string,
  headers: Record<string, string>,
  body: object,
  { signal, time = limits.time }: { signal?: AbortSignal; time?: number },
): Promise<{ status: number; text: string }> {
  const own = AbortSignal.timeout(time)
  const either = signal ? AbortSignal.any([signal, own]) : own
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      signal: either,
    })
    return { status: answer.status, text: await textWithin(answer) }
  } catch (error) {
    if (error instanceof ModelTrouble) throw error
    if (either.aborted) throw new ModelTrouble('too-slow', `No whole answer within ${time} ms.`)
    // The words of the cause may hold the address; the name of the trouble is enough.
    throw new ModelTrouble('unreachable', `The endpoint could not be reached: ${codeOf(error)}.`)
  }
}

async function textWithin(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += (chunk as Uint8Array).length
    // Leaving the loop cancels the stream, and with it the connection.
    if (size > limits.size)
      throw new ModelTrouble('too-long', `The answer is longer than ${limits.size} bytes.`)
    chunks.push(chunk as Uint8Array)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

function codeOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string } }).cause
  return cause?.code ?? (error instanceof Error ? error.name : 'unknown')
}

/** The configured address with the protocol's path behind it, and nothing of anybody else's. */
export function endpointOf({ url }: ModelConfig, path: string): string {
  return url.replace(/\/+$/, '') + path
}
