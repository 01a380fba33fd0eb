/**
 * ANPA 1312, AP's old wire format: SYN SYN SOH, service level and number, priority, category and
 * keyword in two header lines, then STX and the text. "^" begins a line that is set apart, "<" and
 * "=" end one. Times of the day stand behind ETX: "AP-WF-11-13-13 0745GMT".
 */
import type { Block } from '../../../articles/body/body.ts'
import { textOf } from '../../../articles/body/body.ts'
import { completeItem } from '../../reading/complete-item.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { blocksOfTeletype, isTabular } from '../../reading/teletype-text.ts'
import { aliasOf, killedItem } from './kill-lines.ts'
import type { Source } from '../source.ts'
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
  const sent = sentAt(after.length > 0 ? after.join('\n') : before.slice(-200))
  const day = sent?.day ?? 'undated'
  const uri = `urn:anpa1312:${sent?.agency ?? 'unknown'}:${day}:${service}${number}`
  const out = fill.blankItem({ uri, version: '1', format: 'ANPA 1312' }, source)
  if (sent) fill.time(out, 'versionCreated', sent.iso)
  else fill.hold(out, 'it names no day, so it cannot be told from another of the same number')
  fill.urgency(out, urgencies[priority.toLowerCase()])
  if (priority.toLowerCase() === 'a') fill.embargo(out, undefined, 'advance copy, hold for release')
  else if (out.urgency === undefined) fill.hold(out, `its priority "${priority}" is none of ANPA's`)
  fill.keepExtra(out, 'category', category)
  const body = readLines(out, before.replace(/^\s*\u0002/, '').split('\n'), keyword)
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

interface Sent {
  agency: string
  day: string
  iso: string
}

/** AP closes with "AP-WF-11-13-13 0745GMT", Kyodo with the day first and its own time: "KWS-21:37-09-12-18". */
function sentAt(foot: string): Sent | undefined {
  const ap =
    /\b(?<agency>[A-Z]{2,4})-[A-Z]{2}-(?<month>\d\d)-(?<day>\d\d)-(?<year>\d\d)\s+(?<hour>\d\d)(?<minute>\d\d)GMT/
  const kyodo = /\bKWS-(?<hour>\d\d):(?<minute>\d\d)-(?<day>\d\d)-(?<month>\d\d)-(?<year>\d\d)\b/
  const found = ap.exec(foot) ?? kyodo.exec(foot)
  if (!found?.groups) return undefined
  const { agency = 'Kyodo', month, day, year, hour, minute } = found.groups
  const date = `20${year}-${month}-${day}`
  const zone = agency === 'Kyodo' ? '+09:00' : 'Z'
  return { agency, day: date.replaceAll('-', ''), iso: `${date}T${hour}:${minute}:00${zone}` }
}

const isApart = (line: string | undefined): line is string => /^\s*\^/.test(line ?? '')
const isColumns = (line: string): boolean => isTabular([line, line])

/** The lines set apart by "^" come first: slug, headline, photo numbers, notes, byline. */
function readLines(out: WireItem, sent: string[], keyword: string): Block[] {
  // Two of them may share a line: "^*9006< ^AP-Top-Headlines,0176<".
  const lines = sent.flatMap((line) => line.split(/(?<=<)[ \t]+(?=\^)/))
  let at = 0
  while (lines[at]?.trim() === '') at += 1
  if (!isApart(lines[at])) at += readHeadWithoutMarks(out, lines.slice(at), keyword)
  const opening: string[] = []
  for (; isApart(lines[at]) && !endsOpening(out, lines[at] ?? ''); at += 1) {
    opening.push(...readApart(out, lines[at] ?? ''))
  }
  const text = lines.slice(at).filter((line) => !isEndMark(out, line))
  const kept = text.flatMap((line) => {
    const bare = line.replace(/[<=][ \t]*$/, '').replace(/^(\s*)\^/, '$1')
    if (isColumns(bare)) return [bare]
    if (isApart(line)) return ['', bare, '']
    return /<[ \t]*$/.test(line) ? [bare, ''] : [bare]
  })
  const body = blocksOfTeletype([...opening.flatMap((line) => [line, '']), ...kept].join('\n'))
  return body.length > 0 ? body : headlinesAsText(out)
}

