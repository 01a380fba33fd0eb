/** "Please kill item dpa 157", "HOLD": messages in plain-text formats that stop another item. */
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'

const stops =
  /\b(?:please\s+)?(kill|hold|withdraw|disregard)s?\s+(?:the\s+)?(?:item|story|message|meldung)?\s*((?:[a-z]{2,5}[ -]?\d{2,5})|[A-Z]{1,3}\d{3,4})/i
const outright = /\b(?:please|item|story|message|meldung)\b/i
const shout = /^\W*(?:KILL|HOLD|MANDATORY KILL|BULLETIN KILL|ADVISORY|WITHDRAWAL|ACHTUNG HOLD)\b/

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

/**
 * Such a message is no story, and the item that it names must come down. `uriOf` knows which one
 * that is, if the name is one of its format, and `alias` what else it is known by.
 */
export function killedItem(
  out: WireItem,
  lines: string[],
  uriOf: (name: string) => string | undefined,
  alias: (name: { number: string } | { slug: string }) => string | undefined,
): void {
  const head = lines.map((line) => line.slice(0, 600))
  const named = head
    .map((line) => stops.exec(line))
    // "Flood kills over 300" names no message.
    .find(
      (found) => found !== null && (outright.test(found[0]) || uriOf(found[2] ?? '') !== undefined),
    )
  const shouted = head.some(stopsInWords)
  if (!named && !shouted) return
  if (named) fill.signal(out, 'withdraw', `${named[1]?.toLowerCase()} ${named[2]}`)
  else fill.signal(out, 'withdraw', 'kill or hold')
  const uri = uriOf(named?.[2] ?? '')
  const slugs = head.flatMap((line) => bySlug.exec(line.trim()) ?? [])
  const does = named?.[1] ?? slugs[1] ?? ''
  const pubStatus = /hold/i.test(does) ? 'withheld' : 'canceled'
  const number = /\d+$/.exec(named?.[2] ?? '')?.[0]
  const aliases = [
    number === undefined || uri === undefined ? undefined : alias({ number }),
    named || slugs[2] === undefined ? undefined : alias({ slug: slugs[2] }),
  ].filter((one) => one !== undefined)
  const [first] = aliases
  const names = uri !== undefined && uri !== out.uri ? uri : first
  // A message that stops another one must not be stopped by itself.
  delete out.standfirst.aliases
  if (names !== undefined)
    out.standfirst.stops = { uri: names, pubStatus, ...(aliases.length > 0 ? { aliases } : {}) }
  fill.hold(out, 'it is a message to editors that stops another story')
}
