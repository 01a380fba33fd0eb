/**
 * What agencies say of a version in words only: AP's "Eds: CORRECTS …", Reuters' "CORRECTED-" before
 * the headline, AFP's genre Update. The words are read in capitals or at the place where the agency
 * puts them, since "corrects" in a sentence means nothing.
 */
import type { Agency } from './agencies.ts'
import { hold, signal } from '../fill-item.ts'
import type { Signal, WireItem } from '../../item.ts'

/** Classes of the Reuters handbook, as they stand before a headline or in a slug. */
const reutersClasses: [RegExp, Signal['kind']][] = [
  [/^(?:OFFICIAL[- ])?CORRECTED\b|\bCORRECTED\)/, 'correction'],
  [/^REFILE\b/, 'correction'],
  [/^UPDATE \d+\b|\(UPDATE \d+/, 'update'],
  [/^(?:STORY )?WITHDRAWN\b|^KILL\b/, 'withdraw'],
]

export function signalsInWords(item: WireItem, agency: Agency | undefined): void {
  const headline = item.headlines[0]?.value ?? ''
  if (agency === 'Reuters') {
    for (const [pattern, kind] of reutersClasses) {
      const line = [headline, item.slugline ?? ''].find((one) => pattern.test(one))
      if (line === undefined) continue
      signal(item, kind, pattern.exec(line)?.[0])
      if (kind === 'withdraw') hold(item, 'its headline says that the story is withdrawn')
    }
  }
  const note = item.edNote ?? ''
  const correction = /\b(?:CORRECTS|CORRECTION|CORRECTED)\b[^\n]{0,200}/.exec(note)?.[0]
  if (correction !== undefined && agency !== 'dpa') signal(item, 'correction', correction)
  for (const { name = '' } of item.genres ?? []) {
    if (/^update$/i.test(name)) signal(item, 'update', `genre ${name}`)
    if (/^(?:KORR-|correction$)/i.test(name)) signal(item, 'correction', `genre ${name}`)
  }
}
