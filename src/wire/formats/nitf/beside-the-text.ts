/** What stands in the text of an NITF document and is none of it. Each leaves it, and is kept. */
import { textOf } from '../../../articles/body/body.ts'
import type { WireItem } from '../../item.ts'
import { blocksOf } from '../../markup/markup.ts'
import { collapsed } from '../../markup/storable-text.ts'
import * as fill from '../../reading/fill-item.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { attribute, descendants, first, line, rawText, without } from '../../xml/xml-tree.ts'

export function withoutWhatIsBeside(out: WireItem, body: Element): Element {
  const gone = new Set([...advisoriesIn(out, body), ...otherStoriesIn(out, body)])
  for (const lead of leadsRepeatedIn(out, body)) gone.add(lead)
  return gone.size === 0 ? body : without(body, (one) => gone.has(one))
}

/** Notes of the type npa are "non-publishable advisories" wherever in the text they stand. */
function advisoriesIn(out: WireItem, body: Element): Element[] {
  const advisories = ['body.content', 'body.end'].flatMap((part) =>
    descendants(first(body, part), 'note').filter(
      (one) => attribute(one, 'type')?.toLowerCase() === 'npa',
    ),
  )
  for (const one of advisories) fill.note(out, textOf(blocksOf(one).blocks))
  return advisories
}

const isRelated = /^related(?:$|[-_ ])/i

/** Headlines of other stories below the text (Opennemas): their addresses are the sender's own pages. */
function otherStoriesIn(out: WireItem, body: Element): Element[] {
  const lists = descendants(body, 'block').filter((one) =>
    isRelated.test(attribute(one, 'class') ?? attribute(one, 'id') ?? ''),
  )
  for (const list of lists) {
    fill.notice(out, 'removed', 'links to other stories', line(list))
    for (const link of descendants(list, 'a')) {
      fill.keepExtra(out, 'related', { title: line(link), href: attribute(link, 'href') })
    }
  }
  return lists
}

/** An archive's document has one of each. */
const MOST_TEXTS = 5

/** Archives send the lead twice, by itself and at the beginning of the full text (New York Times). */
function leadsRepeatedIn(out: WireItem, body: Element): Element[] {
  const blocks = descendants(first(body, 'body.content'), 'block')
  const named = (name: string) =>
    blocks.filter((one) => attribute(one, 'class') === name).slice(0, MOST_TEXTS)
  const whole = named('full_text').map((one) => collapsed(rawText(one)).trim())
  const leads = named('lead_paragraph').filter((one) => {
    const lead = collapsed(rawText(one)).trim()
    return whole.some((text) => text.startsWith(lead))
  })
  for (const lead of leads) fill.notice(out, 'removed', 'lead repeated in the text', line(lead))
  return leads
}
