/**
 * Items as Superdesk keeps them itself (https://github.com/superdesk): ninjs's keys beside its own, which
 * say how far the desk there has come with an item and when it may go out.
 */
import type { WireItem } from '../../item.ts'
import type { Json, JsonObject } from '../../reading/json.ts'
import { asObject, asText, isStated, textAt } from '../../reading/json.ts'
import * as fill from '../../reading/fill-item.ts'
import { plainText } from '../feeds/text.ts'

/** States in which its own desk has not let an item out, or has taken it back; others are open. */
const states: Readonly<Record<string, 'canceled' | 'withheld' | 'unfinished'>> = {
  killed: 'canceled',
  recalled: 'canceled',
  unpublished: 'withheld',
  spiked: 'withheld',
  draft: 'unfinished',
  ingested: 'unfinished',
  routed: 'unfinished',
  fetched: 'unfinished',
  submitted: 'unfinished',
  in_progress: 'unfinished',
  being_corrected: 'unfinished',
  scheduled: 'unfinished',
}

const superdeskKeys =
  'state embargo publish_schedule schedule_settings flags abstract _current_version'

/** The keys that are read here. */
export const ofSuperdesk = superdeskKeys.split(' ')

/** Other programs have a `state` too, such as one of the United States; only known words mean one here. */
export function readSuperdesk(out: WireItem, json: JsonObject): void {
  readTerms(out, json)
  const state = textAt(json, 'state')?.toLowerCase() ?? ''
  const meant = Object.hasOwn(states, state) ? states[state] : undefined
  if (meant === 'canceled' || (meant === 'withheld' && out.pubStatus === 'usable'))
    out.pubStatus = meant
  const isOnlyLater = state === 'scheduled' && out.embargoed !== undefined
  if (meant === 'unfinished' && !isOnlyLater)
    fill.hold(out, `its state in Superdesk is "${state}", so its own desk has not let it out`)
  const flags = asObject(json['flags'])
  if (flags?.['marked_for_not_publication'] === true)
    fill.hold(out, 'it is marked as not for publication')
  fill.description(out, plainText(textAt(json, 'abstract')), 'summary')
}

/** Under its own name each time is one of a clock in `time_zone`, whatever offset it is written with. */
function readTerms(out: WireItem, json: JsonObject): void {
  const settings = asObject(json['schedule_settings'])
  const isLocal = isStated(settings?.['time_zone'])
  for (const name of ['embargo', 'publish_schedule']) {
    const inUtc = settings?.[`utc_${name}`]
    const own = json[name]
    if (isStated(inUtc)) fill.embargo(out, asText(inUtc ?? null), name)
    else if (isStated(own) && own !== false)
      fill.embargo(out, isLocal ? withoutOffset(own) : asText(own ?? null), name)
  }
}

function withoutOffset(time: Json | undefined): string | undefined {
  return asText(time ?? null)?.replace(/(?:Z|[+-]\d\d:?\d\d)$/i, '')
}
