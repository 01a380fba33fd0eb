/**
 * Embargoes that stand in words alone: in a note to editors, in a headline, above the text. No time is
 * read from them, since they name no zone and often no day; they hold the item for a person.
 */
import { readInstant } from '../reading/fields/instants.ts'
import type { WireItem } from '../item.ts'
import { linesAbove } from './lines-above.ts'
import { instantsOnClock } from '../times/clock.ts'

/** What notes to editors say of an embargo, in the languages of the wires. */
const embargoWords =
  /embarg[oó]|\bambargo|эмбарго|εμπάργκο|حظر النشر|解禁|sperre?frist|spärr(?:tid|frist)|\bsperret (?:til|for)\b|\bklausul(?:eret|erad)? (?:til|till)\b|\bfrei (?:ab|für)\b|\bhold for release|\bnot for (?:public )?(?:release|publication|broadcast|use) (?:until|before)/i

/** A note that speaks of an embargo where no field does: somebody meant one. */
export function embargoOnlyInWords(item: WireItem): string | undefined {
  if (item.embargoed !== undefined || item.edNote === undefined) return undefined
  if (!embargoWords.test(item.edNote) || /\bno embargo\b/i.test(item.edNote)) return undefined
  return 'a note to editors speaks of an embargo but no embargo time is given'
}

/** "22.10.2024, 11:30 Uhr", "2024-10-22 11:30": times in notes, which name no zone. */
const noteTimes =
  /\b(?:(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>20\d\d)|(?<iso>20\d\d-\d\d-\d\d))[T, ]{1,3}(?<hour>\d{1,2})[.:](?<minute>\d\d)/g

/** The zone furthest ahead of UTC; a local time cannot come earlier than this. */
const EARLIEST_ZONE_HOURS = 14

/** A note whose time, wherever its clock hangs, lies after the embargo given contradicts it. */
export function embargoLaterInWords(item: WireItem): string | undefined {
  const { embargoed, edNote, standfirst } = item
  if (embargoed === undefined || edNote === undefined) return undefined
  for (const line of edNote.split('\n').filter((one) => embargoWords.test(one))) {
    for (const { groups = {} } of line.matchAll(noteTimes)) {
      const two = (text = ''): string => text.padStart(2, '0')
      const date =
        groups['iso'] ?? `${groups['year']}-${two(groups['month'])}-${two(groups['day'])}`
      const instant = readInstant(`${date}T${two(groups['hour'])}:${groups['minute']}:00Z`)
      if (instant && earliestOf(instant.iso, standfirst.clock?.zone) > Date.parse(embargoed)) {
        return `a note names a later embargo than the one given: "${line.trim().slice(0, 100)}"`
      }
    }
  }
  return undefined
}

/** A time in a note: on the source's clock where that is known, or else on the one furthest ahead. */
function earliestOf(iso: string, zone: string | undefined): number {
  if (zone !== undefined) return Date.parse(instantsOnClock(iso, zone).later)
  return Date.parse(iso) - EARLIEST_ZONE_HOURS * 3_600_000
}

const until = String.raw`(?:(?:until|till|bis|ab|jusqu|hasta|até|fino|tot|do)\b|\d|:)`

/**
 * Lines that are orders to wait, by a word that each of them has; a story about an embargo on oil has
 * none that begins like this.
 */
const orders: { word: string; order: RegExp }[] = [
  { word: 'embarg', order: /^embarg[oó](?:ed)?\W*$/iu },
  { word: 'embarg', order: /^embargoed\s*[:!–—-]/iu },
  { word: 'embarg', order: /^embarg[oó]\s*[:!–—-]+\s*(?:strictly )?not for\b/iu },
  {
    word: 'embarg',
    order: /^(?:strictly )?under (?:strict )?embargo\s*(?:$|[:!–—-]|until\b|till\b)/iu,
  },
  {
    word: 'embarg',
    order:
      /^(?:strict(?:ly)? |press |media |under |release )*embargoed (?:until|till?|to|for (?:release|publication|\d{1,2}[.:]?\d\d)|copy|material|story|(?:news|press|media) release|\W*\d)/iu,
  },
  {
    word: 'embarg',
    order: new RegExp(
      `^(?:strict |press |media |sous |bajo |sob |sotto |under )*embarg[oó]\\W{0,3}${until}.{0,40}?\\d`,
      'iu',
    ),
  },
  {
    word: 'embarg',
    order:
      /\b(?:release|material|copy|story|information)\b.{0,60}\b(?:is|are) (?:strictly )?embargoed (?:until|till?|to)\b/iu,
  },
  { word: 'sperr', order: /^sperre?frist\b/iu },
  {
    word: 'not for ',
    order:
      /^(?:strictly )?not for (?:public )?(?:release|publication|broadcast|use) (?:until|before)\b/iu,
  },
  { word: 'hold for ', order: /^hold for release\b/iu },
  {
    word: '(?:for|to be) (?:release|publication|publish)',
    order:
      /^(?:for|to be) (?:release|publication|publish)e?d? (?:at|after|on|not before|(?:mon|tues|wednes|thurs|fri|satur|sun)days?,?)\b.{0,40}\d/iu,
  },
]

/** That none of the words is there is sooner known than that no order fits. */
const hasWordOfOrders = new RegExp([...new Set(orders.map(({ word }) => word))].join('|'), 'iu')

/** What may stand before an order in its line. */
const attention =
  /^(?:achtung|attention|atenci[oó]n|aten[cç][aã]o|bitte beachten|please note|nota? bene|eds?|editors?|note to editors|(?:an die )?redaktionen)\b[\s,.:!–—-]*/iu

/** Orders stand above the text, below a headline, a place or a slug at most. */
const HEAD_LINES = 4
/** Longer lines tell something. */
const MAX_ORDER = 160

/** An order above the text or before a headline, where no field says the time. */
export function embargoInText(item: WireItem): string | undefined {
  if (item.embargoed !== undefined) return undefined
  const lines = linesAbove(item.standfirst.bodyText, HEAD_LINES)
  const order = item.headlines.find(({ value }) => isOrder(value))?.value ?? lines.find(isOrder)
  return order && `its text speaks of an embargo but no embargo time is given: "${order.trim()}"`
}

function isOrder(line: string): boolean {
  const words = line.replace(/^[^\p{L}\d]+/u, '')
  if (words.length > MAX_ORDER || !hasWordOfOrders.test(words)) return false
  const bare = words.replace(attention, '')
  return orders.some(({ order }) => order.test(words) || order.test(bare))
}
