/**
 * Filling a canonical item: the verbs that every format reader shares. What is empty stays absent,
 * what cannot be understood is told in a notice, and whatever decides about showing the item
 * (status, embargo) closes it when in doubt.
 */
import type { Source } from '../formats/source.ts'
import type { SourceTime } from '../times/source-times.ts'
import { readSourceTime } from '../times/source-times.ts'
import { NotReadable } from '../xml/not-readable.ts'
import type { Notice, Signal, WireItem } from '../item.ts'
import { isEven, storable, storableLine } from '../markup/storable-text.ts'

/** An item of which nothing but its name is known; `timeZone` is that of its source's clock. */
export function blankItem(
  identity: { uri: string; version: string; format: string },
  { timeZone }: Pick<Source, 'timeZone'> = {},
): WireItem {
  return {
    uri: identifier(identity.uri),
    version: identifier(identity.version),
    type: 'text',
    pubStatus: 'usable',
    headlines: [],
    descriptions: [],
    bodies: [],
    subjects: [],
    standfirst: {
      source: '',
      format: identity.format,
      held: [],
      bodyText: '',
      notices: [],
      signals: [],
      publicNotes: [],
      body: [],
      ...(timeZone === undefined ? {} : { clock: { zone: timeZone } }),
    },
  }
}

/** Far more headlines or signals than any item has; each is compared with those before it. */
const MAX_LINES = 200

/** Longer than any identifier in use; a database has to index it. */
const MAX_IDENTIFIER = 1000

function identifier(text: string): string {
  const line = storableLine(text) ?? ''
  if (line.length > MAX_IDENTIFIER) {
    throw new NotReadable('An identifier of more than 1,000 characters names no news item.')
  }
  return line
}

type LineKey =
  | 'by'
  | 'dateline'
  | 'slugline'
  | 'creditline'
  | 'located'
  | 'language'
  | 'copyrightHolder'
  | 'copyrightNotice'
  | 'usageTerms'
  | 'digitalSourceType'

/**
 * What stands in the place of a line and is none to show: a time or a sentence for a dateline,
 * the initials of those who handled the story (EFE) or the first account of a CMS for a byline.
 */
const noLines: Partial<Record<LineKey, RegExp>> = {
  dateline:
    /^(?:\d{4}-\d\d-\d\d[ T]|\d{8}(?:T\d{4}|$)|\d{1,2}[./-]\d{1,2}[./-]\d{4}(?: \d\d?:\d\d.*)?$|.{101})/,
  by: /^\p{Ll}{1,5}(?:-\p{Ll}{1,5})*(?:\/\p{Ll}{1,5}(?:-\p{Ll}{1,5})*)+$|^(?:[Aa]dmin(?:istrator)?|[Ww]ebmaster)$/u,
}

/** Sets a one-line field; the first value given wins. */
export function give(item: WireItem, key: LineKey, value: string | undefined | null): void {
  const line = storableLine(value)
  if (line === undefined || item[key] !== undefined) return
  if (noLines[key]?.test(line)) return keepExtra(item, key, line)
  item[key] = key === 'language' ? languageTag(line) : line
}

/** BCP 47 has "sv" for "swe" and a hyphen for "en_US"; what it does not know stays as written. */
function languageTag(code: string): string {
  const known = languageTags.get(code)
  if (known !== undefined) return known
  const tag = canonicalTag(code)
  if (languageTags.size < MOST_LANGUAGES) languageTags.set(code, tag)
  return tag
}

/** Asking for a tag takes longer than reading a headline, and wires write in few languages. */
const languageTags = new Map<string, string>()
const MOST_LANGUAGES = 500

function canonicalTag(code: string): string {
  try {
    return Intl.getCanonicalLocales(code.replace('_', '-'))[0] ?? code
  } catch {
    return code
  }
}

export function headline(item: WireItem, value: string | undefined | null, role = 'main'): void {
  const line = storableLine(value)
  if (line === undefined) return
  // AFP sends pictures with a number in the place of a headline.
  if (!/\p{L}/u.test(line)) return keepExtra(item, 'headline', line)
  if (item.headlines.length >= MAX_LINES) return
  const known = item.headlines.some((field) => field.value === line && field.role === role)
  if (!known) item.headlines.push({ role, value: line })
}

export function description(item: WireItem, value: string | undefined | null, role: string): void {
  const text = storableLine(value)
  if (text !== undefined) item.descriptions.push({ role, value: text })
}

export function urgency(item: WireItem, value: string | number | undefined | null): void {
  const text = String(value ?? '').trim()
  if (/^[1-9]$/.test(text)) item.urgency ??= Number(text)
  else if (text !== '') notice(item, 'unread', 'urgency', text)
}

type TimeKey = 'versionCreated' | 'firstCreated' | 'contentCreated'

export function time(item: WireItem, key: TimeKey, value: string | undefined | null): void {
  const text = (value ?? '').trim()
  if (text === '' || item[key] !== undefined) return
  const read = readSourceTime(text, item, 'later')
  if (!read) return notice(item, 'unread', key, text)
  const { clock } = item.standfirst
  if (clock && read.assumed && key === 'versionCreated') clock.versionCreated = read.assumed.unset
  noteZone(item, key, read, text)
  item[key] = read.iso
}

function noteZone(item: WireItem, key: string, { assumed }: SourceTime, text: string): void {
  if (assumed) notice(item, 'assumed', `${key}: no time zone given, taken as ${assumed.zone}`, text)
}

