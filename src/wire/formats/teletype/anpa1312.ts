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
import { yearOf } from './day.ts'
import { takeOrWritethru } from './take-lines.ts'

/** The letter is the service, the number counts its messages of the day. */
const start =
  /^[\s\u0016]*(?:\u0001(?=\d)|\u0001?(?=[a-z]))([a-z]?)(\d{3,5})[\u001f\s]?([^\n]*)\n([a-z])[ ]?([a-z])([\u0011-\u0014\s]*)([^\n]*)\n/i

export function isAnpa(text: string): boolean {
  return start.test(text.replace(/\r\n?/g, '\n'))
}

/** The priority letter as urgency. */
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
  const isAdvance = priority.toLowerCase() === 'a' || isAdvanceSlug(keyword)
  if (isAdvance) holdAdvance(out)
  else if (out.urgency === undefined) fill.hold(out, `its priority "${priority}" is none of ANPA's`)
  fill.keepExtra(out, 'category', category)
  const body = readLines(out, before.replace(/^\s*\u0002/, '').split('\n'), keyword)
  if (isAdvanceSlug(out.slugline ?? '')) holdAdvance(out)
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
  const opening = body.slice(0, OPENING).map((block) => textOf([block]))
  killedItem(out, [...stated, ...opening, ...(out.edNote?.split('\n') ?? [])], { uriOf, alias })
  return completeItem(out, body, { ...source, providers: [sent?.agency] })
}

/** How many blocks say what a message does to another one. */
const OPENING = 3

interface Sent {
  agency: string
  day: string
  iso: string
}

/**
 * AP closes with "AP-WF-11-13-13 0745GMT", others with "NYT-11-13-13 0245EST", Reuters with the time
 * first ("Reut07:45 11-13-13"), Kyodo with the day first and its own time: "KWS-21:37-09-12-18".
 */
function sentAt(foot: string): Sent | undefined {
  const ap =
    /\b(?<agency>[A-Z]{2,5})-(?:[A-Z]{2}-)?(?<month>\d\d)-(?<day>\d\d)-(?<year>\d\d)\s+(?<hour>\d\d)(?<minute>\d\d)(?<zone>GMT|UTC|[ECMP][SD]T)\b/
  const reuters =
    /\b(?<agency>Reut)(?<hour>\d\d):(?<minute>\d\d)\s+(?<month>\d\d)-(?<day>\d\d)-(?<year>\d\d)\b/
  const kyodo = /\bKWS-(?<hour>\d\d):(?<minute>\d\d)-(?<day>\d\d)-(?<month>\d\d)-(?<year>\d\d)\b/
  const found = ap.exec(foot) ?? reuters.exec(foot) ?? kyodo.exec(foot)
  if (!found?.groups) return undefined
  const { agency = 'Kyodo', month, day, year = '', hour, minute, zone = '' } = found.groups
  const date = `${yearOf(year)}-${month}-${day}`
  const clock = agency === 'Kyodo' ? '+09:00' : (clocks[zone] ?? '')
  const name = agency === 'Reut' ? 'Reuters' : agency
  return {
    agency: name,
    day: date.replaceAll('-', ''),
    iso: `${date}T${hour}:${minute}:00${clock}`,
  }
}

const clocks: Record<string, string> = {
  GMT: 'Z',
  UTC: 'Z',
  EDT: '-04:00',
  EST: '-05:00',
  CDT: '-05:00',
  CST: '-06:00',
  MDT: '-06:00',
  MST: '-07:00',
  PDT: '-07:00',
  PST: '-08:00',
}

/** "BC-Skerry,ADV03": the story is sent ahead and waits for that day. */
function isAdvanceSlug(slug: string): boolean {
  return /[,\s-](?:ADV|Adv)(?:ance)?\s?\d/.test(slug) || /[,\s-]ADV(?:ANCE)?$/.test(slug.trim())
}

/** "$adv 03", "ADV FOR SUNDAY, MAY 3", "For Release Sunday", "HOLD FOR RELEASE". */
const advance =
  /^\W*(?:adv(?:ance)?\s?\d|adv(?:ance)?\s+for\b|for (?:use|release|publication)\b(?! immediately)|hold for release\b|release at\b|embargoed\b)/i

function holdAdvance(out: WireItem): void {
  fill.embargo(out, undefined, 'advance copy, hold for release')
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
  if (isOfReuters(lines)) return readHeadOfReuters(out, lines)
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

/** Reuters writes its slug and its headline at the margin, and sets the text in. */
function isOfReuters([slug = '', headline = '', ...more]: string[]): boolean {
  const text = more.find((line) => line.trim() !== '')
  return (
    /^[A-Z]{2}-[A-Z][A-Z\d-]+\s*$/.test(slug) &&
    /^\S/.test(headline) &&
    /^\s{2,}\S/.test(text ?? '')
  )
}

function readHeadOfReuters(out: WireItem, [slug, headline]: string[]): number {
  fill.give(out, 'slugline', slug)
  fill.headline(out, headline)
  return 2
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
    /^\s*(?:\^END<?|==Kyodo|KWS-[\d:-]+|NNNN|nn|REUTER|[A-Z]{2,5}-(?:[A-Z]{2}-)?\d\d-\d\d-\d\d\s+\d{4}(?:GMT|[ECMP][SD]T)<?)\s*$/.test(
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

/** "(Eds.: Minor edits)", "EDITORS:", "ATTENTION members". */
const noteToEditors =
  /^\W?(?:Eds?\.?\s*:|Eds\.?\s*,|(?:Editors?|EDITORS?|Note to [Ee]ditors)\.?\s*:)|^(?:ATTENTION|EDS)\b/

/** The lines that belong to the text: a note to readers above it, headings of a table. */
function readApart(out: WireItem, sent: string): string[] {
  const line = clean(sent)
  if (/^EDITOR'S NOTE\b/.test(line)) return [line]
  if (/^\*?\d+$/.test(line)) fill.keepExtra(out, 'sequence', line)
  else if (out.slugline === undefined) fill.give(out, 'slugline', line.replace(/,\s*\d*$/, ''))
  else if (noteToEditors.test(line)) readNote(out, line)
  else if (advance.test(line)) {
    holdAdvance(out)
    fill.note(out, line)
  } else if (/^AP (?:Photos?|Video|Graphics?|Audio)\b|^Photos?:/.test(line)) {
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
