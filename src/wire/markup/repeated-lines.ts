/**
 * Rule 19: byline, headline, notes and sign-off lines leave the body only when the same text stands in
 * the metadata, or when they are what AFP ends every story with, the initials of those who handled it.
 */
import type { Block, Body } from '../../articles/body/body.ts'
import { textOf } from '../../articles/body/body.ts'
import { notice } from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'

/** "burs/abc/xyz", "hh/ph/ts/hd", "burs-abc/de": initials parted by slashes and nothing else. */
const initials = /^\p{L}{1,5}(?:-\p{L}{1,5})*(?:\/\p{L}{1,5}(?:-\p{L}{1,5})*)+$/u

export function takeOutSignOff(item: WireItem, body: Body): Body {
  const last = body.at(-1)
  if (last?.kind !== 'paragraph') return body
  const text = textOf([last])
  if (!initials.test(text)) return body
  notice(item, 'removed', 'sign-off initials', text)
  return body.slice(0, -1)
}

/** How far from the top headline, byline and dateline are repeated. */
const HEAD_LINES = 4
/** TT writes the byline below the text. */
const FOOT_LINES = 3

/** A line is at most so many times as long as its letters and figures alone. */
const mostFiller = 3

export function takeOutRepeatedLines(item: WireItem, body: Body): Body {
  const known = new Map<string, string>()
  let longest = 0
  const learn = (what: string, text = ''): void => {
    const words = comparable(text)
    if (words === '') return
    known.set(words, what)
    longest = Math.max(longest, words.length)
  }
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
    const text = isLine && isNearEdge ? textOf([block]) : ''
    const mayRepeat = text !== '' && text.length <= longest * mostFiller
    const what = mayRepeat ? known.get(comparable(text)) : undefined
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

function comparable(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
