import type { WrongSetting } from './source-settings.ts'
import { isWhole } from './source-settings.ts'
import type { Channel } from './sources.ts'

/** How often a feed is asked where nobody said so, in seconds. */
export const usualFeedInterval = 600
/** How often a source may be asked, in seconds. */
const intervals = { least: 10, most: 24 * 3600 }
/** Of an address, in characters. */
export const longestAddress = 2000

/** How many seconds that is; undefined where nothing is said. */
export function intervalOf(every: string | undefined): number | undefined | WrongSetting {
  if (every === undefined || every === '') return undefined
  return isWhole(every, intervals.least, intervals.most)
    ? Number(every)
    : { option: 'every', wrong: `wants seconds, from ${intervals.least} to ${intervals.most}.` }
}

/** A feed that is asked every so many seconds; as usual where nobody says how many. */
export function feedAt(address: string, interval = usualFeedInterval): Channel | WrongSetting {
  return isAddress(address)
    ? { kind: 'feed', address, interval }
    : { option: 'feed', wrong: 'wants an address that begins with http:// or https://.' }
}

export function isAddress(text: string): boolean {
  return /^https?:\/\//.test(text) && text.length <= longestAddress && URL.canParse(text)
}
