/**
 * ANPA 1312, AP's old wire format: SYN SYN SOH, service level and number, priority, category and
 * keyword in two header lines, then STX and the text. "^" begins a line that is set apart, "<" and
 * "=" end one. Times of the day stand behind ETX: "AP-WF-11-13-13 0745GMT".
 */
import type { Block } from '../../articles/body.ts'
import { textOf } from '../../articles/body.ts'
import { completeItem } from '../reading/complete-item.ts'
import * as fill from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'
import { NotReadable } from '../xml/not-readable.ts'
import { blocksOfTeletype } from '../reading/teletype-text.ts'
import { aliasOf, killedItem } from './kill-lines.ts'
import type { Source } from './source.ts'
import { takeOrWritethru } from './take-lines.ts'

/** The letter is the service, the number counts its messages of the day. */
const start =
  /^[\s\u0016]*\u0001?([a-z])(\d{3,5})[\u001f\s]?([^\n]*)\n([a-z])[ ]?([a-z])([\u0011-\u0014\s]*)([^\n]*)\n/i

export function isAnpa(text: string): boolean {
  return start.test(text.replace(/\r\n?/g, '\n'))
}

/** The priority letter as urgency; "a" is advance copy that waits for its release. */
const urgencies: Record<string, number> = { f: 1, b: 2, u: 3, r: 4, d: 5, s: 5, w: 5 }

export function readAnpa(text: string, source: Source): WireItem {
  const message = text.replace(/\r\n?/g, '\n')
  const found = start.exec(message)
  if (!found) throw new NotReadable('The ANPA message has no header.')
  const [matched, service = '', number = '', , priority = '', category, , keyword = ''] = found
  const [before = '', ...after] = message.slice(matched.length).split('\u0003')
  const sent = sentAt(after.join('\n'))
  const day = sent?.day ?? 'undated'
  const uri = `urn:anpa1312:${sent?.agency ?? 'unknown'}:${day}:${service}${number}`
  const out = fill.blankItem({ uri, version: '1', format: 'ANPA 1312' })
  if (sent) fill.time(out, 'versionCreated', sent.iso)
  else fill.hold(out, 'it names no day, so it cannot be told from another of the same number')
  fill.urgency(out, urgencies[priority.toLowerCase()])
  if (priority.toLowerCase() === 'a') fill.embargo(out, undefined, 'advance copy, hold for release')
  fill.keepExtra(out, 'category', category)
  const body = readLines(out, before.replace(/^\s*\u0002/, '').split('\n'))
  fill.give(out, 'slugline', /^(.*?)\s+\d\d-\d\d\b/.exec(keyword)?.[1] ?? keyword)
  if (takeOrWritethru(out, out.slugline) === 'renews')
    fill.hold(out, 'it says it updates another story; match it first')
  const stated = [out.slugline ?? '', ...out.headlines.map(({ value }) => value)]
  const alias = (name: { number: string } | { slug: string }) =>
    aliasOf({ scheme: 'anpa1312', agency: sent?.agency, date: sent?.day }, name)
  fill.aliases(out, [alias({ slug: out.slugline ?? '' })])
  const uriOf = (name: string): string | undefined => {
    const isNumber = sent !== undefined && name.toLowerCase().startsWith(service.toLowerCase())
    return isNumber && /^[a-z]\d+$/i.test(name)
      ? uri.replace(/[^:]*$/, name.toLowerCase())
      : undefined
  }
  killedItem(out, [...stated, ...body.slice(0, 1).map((block) => textOf([block]))], uriOf, alias)
  return completeItem(out, body, { ...source, providers: [sent?.agency] })
}

function sentAt(foot: string): { agency: string; day: string; iso: string } | undefined {
  const [, agency = '', month, day, year, hour, minute] =
    /\b([A-Z]{2,4})-[A-Z]{2}-(\d\d)-(\d\d)-(\d\d)\s+(\d\d)(\d\d)GMT/.exec(foot) ?? []
  if (month === undefined) return undefined
  const date = `20${year}-${month}-${day}`
  return { agency, day: date.replaceAll('-', ''), iso: `${date}T${hour}:${minute}:00Z` }
}

/** The lines set apart by "^" come first: slug, headline, photo numbers, notes, byline. */
function readLines(out: WireItem, lines: string[]): Block[] {
  let at = 0
  const isApart = (line: string | undefined): line is string => /^\s*\^/.test(line ?? '')
  while (lines[at]?.trim() === '') at += 1
  const opening: string[] = []
  for (; isApart(lines[at]); at += 1) opening.push(...readApart(out, clean(lines[at] ?? '')))
  const text = lines.slice(at).filter((line) => {
    const isEnd = /^\s*\^END<?\s*$/.test(line)
    if (isEnd) fill.notice(out, 'removed', 'end mark', line.trim())
    return !isEnd
  })
  const kept = text.map((line) => line.replace(/[<=][ \t]*$/, '').replace(/^(\s*)\^/, '$1'))
  return blocksOfTeletype([...opening.flatMap((line) => [line, '']), ...kept].join('\n'))
}

function clean(line: string): string {
  return line
    .trim()
    .replace(/^\^/, '')
    .replace(/[<=]\s*$/, '')
    .trim()
}

/** The lines that belong to the text: a note to readers above it. */
function readApart(out: WireItem, line: string): string[] {
  if (/^EDITOR'S NOTE\b/.test(line)) return [line]
  if (out.slugline === undefined) fill.give(out, 'slugline', line.replace(/,\s*\d*$/, ''))
  else if (/^Eds:|^(?:ATTENTION|EDS)\b/.test(line)) readNote(out, line)
  else if (/^AP (?:Photos?|Video|Graphics?|Audio)\b|^Photos?:/.test(line)) {
    fill.keepExtra(out, 'pictures', line)
  } else if (/^By\s/i.test(line)) fill.give(out, 'by', line)
  else if (out.by !== undefined && out.headlines.length > 0) out.by += `, ${line}`
  else fill.headline(out, line, out.headlines.length === 0 ? 'main' : 'sub')
  return []
}

function readNote(out: WireItem, line: string): void {
  fill.note(out, line)
  if (/\b(?:corrects?|restores|fixes|deletes)\b/i.test(line)) fill.signal(out, 'correction', line)
  else if (/\b(?:updates?|adds|recasts)\b/i.test(line)) fill.signal(out, 'update', line)
}
