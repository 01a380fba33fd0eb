/**
 * Times as careless programs write them, in the words that the reader of times knows. Only what can be
 * meant in one way: "05/01/2030" is not.
 */

/** The same time written as RFC 822 or ISO 8601 have it; undefined where it is none of these. */
export function carefully(value: string): string | undefined {
  const stated = inTwentyFourHours(value)
    // JavaScript writes "GMT+0200 (Central European Summer Time)", others the zone twice.
    ?.replace(/\s*\([^()]*\)$/, '')
    .replace(/\b(?:GMT|UTC)(?=[+-]\d)/, '')
    .replace(/([+-]\d\d:?\d\d)\s+[a-z]{2,5}$/i, '$1')
  if (stated === undefined) return undefined
  for (const [form, write] of forms) {
    const found = form.exec(stated)
    if (found) return write(found)
  }
  return stated === value ? undefined : stated
}

type Written = (found: RegExpExecArray) => string

const two = (text = ''): string => text.padStart(2, '0')

const forms: readonly [RegExp, Written][] = [
  // "Wednesday, May 1, 2030 - 06:00", "May 1st, 2030 at 6:00 EST", "Wed May 01 2030 06:00:00 +0200"
  [
    /^(?:\p{L}{2,12}\.?,?\s+)?(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:,|\s+-|\s+at)?(\s.*)?$/iu,
    ([, month = '', day = '', year = '', time = '']) => `${day} ${month} ${year}${time}`,
  ],
  // "2030/5/1 6:00", "2030-05-01T12:35:9+01:00"
  [
    /^(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]+(\d{1,2}):(\d{1,2})(?::(\d{1,2}))?(.*))?$/i,
    ([, year = '', , month, day, hour, minute, second, rest = '']) =>
      dateOf(year, month, day) + (hour === undefined ? '' : timeOf(hour, minute, second, rest)),
  ],
  // With points the day always comes first.
  [
    /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?:,?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(.*))?$/,
    ([, day, month, year = '', hour, minute, second, rest = '']) =>
      dateOf(year, month, day) + (hour === undefined ? '' : timeOf(hour, minute, second, rest)),
  ],
  // Seconds or milliseconds since 1970, from 2001 to 2033.
  [/^(1\d{9})(\d{3})?$/, ([, seconds = '']) => new Date(Number(seconds) * 1000).toISOString()],
]

function dateOf(year: string, month?: string, day?: string): string {
  return `${year}-${two(month)}-${two(day)}`
}

function timeOf(hour: string, minute?: string, second?: string, rest = ''): string {
  return `T${two(hour)}:${two(minute)}:${two(second)}${rest}`
}

const halfDay = /\b(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])\.?m\b\.?/i

/** Noon is 12 pm and midnight 12 am; undefined where the hour is in no half of a day. */
function inTwentyFourHours(value: string): string | undefined {
  const found = halfDay.exec(value)
  if (!found) return value
  const [whole, hour = '', minute = '', second, half = ''] = found
  if (Number(hour) < 1 || Number(hour) > 12) return undefined
  const inDay = (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  return value.replace(whole, `${two(String(inDay))}:${minute}:${second ?? '00'}`)
}
