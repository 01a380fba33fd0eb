import { fetchOutside } from '../../../outgoing/outgoing.ts'
import type { Json, JsonObject } from '../../reading/json.ts'
import { asList, asObject, textAt } from '../../reading/json.ts'
import type { PagedChannel } from '../../sources/sources.ts'
import type { Asking } from './polling.ts'

/** Texts of one page that are fetched at once. */
const atOnce = 4
/** All texts of one page together, in milliseconds. */
const longest = 15_000

/**
 * AP's pages hold what is known of a story; its text is an NITF file of its own. This puts the
 * texts into the page, where the reader of the format looks for them (`renditions.nitf.content`).
 * One that AP says is not there, or not for us, stays away, and its story is held for lack of a
 * text; other trouble is one sentence, and the page is asked for again.
 */
export async function withTexts(
  page: unknown,
  { channel, tools }: Asking<PagedChannel>,
): Promise<string | undefined> {
  const time = AbortSignal.timeout(longest)
  const stop = tools.outgoing.signal
  const signal = stop ? AbortSignal.any([stop, time]) : time
  const next = renditionsIn(page).values()
  const troubles: string[] = []
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const rendition of next) {
        if (troubles.length > 0) return
        const address = URL.parse(textAt(rendition, 'href') ?? '')?.href ?? ''
        const isOwn = URL.parse(address)?.origin === URL.parse(channel.address)?.origin
        const headers = isOwn ? { headers: channel.headers } : {}
        const result = await fetchOutside({ address, ...headers }, { ...tools.outgoing, signal })
        if ('refused' in result)
          troubles.push(`A text could not be fetched: ${result.refused.words}`)
        else if (result.answer.status === 200)
          rendition['content'] = new TextDecoder().decode(result.answer.body)
        else if (result.answer.status >= 500 || result.answer.status === 429)
          troubles.push(`A text could not be fetched (${result.answer.status}).`)
      }
    }),
  )
  return troubles[0]
}

/** The NITF renditions of all stories on the page that lack their text. */
function renditionsIn(page: unknown): JsonObject[] {
  const items = asList(asObject(asObject(page as Json)?.['data'])?.['items'])
  return items
    .map((one) => asObject(asObject(asObject(asObject(one)?.['item'])?.['renditions'])?.['nitf']))
    .filter((rendition) => rendition !== undefined)
    .filter((rendition) => 'href' in rendition && !('content' in rendition))
}
