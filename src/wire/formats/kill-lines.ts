/** "Please kill item dpa 157", "HOLD": messages in plain-text formats that stop another item. */
import * as fill from '../reading/fill-item.ts'
import type { WireItem } from '../item.ts'

const stops =
  /\b(?:please\s+)?(kill|hold|withdraw|disregard)s?\s+(?:the\s+)?(?:item|story|message|meldung)?\s*((?:[a-z]{2,5}[ -]?\d{2,5})|[A-Z]{1,3}\d{3,4})/i
const outright = /\b(?:please|item|story|message|meldung)\b/i
const shout = /^\W*(?:KILL|HOLD|MANDATORY KILL|BULLETIN KILL|ADVISORY|WITHDRAWAL|ACHTUNG HOLD)\b/

/** Whether a line begins as messages do that stop a story. */
export function stopsInWords(line: string): boolean {
  return shout.test(line.trimStart())
}

/**
 * Such a message is no story, and the item that it names must come down. `uriOf` knows which one
 * that is, if the name is one of its format.
 */
export function killedItem(
  out: WireItem,
  lines: string[],
  uriOf: (name: string) => string | undefined,
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
  const pubStatus = /hold/i.test(named?.[1] ?? '') ? 'withheld' : 'canceled'
  if (uri !== undefined && uri !== out.uri) out.standfirst.stops = { uri, pubStatus }
  fill.hold(out, 'it is a message to editors that stops another story')
}
