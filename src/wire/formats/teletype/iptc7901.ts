/**
 * IPTC 7901 (https://iptc.org/standards/iptc-7901/), the teletype format that dpa, ATS and Belga
 * still send: a header line (source and number, priority, category, words), a slug line, headline
 * lines up to "=", the text, and the day. Control characters may be missing altogether.
 */
import type { Block } from '../../../articles/body/body.ts'
import { matchFirst } from '../../reading/fields/holdings.ts'
import { completeItem } from '../../reading/complete-item.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { blocksOfTeletype } from '../../reading/teletype-text.ts'
import { isBelga, numberInBelga, readBelgaHeader } from './belga-lines.ts'
import { withoutBelgaEnd, withoutBelgaVersion } from './belga-lines.ts'
import { aliasOf, killedItem } from './kill-lines.ts'
import type { Source } from '../source.ts'
import { takeOrWritethru } from './take-lines.ts'
import { teletypeDay } from './day.ts'

const header = /^([a-z]{2,4})(\d{3,5})[ \t]+([1-9])[ \t]+([a-z]{1,4})[ \t]+(\d{1,6})\b(.*)$/i

/** Lead-in of a message: padding, SOH, line ends, and on old lines "ZCZC". */
const leadIn = /^[\s\u0000-\u0008\u0016\u007f]*(?:\[\d[^\]\n]{6,28}\]\s*)?(?:ZCZC[^\n]*\n\s*)?/

export function isIptc7901(text: string): boolean {
  return header.test(firstLine(text.replace(leadIn, '')))
}

function firstLine(text: string): string {
  return /^[^\r\n]*/.exec(text)?.[0] ?? ''
}

export function readIptc7901(text: string, source: Source): WireItem {
  const message = text
    .replace(leadIn, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n\s*NNNN\s*$/, '\n')
  const first = header.exec(firstLine(message))
  if (!first) throw new NotReadable('The IPTC 7901 message has no header line.')
  const [, origin = '', sequence = '', priority, category, , rest = ''] = first
  const parts = partsOf(message.slice(firstLine(message).length))
  const day = teletypeDay(parts.after)
  const agency = providerOf(rest, parts.text)
  const uri = `urn:iptc7901:${agency ?? origin}:${day?.date ?? 'undated'}:${origin}${sequence}`
  const out = fill.blankItem({ uri, version: '1', format: 'IPTC 7901' }, source)
  if (!day) fill.hold(out, 'it names no day, so it cannot be told from another of the same number')
  else fill.time(out, 'versionCreated', day.iso)
  fill.urgency(out, priority)
  fill.keepExtra(out, 'category', category)
  fill.give(out, 'slugline', parts.slug)
  const ofBelga = isBelga(rest)
  if (ofBelga) readBelgaHeader(out, rest)
  const own = (line: string) => withoutBelgaVersion(out, line)
  readHeadLines(out, withoutCorrection(out, ofBelga ? parts.head.map(own) : parts.head))
  const body = readText(out, ofBelga ? withoutBelgaEnd(out, parts.text) : parts.text)
  const alias = (name: { number: string } | { slug: string }) =>
    aliasOf({ scheme: 'iptc7901', agency: agency ?? origin, date: day?.date }, name)
  fill.aliases(out, [
    alias({ number: numberInBelga(rest) ?? /\b(\d{2,5})\s*$/.exec(rest)?.[1] ?? sequence }),
    alias({ slug: parts.slug }),
  ])
  const uriOf = (name: string): string | undefined => {
    const [, sender, number = ''] = /^([a-z]+)[ -]?(\d+)$/i.exec(name) ?? []
    const isOurs = [agency, origin.toLowerCase()].includes(sender?.toLowerCase())
    if (!isOurs || !day) return undefined
    return uri.slice(0, -sequence.length) + number.padStart(sequence.length, '0')
  }
  killedItem(out, [...parts.head, parts.text], { uriOf, alias })
  return completeItem(out, body, { ...source, providers: [agency, origin] })
}

interface Parts {
  slug: string
  head: string[]
  text: string
  after: string
}

/** STX begins the headline and ETX ends the text; without them blank lines and "=" do. */
function partsOf(message: string): Parts {
  const [beforeEnd = '', ...afterEnd] = message.split('\u0003')
  const [before = '', ...inside] = beforeEnd.split('\u0002')
  const after = afterEnd.length > 0 ? afterEnd.join('') : beforeEnd.slice(-120)
  if (inside.length > 0) {
    return { slug: before.trim(), after, ...headAndText(inside.join('').split('\n')) }
  }
  const lines = beforeEnd.split('\n')
  const start = lines.findIndex((line) => line.trim() !== '')
  const rest = headAndText(lines.slice(start + 1))
  return { slug: (lines[start] ?? '').trim(), after, ...rest, text: withoutDay(rest.text) }
}

function headAndText(lines: string[]): { head: string[]; text: string } {
  const begin = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ''),
  )
  const end = lines.findIndex((line, at) => at >= begin && at < begin + 12 && /=\s*$/.test(line))
  const blank = lines.findIndex((line, at) => at > begin && line.trim() === '')
  const last = end >= 0 ? end : blank > begin ? blank - 1 : begin
  const head = lines.slice(begin, last + 1).map((line) => line.replace(/=\s*$/, '').trim())
  return { head: head.filter((line) => line !== ''), text: lines.slice(last + 1).join('\n') }
}

