/**
 * AP Media API: a page names the address of the next one in `data.next_page`, which is valid also
 * where nothing is new yet (https://api.ap.org/media/v/docs/Getting_Content_Updates.htm). The key
 * goes into the header `x-api-key`.
 */
import type { Json } from '../../reading/json.ts'
import { asList, asObject, textAt } from '../../reading/json.ts'
import { withTexts } from './ap-texts.ts'
import type { Pages } from './pages.ts'

export const apPages: Pages = {
  request: (channel, cursor) => {
    const address = typeof cursor === 'string' ? cursor : channel.address
    // The key is for AP alone, whatever a page says.
    return Promise.resolve(
      URL.parse(address)?.origin === URL.parse(channel.address)?.origin
        ? { address }
        : 'The next page is on another host than the first one.',
    )
  },
  read: (page) => {
    const data = asObject(asObject(page as Json)?.['data'])
    const items = asList(data?.['items'])
    const next = textAt(data, 'next_page')
    if (!data || !('items' in data)) return 'The page has no data.items.'
    if (next === undefined) return 'The page does not say where the next one is (data.next_page).'
    return { count: items.length, same: JSON.stringify(items), next, isLast: items.length === 0 }
  },
  complete: withTexts,
}
