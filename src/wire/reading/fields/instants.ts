/**
 * Dates as wires write them: ISO 8601 long and short, NITF, RFC 822. A date that is not in the
 * calendar is no date, and a time without a zone says so: what to do about it differs by field.
 */
import { carefully } from './careless-times.ts'

export interface Instant {
  /** ISO 8601 in UTC with milliseconds. */
  iso: string
  /** False where the source named no zone and UTC was assumed. */
  zoned: boolean
  /** False where it named a day alone, of which midnight was assumed. */
  timed: boolean
}

const longForm =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ]+(\d{2})[:.](\d{2})(?:[:.](\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?(?:\d{2})?)?$/i
const shortForm =
  /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(?:[.,](\d{1,9}))?)?\s*(Z|[+-]\d{2}:?(?:\d{2})?)?$/i
const mailForm =
  /^(?:\p{L}{2,12}\.?,?\s+)?(\d{1,2})[\s-]+(\p{L}{3,10})\.?[\s-]+(\d{2,4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2}|[a-z]{1,5})?$/iu

/** As C's asctime and Unix's date write it: "Mon Jan 26 16:31:00 2004", with a zone before the year. */
const clockForm =
  /^\p{L}{3},?\s+(?<month>\p{L}{3})\s+(?<day>\d{1,2})\s+(?<time>\d{1,2}:\d{2}(?::\d{2})?)\s+(?<zone>[a-z]{1,5}\s+)?(?<year>\d{4})$/iu

/** First letters of the months in the languages of the wires read here, without accents. */
const months = [
  ['jan', 'ene', 'gen'],
  ['feb', 'fev', 'fe'],
  ['mar', 'mrz', 'maa'],
  ['apr', 'avr', 'abr'],
  ['may', 'mai', 'mag', 'mei', 'maj'],
  ['jun', 'juin', 'giu'],
  ['jul', 'juil', 'lug'],
  ['aug', 'aou', 'ago'],
  ['sep', 'set'],
  ['oct', 'okt', 'out', 'ott'],
  ['nov'],
  ['dec', 'dez', 'dic', 'des'],
]

/** 1 to 12 by a month's name or its beginning, 0 for none. */
export function monthNumber(name: string): number {
  const known = monthsMet.get(name)
  if (known !== undefined) return known
  const number = monthNamed(name)
  if (monthsMet.size < mostMonths) monthsMet.set(name, number)
  return number
}

/** Months as they were written before: twelve in a few languages, and what was none. */
const monthsMet = new Map<string, number>()
const mostMonths = 500

function monthNamed(name: string): number {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const longest = months.map((names) =>
    Math.max(0, ...names.map((one) => (plain.startsWith(one) ? one.length : 0))),
  )
  const best = Math.max(...longest)
  return best === 0 ? 0 : longest.indexOf(best) + 1
}

/** The zones that RFC 822 names and some of other continents, none that two countries use differently. */
const namedZones = new Map([
  ['z', '+0000'],
  ['ut', '+0000'],
  ['utc', '+0000'],
  ['gmt', '+0000'],
  ['est', '-0500'],
  ['edt', '-0400'],
  ['cst', '-0600'],
  ['cdt', '-0500'],
  ['mst', '-0700'],
  ['mdt', '-0600'],
  ['pst', '-0800'],
  ['pdt', '-0700'],
  ['wet', '+0000'],
  ['west', '+0100'],
  ['cet', '+0100'],
  ['cest', '+0200'],
  ['eet', '+0200'],
  ['eest', '+0300'],
  ['msk', '+0300'],
  ['jst', '+0900'],
])

/** JavaScript writes the name of the zone out; what is longer is no time. In characters. */
const longestTime = 80

export function readInstant(text: string): Instant | undefined {
  const value = text.trim()
  if (value.length > longestTime) return undefined
  const instant = plainForm(value) ?? otherForm(value)
  if (instant !== undefined) return instant
  const written = carefully(value)
  return written === undefined ? undefined : otherForm(written)
}

/** "2021-09-06T10:11:12" and a zone or none, letter by letter: what most wires write. */
function plainForm(value: string): Instant | undefined {
  const isSo = value[4] === '-' && value[7] === '-' && value[10] === 'T' && value[13] === ':'
  if (!isSo || value[16] !== ':') return undefined
  const date = { year: digits(value, 0, 4), month: digits(value, 5, 7), day: digits(value, 8, 10) }
  const [hour, minute] = [digits(value, 11, 13), digits(value, 14, 16)]
  const time = { hour, minute, second: digits(value, 17, 19) }
  if (Number.isNaN(date.year + date.month + date.day + hour + minute + time.second))
    return undefined
  const zone = value.length === 19 ? undefined : value.slice(19)
  if (zone !== undefined && zone !== 'Z' && !/^[+-]/.test(zone)) return undefined
  return instantOf(date, time, { fraction: undefined, zone, timed: true })
}

