/**
 * From when, until when and where an item may be used, in the fields that NITF and NewsML 1 have for
 * the rights in it, beside embargo and expiry.
 */
import type { WireItem } from '../item.ts'
import * as fill from '../reading/fill-item.ts'
import { readSourceTime } from '../times/source-times.ts'

/** After so many milliseconds a day that has begun by UTC has begun everywhere. */
const lastZone = 12 * 3_600_000

/**
 * Rights that begin keep the item closed until then; rights that end bar it from then on, as where a
 * rights expression says so. A time that is empty or cannot be read holds; both empty say nothing.
 */
export function timeOfUse(
  item: WireItem,
  from: string | undefined,
  until: string | undefined,
): void {
  if (!from && !until && from === until) return
  if (from !== undefined) beginsAt(item, from)
  if (until !== undefined) endsAt(item, until)
}

function beginsAt(item: WireItem, text: string): void {
  const read = readSourceTime(text, item, 'later')
  if (!read) return unreadable(item, 'begin', text)
  const { iso, isSure } = read
  const instant = isSure ? iso : new Date(Date.parse(iso) + lastZone).toISOString()
  if (!isSure) fill.notice(item, 'assumed', 'rights begin: no time zone given, taken as the last')
  if (item.embargoed === undefined || item.embargoed < instant) item.embargoed = instant
}

function endsAt(item: WireItem, text: string): void {
  const read = readSourceTime(text, item, 'earlier')
  if (!read) return unreadable(item, 'end', text)
  const known = item.standfirst.barred
  item.standfirst.barred = known !== undefined && known < read.iso ? known : read.iso
  fill.expiry(item, text)
}

function unreadable(item: WireItem, what: string, text: string): void {
  fill.hold(item, `the time at which its rights ${what} cannot be read: "${text.slice(0, 80)}"`)
}

/** A region of use as a limit in words, for a person to confirm; the whole world is none. */
export function regionOfUse(region: string | undefined): string | undefined {
  const isLimit =
    region && !/^(?:(?:all )?the )?world(?:[- ]?wide)?$|^(?:global|all)$/i.test(region)
  return isLimit ? `${region} only` : undefined
}
