import { html, type Html } from './html.ts'
import type { Site } from '../site.ts'

/** `near` leaves out what is the same on the day that the page bears: the date, or the year. */
export type TimeForm = 'full' | 'short' | 'day' | { near: string }

type Zone = Pick<Site, 'language' | 'timeZone'>

/** A `<time>` that machines read exactly and people read in the newsroom's time zone. */
export function time(at: string, zone: Zone, form: TimeForm = 'full'): Html {
  const words = timeInWords(at, zone, form)
  // The name of the zone stays on the line of its time.
  return html`<time datetime="${at}">${form === 'full' ? words.replace(/ (?=\S+$)/, '\u00a0') : words}</time>`
}

/** A date that cannot be read is given as it came. */
export function timeInWords(at: string, zone: Zone, form: TimeForm): string {
  const written = (piece: Piece) => formatter(zone, piece).format(date)
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return at
  if (form === 'day') return written('day')
  if (form === 'full') return `${written('date')}, ${written('zoned')}`
  const clock = written('clock')
  if (form === 'short') return `${written('brief')}, ${clock}`
  const day = new Date(form.near)
  const near = (piece: Piece) => !Number.isNaN(day.getTime()) && formatter(zone, piece).format(day)
  if (near('date') === written('date')) return clock
  const sameYear = near('year') === written('year')
  return `${written(sameYear ? 'briefer' : 'brief')}, ${clock}`
}

type Piece = keyof typeof pieces

const pieces = {
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  date: { day: 'numeric', month: 'long', year: 'numeric' },
  brief: { day: 'numeric', month: 'short', year: 'numeric' },
  briefer: { day: 'numeric', month: 'short' },
  year: { year: 'numeric' },
  clock: { hour: '2-digit', minute: '2-digit' },
  zoned: { hour: '2-digit', minute: '2-digit', timeZoneName: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

// Making a formatter costs more than a hundred uses of it.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter({ language, timeZone }: Zone, piece: Piece): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${piece}`
  let known = formatters.get(key)
  if (!known) {
    // Plain "en" would mean the American order of day and month.
    const locale = language === 'en' ? 'en-GB' : language
    known = new Intl.DateTimeFormat(locale, { ...pieces[piece], timeZone, hourCycle: 'h23' })
    formatters.set(key, known)
  }
  return known
}
