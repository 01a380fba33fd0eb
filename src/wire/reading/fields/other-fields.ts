/**
 * Fields that no format here has and whose names say all the same that an item is not for readers, or not
 * yet: `embargo_date`, `isDraft`, `status: "killed"`. Services add such fields; what they close stays
 * closed until a person has looked.
 */
import type { WireItem } from '../../item.ts'

/** Names of times and switches of an embargo in any spelling. */
const embargoName = /embargo/i
/** Names of a state, and its words that close. */
const stateName = /^[_-]?(?:pub(?:lication|lish(?:ing)?)?[_-]?)?(?:status|state)$/i
const closingState =
  /^(?:kill(?:ed)?|cancell?ed|withheld|withdrawn|retracted|recalled|unpublished|deleted|spiked|trash(?:ed)?|draft|pending|embargoed|on[ _-]?hold|not[ _-]?for[ _-]?(?:publication|release))$/i
/** Switches; those that open (`is_embargoed: false`) say nothing. */
const closingSwitch =
  /^[_-]?(?:is[_-]?)?(?:draft|killed|cancell?ed|withdrawn|withheld|retracted|deleted|embargoed|test|internal(?:[_-]?only)?|not[_-]?for[_-]?publication|do[_-]?not[_-]?publish)$/i

/** Why fields that were not understood keep the item closed; undefined where none does. */
export function closedByOtherFields({ standfirst, rightsInfo }: WireItem): string | undefined {
  for (const fields of [standfirst.extra, rightsInfo]) {
    for (const name in fields) {
      if (says(name, fields[name]))
        return `its field "${name.slice(0, 40)}" says that it may be closed ("${textOf(fields[name])}")`
    }
  }
  return undefined
}

function says(name: string, value: unknown): boolean {
  const isSwitch = embargoName.test(name) || closingSwitch.test(name)
  if (!isSwitch && !stateName.test(name)) return false
  const text = textOf(value)
  if (isSwitch) return !/^(?:|false|no|none|null|0)$/i.test(text)
  return stateName.test(name) && closingState.test(text.replace(/^.*[:/#]/, ''))
}

/** A text, a number or a switch as a short text; of an object or list with anything in it, that it is one. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.trim().slice(0, 60)
  if (typeof value === 'object') return Object.keys(value).length === 0 ? '' : 'a list of fields'
  return JSON.stringify(value)
}