/** Uses that a site on the web is, and use in archives, as `pubconstraint` names them. */
const [onWeb, inArchives] = [/web|online|internet|digital/i, /archiv/i]

/**
 * A time of expiry that is there, for one use or for all (rule 26). Of several that concern a site on
 * the web the earliest counts; the end of use in archives bars the page itself. One that is
 * empty or cannot be read was meant to be one: the story would else stay listed for ever.
 */
export function expiry(
  item: WireItem,
  value: string | undefined | null,
  use?: string | undefined,
): void {
  const text = (value ?? '').trim()
  const isArchive = use !== undefined && inArchives.test(use)
  if (!(use === undefined || isArchive || onWeb.test(use))) return
  if (text === '') return hold(item, 'its time of expiry is empty; ask the source until when')
  const read = readSourceTime(text, item, 'earlier')
  if (!read) {
    hold(item, `its time of expiry cannot be read: "${text.slice(0, 80)}"`)
    return notice(item, 'unread', 'expires', text)
  }
  noteZone(item, 'expires', read, text)
  if (isArchive) item.standfirst.barred = earliest(item.standfirst.barred, read.iso)
  else item.expires = earliest(item.expires, read.iso)
}

function earliest(known: string | undefined, time: string): string {
  return known !== undefined && known < time ? known : time
}

/**
 * One embargo time from one place. `present` alone counts: an empty embargo means that somebody
 * meant one. Of two times the later wins, and two that differ are for a person to decide. Without a
 * zone it is read on the clock that the operator gave its source, and on no other.
 */
export function embargo(item: WireItem, value: string | undefined | null, where: string): void {
  const text = storableLine(value)
  if (text === undefined) {
    return hold(item, `it is embargoed (${where}) but no time is given; ask the source until when`)
  }
  const read = readSourceTime(text, item, 'later')
  if (!read) {
    return hold(item, `its embargo time (${where}) cannot be read: "${text.slice(0, 80)}"`)
  }
  if (!read.isSure) {
    return hold(item, `its embargo time (${where}) has no time zone: "${text}"`)
  }
  if (read.assumed && !read.timed) {
    return hold(item, `its embargo (${where}) names a day and no time: "${text}"`)
  }
  if (item.standfirst.clock && read.assumed) item.standfirst.clock.embargoed = text
  const known = item.embargoed
  if (known !== undefined && known !== read.iso) {
    hold(item, `two embargo times contradict each other: ${known} and ${read.iso} (${where})`)
  }
  item.embargoed = known !== undefined && known > read.iso ? known : read.iso
}

const known = new Set(['usable', 'withheld', 'canceled'])

/** A status by its bare word (`stat:usable` has lost its prefix). Only three are known. */
export function status(item: WireItem, value: string | undefined | null): void {
  const word = storableLine(value)?.toLowerCase() ?? ''
  item.pubStatus = word === '' ? 'unknown' : word
  if (known.has(word)) return
  hold(
    item,
    word === ''
      ? 'its publication status is empty'
      : `its publication status "${word.slice(0, 40)}" is not one of usable, withheld, canceled`,
  )
}

/**
 * `Embargoed` as a status (NewsML 1, NITF, AP, AFP) is not usable: with a readable end it becomes
 * usable at that instant, without one it stays closed.
 */
export function embargoedStatus(item: WireItem, until: string | undefined | null): void {
  item.pubStatus = 'usable'
  embargo(item, until, 'status embargoed')
  if (item.embargoed === undefined) item.pubStatus = 'withheld'
}

export function hold(item: WireItem, reason: string): void {
  if (!item.standfirst.held.includes(reason)) item.standfirst.held.push(reason)
}

/** Further names by which a message may stop the item. */
export function aliases(item: WireItem, names: (string | undefined)[]): void {
  const known = names.filter((name) => name !== undefined).map(identifier)
  if (known.length > 0) item.standfirst.aliases = [...new Set(known)]
}

export function notice(item: WireItem, kind: Notice['kind'], what: string, text?: string): void {
  const entry: Notice = { kind, what }
  if (text !== undefined && text !== '') entry.text = storable(text)
  item.standfirst.notices.push(entry)
}

export function signal(item: WireItem, kind: Signal['kind'], value: string | undefined): void {
  const line = storableLine(value)
  if (line === undefined) return
  const signals = item.standfirst.signals
  if (
    signals.length < MAX_LINES &&
    !signals.some((one) => one.kind === kind && one.value === line)
  ) {
    signals.push({ kind, value: line })
  }
}

/** A note to editors; several are parted by a blank line. Public ones are for readers too. */
export function note(item: WireItem, value: string | undefined | null, isPublic = false): void {
  if (value === undefined || value === null) return
  const text = isEven(value) ? value.trim() : tidied(storable(value))
  if (text === '') return
  if (isPublic) item.standfirst.publicNotes.push(text)
  else item.edNote = item.edNote === undefined ? text : `${item.edNote}\n\n${text}`
}

/** Lines without white space at their ends, and no blank ones. */
function tidied(text: string): string {
  return text
    .replace(/[ \t\r\n]*\n[ \t\r\n]*/g, '\n')
    .replace(/[ \t]+/g, ' ')
    .trim()
}

/** Keeps what was not understood, verbatim, under the source's own name for it. */
export function keepExtra(item: WireItem, name: string, value: unknown): void {
  const extra = (item.standfirst.extra ??= Object.create(null) as Record<string, unknown>)
  const before = extra[name]
  if (before === undefined) extra[name] = value
  else if (Array.isArray(before)) before.push(value)
  else extra[name] = [before, value]
}
