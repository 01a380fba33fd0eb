/**
 * Lines that agencies write into the text itself though they are not for readers: what a version adds,
 * which one it replaces, the mark of the end; and the byline that stands nowhere else. Each leaves the
 * body with a notice.
 */
import type { Body } from '../../articles/body/body.ts'
import { textOf } from '../../articles/body/body.ts'
import type { Agency } from '../reading/fields/agencies.ts'
import * as fill from '../reading/fill-item.ts'
import type { Signal, WireItem } from '../item.ts'

interface LineToEditors {
  agency: Agency
  /** Where it may stand: among the first paragraphs, or as one of the last. */
  at: 'head' | 'foot'
  pattern: RegExp
  what: 'line to editors' | 'end mark' | 'byline in the text'
  signal?: Signal['kind']
}

const lines: LineToEditors[] = [
  {
    agency: 'Reuters',
    at: 'head',
    pattern: /^\((?:Adds|Updates|Recasts|Rewrites|Writes through|New throughout)\b[^()]*\)$/i,
    what: 'line to editors',
    signal: 'update',
  },
  {
    agency: 'Reuters',
    at: 'head',
    pattern: /^\((?:Corrects|Refiles|Fixes|Removes)\b[^()]*\)$/i,
    what: 'line to editors',
    signal: 'correction',
  },
  {
    agency: 'Reuters',
    at: 'head',
    pattern: /^By \p{Lu}[\p{L}.'’-]*(?:,? (?:and )?\p{Lu}[\p{L}.'’-]*){1,8}$/u,
    what: 'byline in the text',
  },
  {
    agency: 'ANP',
    at: 'head',
    pattern: /^N i e u w bericht, vervangt:/,
    what: 'line to editors',
    signal: 'replace',
  },
  { agency: 'PA', at: 'foot', pattern: /^ends$/i, what: 'end mark' },
  // The initials of who wrote and who edited, and the end.
  { agency: 'Lusa', at: 'foot', pattern: /^Lusa\s?\/\s?Fim\.?$/i, what: 'end mark' },
  {
    agency: 'Lusa',
    at: 'foot',
    pattern: /^\p{Lu}{2,5}(?: \([^()]*\))? \/\/ \p{Lu}{2,5}\.?$/u,
    what: 'end mark',
  },
]

/** Reuters may begin with a list of points before the byline. */
const HEAD_PARAGRAPHS = 10
/** Lusa ends with initials and then with its mark. */
const FOOT_PARAGRAPHS = 2

export function takeOutLinesToEditors(
  item: WireItem,
  body: Body,
  agency: Agency | undefined,
): Body {
  const known = lines.filter((one) => one.agency === agency)
  if (known.length === 0) return body
  const kept = body.filter((block, at) => {
    if (block.kind !== 'paragraph') return true
    const isFoot = at >= body.length - FOOT_PARAGRAPHS
    const place = isFoot ? ['head', 'foot'] : at < HEAD_PARAGRAPHS ? ['head'] : []
    const text = textOf([block])
    const found = known.find((one) => place.includes(one.at) && one.pattern.test(text))
    return found === undefined || !takeOut(item, found, text)
  })
  return kept.length > 0 ? kept : body
}

/** False where the line has to stay: a byline that is not the one given. */
function takeOut(item: WireItem, { what, signal }: LineToEditors, text: string): boolean {
  if (what === 'byline in the text') {
    if (item.by !== undefined) return false
    fill.give(item, 'by', text)
  }
  if (what === 'line to editors') fill.note(item, text)
  if (signal) fill.signal(item, signal, text)
  fill.notice(item, 'removed', what, text)
  return true
}
