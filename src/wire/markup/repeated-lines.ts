/**
 * Rule 19: byline, headline, notes and sign-off lines leave the body only when the same text stands in
 * the metadata, or when they are what AFP ends every story with, the initials of those who handled it.
 */
import type { Block, Body } from '../../articles/body/body.ts'
import { textOf, textOfSpans } from '../../articles/body/body.ts'
import { notice } from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'

/** "burs/abc/xyz", "hh/ph/ts/hd", "burs-abc/de": initials parted by slashes and nothing else. */
const initials = /^\p{L}{1,5}(?:-\p{L}{1,5})*(?:\/\p{L}{1,5}(?:-\p{L}{1,5})*)+$/u
/** In Arabic a blank may stand between the letters of one name. */
const arabicInitials =
  /^(?:\p{Script=Arabic}{1,5}[- ]){0,3}\p{Script=Arabic}{1,5}(?:\/(?:\p{Script=Arabic}{1,5}[- ]){0,3}\p{Script=Arabic}{1,5})+$/u

export function takeOutSignOff(item: WireItem, body: Body): Body {
  const last = body.at(-1)
  if (last?.kind !== 'paragraph') return body
  const text = textOf([last])
  if (!initials.test(text) && !arabicInitials.test(text)) return body
  notice(item, 'removed', 'sign-off initials', text)
  return body.slice(0, -1)
}

/** How far from the top headline, byline and dateline are repeated. */
const HEAD_LINES = 4
/** TT writes the byline below the text. */
const FOOT_LINES = 3

export function takeOutRepeatedLines(item: WireItem, body: Body): Body {
  const known = new KnownLines()
  const learn = (what: string, text = ''): void => known.learn(what, text)
  for (const part of (item.edNote ?? '').split('\n')) learn('note to editors', part)
  for (const { role, value } of item.headlines) {
    // A sub-headline that is a whole sentence is how the story begins (ANA).
    if (role !== 'sub' || !/\.$/.test(value)) learn('headline', value)
  }
  learn('dateline', item.dateline)
  learn('byline', item.by)
  learn('byline', item.by && `by ${item.by}`)
  const kept: Block[] = []
  body.forEach((block, at) => {
    const isLine = block.kind === 'paragraph' || block.kind === 'heading'
    const isNearEdge = at < HEAD_LINES || at >= body.length - FOOT_LINES
    const text = isLine && isNearEdge ? textOfSpans(block.spans) : ''
    const what = text === '' ? undefined : known.find(text)
    const isFoot = at >= HEAD_LINES
    if (what === undefined || (isFoot && what !== 'byline' && what !== 'note to editors')) {
      kept.push(block)
    } else notice(item, 'removed', `${what} repeated in the body`, text)
  })
  // A body that only repeats the metadata (a flash, an alert) is left whole.
  if (kept.length > 0) return kept
  item.standfirst.notices = item.standfirst.notices.filter(
    ({ what }) => !what.endsWith('repeated in the body'),
  )
  return body
}

/** The lines of the metadata, found by their first word before they are compared whole. */
class KnownLines {
  private readonly lines = new Map<string, { what: string; text: string; words?: string }[]>()

  learn(what: string, text: string): void {
    const word = firstWord(text)
    if (word === undefined) return
    const same = this.lines.get(word)
    // Of two that are alike the one learnt last says what the line is.
    if (same) same.unshift({ what, text })
    else this.lines.set(word, [{ what, text }])
  }

  /** What this line repeats; undefined for a line of the story. */
  find(text: string): string | undefined {
    const alike = this.lines.get(firstWord(text) ?? '')
    const words = alike && comparable(text)
    return alike?.find((one) => (one.words ??= comparable(one.text)) === words)?.what
  }
}

function firstWord(text: string): string | undefined {
  return /[\p{L}\p{N}]+/u.exec(text)?.[0].toLowerCase()
}

function comparable(text: string): string {
  const filler = /[^\0-\x7f]/.test(text) ? /[^\p{L}\p{N}]+/gu : /[^a-z0-9]+/g
  return text.toLowerCase().replace(filler, ' ').trim()
}