/** Kyodo sets nothing apart: its slug comes again as a line, and "+" ends its headline. */
function readHeadWithoutMarks(out: WireItem, lines: string[], keyword: string): number {
  const stated = (lines[0] ?? '').trim()
  if (stated === '' || !keyword.startsWith(stated)) return 0
  const end = lines.findIndex((line, at) => at > 0 && at < 6 && /\+\s*$/.test(line))
  if (end < 0) return 0
  fill.give(out, 'slugline', stated)
  fill.headline(
    out,
    lines
      .slice(1, end + 1)
      .join(' ')
      .replace(/\+\s*$/, ''),
  )
  return end + 1
}

/** Below the byline only the writer's title belongs to the head; what else is set apart is text. */
function endsOpening(out: WireItem, line: string): boolean {
  return isColumns(line) || (out.by !== undefined && !writersTitle.test(clean(line)))
}

const writersTitle =
  /^(?!by\b)[^,;:]{0,40}\b(?:Associated Press|(?:Writer|Editor|Correspondent|Columnist|Reporter|Analyst|Producer)s?)$/i

/** Marks of the end of a transmission. */
function isEndMark(out: WireItem, line: string): boolean {
  const isEnd =
    /^\s*(?:\^END<?|==Kyodo|KWS-[\d:-]+|NNNN|[A-Z]{2,4}-[A-Z]{2}-\d\d-\d\d-\d\d\s+\d{4}GMT<?)\s*$/.test(
      line,
    )
  if (isEnd) fill.notice(out, 'removed', 'end mark', line.trim())
  return isEnd
}

/** A list of headlines is all that some messages are. */
function headlinesAsText(out: WireItem): Block[] {
  const [main, ...others] = out.headlines
  const subs = others.filter(({ role }) => role === 'sub')
  if (!main || subs.length < 2) return []
  out.headlines = [main]
  return subs.map(({ value }) => ({ kind: 'paragraph', spans: [{ text: value }] }))
}

function clean(line: string): string {
  return line
    .trim()
    .replace(/^\^/, '')
    .replace(/[<=]\s*$/, '')
    .trim()
}

/** Longer than any headline: the summary that AP sends above the byline. */
const LONGEST_SUBHEAD = 110

/** The lines that belong to the text: a note to readers above it, headings of a table. */
function readApart(out: WireItem, sent: string): string[] {
  const line = clean(sent)
  if (/^EDITOR'S NOTE\b/.test(line)) return [line]
  if (/^\*?\d+$/.test(line)) fill.keepExtra(out, 'sequence', line)
  else if (out.slugline === undefined) fill.give(out, 'slugline', line.replace(/,\s*\d*$/, ''))
  else if (/^\W?Eds?:|^(?:ATTENTION|EDS)\b/.test(line)) readNote(out, line)
  else if (/^AP (?:Photos?|Video|Graphics?|Audio)\b|^Photos?:/.test(line)) {
    fill.keepExtra(out, 'pictures', line)
  } else if (/^By\s/i.test(line)) fill.give(out, 'by', line)
  else if (out.by !== undefined) out.by += `, ${line}`
  else if (out.headlines.length === 0) fill.headline(out, line)
  else if (/=\s*$/.test(sent)) return [line]
  else if (line.length > LONGEST_SUBHEAD) fill.description(out, line, 'summary')
  else fill.headline(out, line, 'sub')
  return []
}

function readNote(out: WireItem, line: string): void {
  fill.note(out, line)
  if (/\b(?:corrects?|restores|fixes|deletes)\b/i.test(line)) fill.signal(out, 'correction', line)
  else if (/\b(?:updates?|adds|recasts)\b/i.test(line)) fill.signal(out, 'update', line)
}
