/**
 * How takes are numbered: "Take 2" and "2nd take" are the second part of a story, "1st Add" is the
 * first addition to it and so the second part too. What is left of a slugline without such words
 * names the story that all parts share.
 */
import type { Signal, WireItem } from '../item.ts'

/** One part of a story that comes in several messages. */
export interface Take {
  /** From 1. */
  part: number
  /** How many there are, where the source says so. */
  of?: number
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']
const ordinal = `(?<ordinal>${ordinals.join('|')}|\\d{1,2}(?=st|nd|rd|th))(?:st|nd|rd|th)?`
const forms = [
  new RegExp(`\\b${ordinal}[\\s-]?(?<word>take|add)(?![\\p{L}\\p{N}])`, 'iu'),
  /\b(?<word>take|add)[\s-]?(?<ordinal>\d{1,2})(?:[\s-]?(?:of|\/)[\s-]?(?<of>\d{1,2}))?(?![\p{L}\p{N}])/iu,
]

/** Without one of these no form fits; sooner known than that none does. */
const hasTakeWord = /take|add/iu

/** Version words at the end of a slugline, which differ while the story stays the same. */
const versionWords =
  /(?:[\s,_/()-]+|^)(?:\d{1,2}(?:st|nd|rd|th)[\s-]?(?:ld|lead|net)(?:[\s-]?writethru)?|(?:ld[\s-])?writethru|sub|c'?x'?n|correction)\)?$/iu

/** "3rd Ld-Writethru" at the end of a slugline: the whole story anew. */
const newLead =
  /\b(?:\d{1,2}(?:st|nd|rd|th)[\s-]?(?:ld|lead|net)\b(?:[\s-]?writethru)?|writethru)$/iu

/** The part that these words name; undefined where they name none. */
export function takeNamedIn(words: string): Take | undefined {
  if (!hasTakeWord.test(words)) return undefined
  for (const form of forms) {
    const { word, ordinal: number, of } = form.exec(words)?.groups ?? {}
    if (word === undefined || number === undefined) continue
    const place = ordinals.indexOf(number.toLowerCase()) + 1 || Number(number)
    const part = place + (word.toLowerCase() === 'add' ? 1 : 0)
    if (part > 0) return { part, ...(of === undefined ? {} : { of: Number(of) }) }
  }
  return undefined
}

/**
 * Notes which part of a story the item is, or that it is the whole anew. Words count where agencies put them: in a version line,
 * at the end of the slugline, and in brackets at the end of the headline.
 */
export function readTake(item: WireItem): void {
  const renews = newLead.exec(item.slugline ?? '')?.[0]
  const isKnown = item.standfirst.signals.some(({ kind }) => kind === 'replace')
  if (renews !== undefined && !isKnown)
    item.standfirst.signals.push({ kind: 'replace', value: renews.trim() })
  if (item.standfirst.take !== undefined) return
  const marked = item.standfirst.signals.find(({ kind }) => kind === 'take')?.value
  const inBrackets = item.headlines.map(({ value }) => /\(([^()]{1,40})\)\s*$/.exec(value)?.[1])
  const words = [marked, endOf(item.slugline ?? ''), ...inBrackets].filter(
    (one) => one !== undefined,
  )
  for (const one of words) {
    const take = takeNamedIn(one)
    if (take === undefined) continue
    item.standfirst.take = take
    const signal: Signal = { kind: 'take', value: one }
    if (marked === undefined) item.standfirst.signals.push(signal)
    return
  }
}

/** The last few words of a slugline, where its version is told. */
function endOf(slugline: string): string | undefined {
  if (!hasTakeWord.test(slugline)) return undefined
  return forms
    .map((form) => form.exec(slugline)?.[0])
    .find((one) => slugline.trim().endsWith(one ?? '\n'))
}

/** What all parts and leads of one story have in common; undefined where the item has no slug. */
export function familyOf({ slugline = '' }: WireItem): string | undefined {
  let words = slugline.trim().replace(/,\s*\d*$/, '')
  for (const form of forms) words = words.replace(form, '')
  for (let before = ''; before !== words;) {
    before = words
    words = words.replace(versionWords, '')
  }
  const family =
    words
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ?? ''
  return family === '' ? undefined : family.slice(0, longestFamily)
}

/** A database has to index it, in characters. */
const longestFamily = 300
