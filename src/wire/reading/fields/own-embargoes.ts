/** Embargoes in fields that a sender made up beside those of the standard: a property, a meta element. */
import type { WireItem } from '../../item.ts'
import * as fill from '../fill-item.ts'

const ownName = /^(?:[\w-]+[.:_ -])?embargo(?:ed)?[ _-]?(?:until|till|date|time|end)*$/i

/** "Embargo", "moor:EmbargoDate", "embargoed-until". */
export function isEmbargoName(name: string): boolean {
  return ownName.test(name)
}

/** Its value is a time, that there is one, or that there is none. */
export function embargoStated(item: WireItem, name: string, value: string): void {
  if (/^(?:no|none|false|0|)$/i.test(value)) return
  fill.embargo(item, /^(?:yes|true|1)$/i.test(value) ? undefined : value, name)
}
