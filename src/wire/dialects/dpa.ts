/**
 * dpa in NewsML-G2 (profile dpa-G2-from-digitalwires): the body begins with a page header that
 * repeats date, slugline, embargo, headline, kicker and byline, then the teaser and the dateline in
 * the first paragraph. All of it stands in the metadata too, so it leaves the body (rule 19).
 */
import * as fill from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'
import type { Element } from '../xml/xml-tree.ts'
import { attribute, first, line, lineAt, without } from '../xml/xml-tree.ts'

export function isDpaG2(item: Element): boolean {
  const made = lineAt(item, 'itemMeta', 'generator') ?? ''
  // Other agencies' items that dpa distributes name no profile.
  return /^dpa-G2/.test(lineAt(item, 'itemMeta', 'profile') ?? '') || /^dnl-/.test(made)
}

/** dpa ranks its headlines: 1 headline, 2 subhead, 3 kicker. */
export function dpaHeadlineRole(headline: Element): string {
  const roles: Record<string, string> = { '2': 'sub', '3': 'kicker' }
  return roles[attribute(headline, 'rank') ?? '1'] ?? 'main'
}

export function withoutDpaHeader(out: WireItem, body: Element): Element {
  const teasers = out.descriptions.map(({ value }) => value)
  return without(body, (node) => {
    const what = whatRepeats(out, node, teasers)
    if (what !== undefined) fill.notice(out, 'removed', what, line(node) ?? '')
    return what !== undefined
  })
}

/** Of which field of the metadata an element is the repetition. */
function whatRepeats(out: WireItem, node: Element, teasers: string[]): string | undefined {
  if (node.name === 'header' && first(node, 'h1')) return 'page header that repeats the metadata'
  const kind = attribute(node, 'class')
  if (kind === 'teaser' && teasers.includes(line(node) ?? '')) return 'teaser repeated in the body'
  if (kind !== 'dateline') return undefined
  const text = line(node)
  if (out.dateline === undefined) fill.give(out, 'dateline', text)
  return text === out.dateline ? 'dateline repeated in the body' : undefined
}

/**
 * dpa's short note says what a correction corrects, and in the same field what an update adds
 * ("updated with a photo"). Only a correction is one for readers.
 */
export function keepUpdateNotes(out: WireItem): void {
  const { publicNotes, signals } = out.standfirst
  const does = (kind: string): boolean => signals.some((one) => one.kind === kind)
  if (does('correction') || !does('update')) return
  for (const note of publicNotes.splice(0)) fill.note(out, note)
}