/** The number that they make; no number where one of them is something else. */
function digits(text: string, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (!(digit >= 0 && digit <= 9)) return NaN
    number = number * 10 + digit
  }
  return number
}

function otherForm(value: string): Instant | undefined {
  const numeric = longForm.exec(value) ?? shortForm.exec(value)
  if (numeric) {
    const [, year, month, day, hour, minute, second, fraction, zone] = numeric
    const date = { year: orZero(year), month: orZero(month), day: orZero(day) }
    const time = { hour: orZero(hour), minute: orZero(minute), second: orZero(second) }
    return instantOf(date, time, { fraction, zone, timed: hour !== undefined })
  }
  const {
    day: of = '',
    month: named,
    year: in4,
    time: at,
    zone: on,
  } = clockForm.exec(value)?.groups ?? {}
  const mail = mailForm.exec(named ? `${of} ${named} ${in4} ${at} ${on?.trim() ?? ''}` : value)
  if (!mail) return undefined
  const [, day, month = '', year = '', hour, minute, second, zone] = mail
  const fullYear =
    year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900)
  const date = { year: fullYear, month: monthNumber(month), day: orZero(day) }
  const time = { hour: orZero(hour), minute: orZero(minute), second: orZero(second) }
  return instantOf(date, time, { fraction: undefined, zone, timed: hour !== undefined })
}

function orZero(text: string | undefined): number {
  return text === undefined ? 0 : Number(text)
}

interface Day {
  year: number
  month: number
  day: number
}

interface Time {
  hour: number
  minute: number
  second: number
}

interface Written {
  fraction: string | undefined
  zone: string | undefined
  timed: boolean
}

function instantOf(date: Day, time: Time, written: Written): Instant | undefined {
  const { zone, timed } = written
  const offset = offsetMinutes(zone)
  if (offset === undefined && zone !== undefined) return undefined
  if (time.hour > 24 || time.minute > 59 || time.second > 60 || date.year < 1) return undefined
  if (date.month < 1 || date.month > 12) return undefined
  if (date.day < 1 || date.day > daysIn(date.month, date.year)) return undefined
  const milliseconds = (written.fraction ?? '').slice(0, 3).padEnd(3, '0')
  const minutes = time.hour * 60 + time.minute - (offset ?? 0)
  // Nothing is carried into another day, as with most times, so nothing has to be reckoned.
  const isWithinDay = minutes >= 0 && minutes < 24 * 60 && time.second < 60
  const iso = isWithinDay
    ? `${dayOf(date)}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(time.second)}.${milliseconds}Z`
    : carried(date, minutes, time.second, Number(milliseconds))
  return { iso, zoned: zone !== undefined, timed }
}

function dayOf({ year, month, day }: Day): string {
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${two(month)}-${two(day)}`
}

function two(number: number): string {
  return number < 10 ? `0${number}` : String(number)
}

/** The moment so many minutes after midnight, or before it, which may be on another day. */
function carried(
  { year, month, day }: Day,
  minutes: number,
  second: number,
  milliseconds: number,
): string {
  // Date.UTC means the nineteen hundreds by years below 100, so it is asked for one cycle later.
  const later = Date.UTC(year + CYCLE_YEARS, month - 1, day, 0, minutes, second, milliseconds)
  return new Date(later - CYCLE).toISOString()
}

/** The calendar repeats itself after so many years, or after this time in milliseconds. */
const CYCLE_YEARS = 400
const CYCLE = 146_097 * 24 * 3_600_000

function daysIn(month: number, year: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
}

function offsetMinutes(zone: string | undefined): number | undefined {
  if (zone === undefined) return undefined
  if (zone === 'Z') return 0
  const isDistance = zone.startsWith('+') || zone.startsWith('-')
  const distance = isDistance ? zone : (namedZones.get(zone.toLowerCase()) ?? '')
  const afterHours = distance[3] === ':' ? 4 : 3
  const hours = digits(distance, 1, 3)
  const minutes = distance.length === afterHours ? 0 : digits(distance, afterHours, afterHours + 2)
  const isWhole = distance.length === afterHours || distance.length === afterHours + 2
  if (!isWhole || !(hours <= 14 && minutes <= 59)) return undefined
  return (distance.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
