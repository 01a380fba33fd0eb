/**
 * The last step of every reader: the body is drawn, lines that repeat the metadata leave it, and
 * what the whole item says decides whether it is held.
 */
import type { Body } from '../../articles/body/body.ts'
import { textOf } from '../../articles/body/body.ts'
import { agencyOf, domainOf } from './fields/agencies.ts'
import { htmlOf } from '../markup/html/body-html.ts'
import { takeOutLinesToEditors } from '../dialects/lines-to-editors.ts'
import { dropUnfitDescriptions } from '../dialects/unfit-descriptions.ts'
import { hold, notice } from './fill-item.ts'
import { holdings } from './fields/holdings.ts'
import type { WireItem } from '../item.ts'
import { addBroaderTopics } from './fields/subjects.ts'
import { signalsInWords } from './fields/signals-in-words.ts'
import { readTake } from '../takes/take-marks.ts'
import { takeOutRepeatedLines, takeOutSignOff } from '../markup/repeated-lines.ts'

export interface Sending {
  /** The source as the operator named it; otherwise the agency that the item names. */
  source?: string | undefined
  /** Who provided the item, in the item's own words, most telling first. */
  providers: (string | undefined)[]
}

export function completeItem(item: WireItem, body: Body, sending: Sending): WireItem {
  const agency = agencyOf(item, sending.providers)
  item.standfirst.source =
    sending.source ??
    agency ??
    sending.providers.find((name) => name) ??
    domainOf(item.uri) ??
    'unknown'
  const forReaders = takeOutLinesToEditors(item, body, agency)
  const trimmed = takeOutRepeatedLines(item, forReaders)
  item.standfirst.body = agency === 'AFP' ? takeOutSignOff(item, trimmed) : trimmed
  item.standfirst.bodyText = textOf(item.standfirst.body)
  dropUnfitDescriptions(item)
  dropNamelessByline(item)
  addBroaderTopics(item)
  const value = htmlOf(item.standfirst.body)
  if (value !== '') item.bodies = [{ role: 'main', contentType: 'text/html', value }]
  if (item.language === undefined) notice(item, 'assumed', 'no language given')
  signalsInWords(item, agency)
  readTake(item)
  for (const reasonFor of holdings) {
    const reason = reasonFor(item, agency)
    if (reason !== undefined) hold(item, reason)
  }
  return item
}

/** Some programs fill in "###" or a dash where there is no name. */
function dropNamelessByline(item: WireItem): void {
  if (item.by === undefined || /\p{L}/u.test(item.by)) return
  notice(item, 'assumed', 'the byline names nobody, so none is shown', item.by)
  delete item.by
}
