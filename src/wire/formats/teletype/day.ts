/** "131137 GMT Nov 13": day, hour and minute, zone, month, year, at the foot of a 7901 message. */
import { monthNumber, readInstant } from '../../reading/fields/instants.ts'

const foot =
  /\b(\d{2})(\d{2})(\d{2})[ \t]*(?:([A-Z]{3,4})[ \t]+)?(\p{L}{3,9})\.?[ \t]+(\d{2}|\d{4})\b/iu

export interface Day {
  /** `20131113` */
  date: string
  /** The instant as written, with its zone if it names one. */
  iso: string
}

export function teletypeDay(text: string): Day | undefined {
  const [matched, day, hour, minute, zone, month = '', year = ''] = foot.exec(text) ?? []
  if (matched === undefined) return undefined
  const number = String(monthNumber(month)).padStart(2, '0')
  const fullYear = yearOf(year)
  const known = /^(?:GMT|UTC)$/i.test(zone ?? '') ? 'Z' : ''
  const iso = `${fullYear}-${number}-${day}T${hour}:${minute}:00${known}`
  return readInstant(iso) ? { date: `${fullYear}${number}${day}`, iso } : undefined
}

/** Wires were of this century or of the last third of the one before. */
const FIRST_YEAR = 70

/** A year of two digits in full. */
export function yearOf(digits: string): string {
  if (digits.length !== 2) return digits
  return `${Number(digits) >= FIRST_YEAR ? '19' : '20'}${digits}`
}
