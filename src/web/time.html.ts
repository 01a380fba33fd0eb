import { html, type Html } from './html.ts'
import type { Site } from './site.ts'

export type TimeForm = 'full' | 'short' | 'day'

type Zone = Pick<Site, 'language' | 'timeZone'>

/** A `<time>` that machines read exactly and people read in the newsroom's time zone. */
export function time(at: string, zone: Zone, form: TimeForm = 'full'): Html {
  return html`<time datetime="${at}">${timeInWords(at, zone, form)}</time>`
}

/** A date that cannot be read is given as it came. */
export function timeInWords(at: string, zone: Zone, form: TimeForm): string {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? at : formatter(zone, form).format(date)
}

const forms: Record<TimeForm, Intl.DateTimeFormatOptions> = {
  full: {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  },
  short: { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  day: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
}

// Making a formatter costs more than a hundred uses of it.
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter({ language, timeZone }: Zone, form: TimeForm): Intl.DateTimeFormat {
  const key = `${language} ${timeZone} ${form}`
  let known = formatters.get(key)
  if (!known) {
    // Plain "en" would mean the American order of day and month.
    const locale = language === 'en' ? 'en-GB' : language
    known = new Intl.DateTimeFormat(locale, { ...forms[form], timeZone, hourCycle: 'h23' })
    formatters.set(key, known)
  }
  return known
}
