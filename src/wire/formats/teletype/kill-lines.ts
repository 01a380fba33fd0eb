/** "Please kill item dpa 157", "HOLD": messages in plain-text formats that stop another item. */
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { withdrawnElsewhere } from '../../orders/stops.ts'

const stops =
  /\b(?:please\s+)?(kill|hold|withdraw|disregard)s?\s+(?:the\s+)?(?:item|story|message|meldung)?\s*((?:[a-z]{2,5}[ -]?\d{2,5})|[A-Z]{1,3}\d{3,4})/i
const outright = /\b(?:please|item|story|message|meldung)\b/i
const shout = new RegExp(
  `^\\W*(?:KILL|HOLD|MANDATORY KILL|BULLETIN KILL|ADVISORY|WITHDRAWAL|ACHTUNG HOLD|${withdrawnElsewhere})(?!\\p{L})`,
  'u',
)
/**
 * "BC-Skerry, KILL", "BC-Skerry,Bulletin Kill": AP ends the slug of such a message with what it does. A
 * word of the slug itself stands behind a hyphen ("BC-Flood-Kill").
 */
const shoutInSlug =
  /[,\s](?:KILL|HOLD|WITHHOLD|WITHDRAWAL|ELIMINATION)$|[,\s](?:bulletin|mandatory) (?:kill|withhold|withdrawal|elimination)$/
const isShoutInSlug = (line: string): boolean =>
  shoutInSlug.test(line) || shoutInSlug.test(line.toLowerCase())

/** Whether a line begins as messages do that stop a story. */
export function stopsInWords(line: string): boolean {
  return shout.test(line.trimStart())
}

/** What one message of a day can be known by, besides its place in its own service. */
export function aliasOf(
  day: { scheme: string; agency: string | undefined; date: string | undefined },
  name: { number: string } | { slug: string },
): string | undefined {
  const { scheme, agency, date } = day
  if (agency === undefined || date === undefined) return undefined
  const begin = `urn:${scheme}:${agency.toLowerCase()}:${date}`
  if ('number' in name)
    return /^\d+$/.test(name.number) ? `${begin}:number-${Number(name.number)}` : undefined
  const slug = name.slug
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-')
  return slug === undefined ? undefined : `${begin}:slug-${slug.slice(0, 200)}`
}

/** "KILL BC-Skerry--Lighthouse": the rest of such a line names the story by its slug. */
const bySlug =
  /^\W*(?:MANDATORY |BULLETIN )?(KILL|HOLD|WITHDRAWAL)\b[:,\s]*(?:OF\s+|STORY\s+|SLUGGED\s+)*(.{3,120})$/
/** "… the story slugged BC-Skerry--Lighthouse, sent as a2346 …" */
const slugged = /\bslugged\s+([^\s,;]{3,120})/i
/** What is written behind a slug, and is none of it: another name, a count of words. */
const behindSlug = /(?:,\s*[a-z]?\d{1,5})+$/i

/** Anything that may be the number of a message; `uriOf` knows whether it is one. */
const numbers = /\b(?:[a-z]{2,5}[ -]?\d{2,5}|[a-z]\d{3,5})\b/gi

export interface Names {
  /** The identifier of the message of that number, if it is one of this format and day. */
  uriOf: (name: string) => string | undefined
  alias: (name: { number: string } | { slug: string }) => string | undefined
}

/**
 * Such a message is no story, and the items that it names must come down. `slug` is its own, which
 * may say what it does.
 */
export function killedItem(out: WireItem, lines: string[], { uriOf, alias }: Names): void {
  const head = lines.map((line) => line.slice(0, 600).trim())
  const named = head
    .map((line) => stops.exec(line))
    // "Flood kills over 300" names no message.
    .find(
      (found) => found !== null && (outright.test(found[0]) || uriOf(found[2] ?? '') !== undefined),
    )
  const shouted = head.find((line) => stopsInWords(line) || isShoutInSlug(line))
  if (!named && shouted === undefined) return
  if (named) fill.signal(out, 'withdraw', `${named[1]?.toLowerCase()} ${named[2]}`)
  else fill.signal(out, 'withdraw', 'kill or hold')
  const does = named?.[1] ?? shouted ?? ''
  const pubStatus = /hold/i.test(does) && !/kill/i.test(does) ? 'withheld' : 'canceled'
  const names = named ? [named[2] ?? ''] : head.flatMap((line) => line.match(numbers) ?? [])
  const meant = names.flatMap((name) => namesOf(out, name, { uriOf, alias }))
  if (!named) meant.push(...slugsIn(head).flatMap((slug) => alias({ slug }) ?? []))
  // A message that stops another one must not be stopped by itself.
  delete out.standfirst.aliases
  const [uri, ...others] = new Set(meant)
  // A name that is no identity is remembered as such.
  const aliases = uri !== undefined && isIdentity(uri) ? others : meant
  if (uri !== undefined) {
    const all = [...new Set(aliases)]
    out.standfirst.stops = { uri, pubStatus, ...(all.length > 0 ? { aliases: all } : {}) }
  }
  fill.hold(out, 'it is a message to editors that stops another story')
}

function isIdentity(name: string): boolean {
  return !/:(?:number|slug)-[^:]*$/.test(name)
}

/** The identifier of a message by its number, and the agency's own number of the day. */
function namesOf(out: WireItem, name: string, { uriOf, alias }: Names): string[] {
  const uri = uriOf(name)
  if (uri === undefined) return []
  const number = alias({ number: /\d+$/.exec(name)?.[0] ?? '' })
  return [uri === out.uri ? undefined : uri, number].filter((one) => one !== undefined)
}

function slugsIn(head: string[]): string[] {
  const found = head.flatMap((line) => [bySlug.exec(line)?.[2], slugged.exec(line)?.[1]])
  return found
    .filter((slug) => slug !== undefined)
    .map((slug) => slug.replace(behindSlug, ''))
    .filter((slug) => !/^(?:(?:KILL|HOLD|WITHDRAWAL)\W*)+$/i.test(slug))
}
