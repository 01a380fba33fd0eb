/** "Please kill item dpa 157", "HOLD": messages in plain-text formats that stop another item. */
import * as fill from '../fill-item.ts'
import type { WireItem } from '../item.ts'

const stops =
  /\b(?:please\s+)?(kill|hold|withdraw|disregard)s?\s+(?:the\s+)?(?:item|story|message|meldung)?\s*((?:[a-z]{2,5}[ -]?\d{2,5})|[A-Z]{1,3}\d{3,4})/i
const shout = /^\W*(?:KILL|HOLD|MANDATORY KILL|BULLETIN KILL|ADVISORY|WITHDRAWAL|ACHTUNG HOLD)\b/

/** Such a message is no story, and the item that it names must come down. */
export function killedItem(out: WireItem, lines: string[]): void {
  const head = lines.map((line) => line.slice(0, 600))
  const named = head.map((line) => stops.exec(line)).find((found) => found !== null)
  const shouted = head.some((line) => shout.test(line.trimStart()))
  if (!named && !shouted) return
  if (named) fill.signal(out, 'withdraw', `${named[1]?.toLowerCase()} ${named[2]}`)
  else fill.signal(out, 'withdraw', 'kill or hold')
  fill.hold(out, 'it is a message to editors that stops another story')
}