function withoutDay(text: string): string {
  return text.replace(/\n\s*\d{6}\s*(?:[A-Z]{3,4}\s+)?\p{L}{3,4}\s+\d{2}\s*$/u, '')
}

/** "By Ida Moor, The Port Moor Tribune", "By dpa correspondents". */
function isByline(line: string): boolean {
  return (
    /^(?:by|von|par|de|por)\s+\p{L}/iu.test(line) &&
    /,|\b\p{Lu}\p{Ll}+ \p{Lu}|\b(?:correspondents?|reporters?|staff|korrespondent)/u.test(line)
  )
}

/** "EXTRA", "REFILE", "(Achtung)": a label of the version, in a line of its own above the headline. */
const label = /^(?:\p{Lu}[\p{Lu}\d /-]{2,25}|\([^()]{2,25}\))$/u
const correcting = /^(?:REFILE|REPEAT|CORRECT|KORREKTUR|BERICHTIGUNG|RECTIFI)/

/** Leads, byline and headline; a headline wrapped over two lines is joined again. */
function readHeadLines(out: WireItem, lines: string[]): void {
  const left: string[] = []
  lines.forEach((line, at) => {
    if (isByline(line)) fill.give(out, 'by', line)
    else if (!readVersionLine(out, line, at === lines.length - 1)) left.push(line)
  })
  const joined = left.reduce<string[]>((found, line, at) => {
    const continues = at > 0 && (left[at - 1]?.length ?? 0) >= WRAPPED
    if (continues) found.push(`${found.pop() ?? ''} ${line}`)
    else found.push(line)
    return found
  }, [])
  fill.headline(out, joined.at(-1))
  for (const line of joined.slice(0, -1)) fill.headline(out, line, 'kicker')
}

const correction =
  '(?:korrektur|berichtigung|corrects?|corrected|correction|rectificati(?:f|on)|corrección|correção|rettifica)'
/** "(Berichtigung: zweiter Absatz)", as a line or behind the headline: what was wrong before. */
const correctionInBrackets = new RegExp(`\\(${correction}\\b[^()]*\\)$`, 'iu')
const correctionInSlug = new RegExp(`(?:^|/)\\s*${correction}\\s*(?:/|$)`, 'iu')

/** The lines of the head without what they say of a correction, which comes as a message of its own. */
function withoutCorrection(out: WireItem, lines: string[]): string[] {
  const notes = lines.flatMap((line) => correctionInBrackets.exec(line)?.[0] ?? [])
  for (const words of notes) {
    fill.note(out, words)
    fill.notice(out, 'removed', 'version line', words)
  }
  const inSlug = correctionInSlug.exec(out.slugline ?? '')?.[0].replaceAll('/', '')
  const says = notes[0] ?? inSlug
  if (says === undefined) return lines
  fill.signal(out, 'correction', says)
  fill.hold(out, matchFirst)
  return lines
    .map((line) => line.replace(correctionInBrackets, '').trim())
    .filter((line) => line !== '')
}

/** "1ST LEAD", "TAKE 2", "REFILE", "EXTRA": such a line is short and no headline. */
function readVersionLine(out: WireItem, line: string, isLast: boolean): boolean {
  const isLabel = !isLast && label.test(line)
  const corrects = isLabel && correcting.test(line)
  const stated = line.length < 40 ? takeOrWritethru(out, line) : undefined
  if (stated === undefined && !isLabel) return false
  if (stated === undefined) fill.signal(out, corrects ? 'correction' : 'provider', line)
  fill.notice(out, 'removed', 'version line', line)
  if (stated === 'renews' || corrects) {
    fill.hold(out, matchFirst)
  }
  return true
}

/** Lines of the format hold 69 characters; one this long was broken, not ended. */
const WRAPPED = 50

/** From here on the text is for editors: a notebook, or what says so in words. */
const notForReaders =
  /^(?:#+[ \t]*(?:dpa[ \t]+)?note(?:book|block|pad)\b.*|.*\bnot (?:intended )?for publication\b.*|.*\bnicht zur Ver(?:\u00f6|oe)ffentlichung\b.*)$/im

function readText(out: WireItem, text: string): Block[] {
  const at = notForReaders.exec(text)
  if (!at) return blocksOfTeletype(text)
  fill.note(out, text.slice(at.index))
  fill.notice(out, 'removed', 'notes to editors below the text (they stand in edNote)')
  return blocksOfTeletype(text.slice(0, at.index).replace(/[\s*]+$/, ''))
}

/** "dpa 061" or "dpa-tns 0908" at the end of the header, or "(ats afp)" in the first line of the text. */
function providerOf(rest: string, text: string): string | undefined {
  if (isBelga(rest)) return 'belga'
  const inText = /^[^\n]{0,80}?\((?<name>[a-z]{2,7})(?:[ /][a-z]{2,7})*\)/i.exec(text.trimStart())
  const inHeader = /(?:^|[ \t])([a-z]{2,5})(?:-[a-z]{2,6})?[ \t]+\d{2,5}\s*$/i.exec(rest)?.[1]
  return (inHeader ?? inText?.groups?.['name'])?.toLowerCase()
}
