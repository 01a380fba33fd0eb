/**
 * Belga in IPTC 7901. The rest of the header names language and message ("F BELGA-0031") and may name
 * one that is corrected ("COR 703"); "./." and initials end the text; the headline ends in the number of
 * its version ("(2)", "(3DER)").
 */
import { matchFirst } from '../../reading/fields/holdings.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'

const name = /\bBELGA-(\d{1,5}|\.{2,})/

export function isBelga(header: string): boolean {
  return name.test(header)
}

/** Belga's own number of the message, undefined where it has none yet. */
export function numberInBelga(header: string): string | undefined {
  return /^\d+$/.exec(name.exec(header)?.[1] ?? '')?.[0]
}

const languages: Record<string, string> = { F: 'fr', N: 'nl', D: 'de', E: 'en' }

export function readBelgaHeader(out: WireItem, header: string): void {
  fill.give(out, 'language', languages[/^\s*([A-Z])\s/.exec(header)?.[1] ?? ''])
  const corrected = /\bCOR(?:[ \t]+\d{1,5})?\b/.exec(header)?.[0]
  if (corrected === undefined) return
  fill.signal(out, 'correction', corrected)
  fill.hold(out, matchFirst)
}

const version = /\s*\((?:\d{1,2}(?:DER|LEAD)?|DER|CORRECT|CORRECTIF|RECTIFICATIF)\)$/

/** The headline without the number of its version, which says that the story was there before. */
export function withoutBelgaVersion(out: WireItem, headline: string): string {
  const mark = version.exec(headline)?.[0].trim()
  if (mark === undefined) return headline
  const kind = /CTIF|CORRECT/.test(mark) ? 'correction' : 'replace'
  fill.signal(out, kind, mark)
  fill.notice(out, 'removed', 'version line', mark)
  fill.hold(out, matchFirst)
  return headline.replace(version, '')
}

/** "./.CVN" and "VDH/FUL/": the end, and the initials of those who wrote. */
const ends =
  /(?:^|\s)(?:(?:\p{Lu}{2,4}\/){1,3}\s*)?\.\/\.[ \t]*\p{Lu}{0,4}\s*$|\n(?:\p{Lu}{2,4}\/){1,3}\s*$/u

/** Marks of the end are no longer than this, in characters. */
const LONGEST_END = 40

export function withoutBelgaEnd(out: WireItem, text: string): string {
  let left = text.trimEnd()
  for (;;) {
    const from = Math.max(0, left.length - LONGEST_END)
    const end = ends.exec(left.slice(from))
    if (!end) return left
    fill.notice(out, 'removed', 'end mark', end[0].trim())
    left = left.slice(0, from + end.index).trimEnd()
  }
}
