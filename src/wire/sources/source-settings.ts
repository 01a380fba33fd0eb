import { isTimeZone } from '../times/clock.ts'
import type { Channel, Source } from './sources.ts'

/** What was chosen, by the names that the command line has for it. An empty value takes one away. */
export type Settings = Readonly<Record<string, string>>

/** Why a setting cannot be kept: `wrong` goes on where the option's name ends. */
export interface WrongSetting {
  option: string
  wrong: string
}

/** What can be chosen between; an empty one: what the setting says when nobody has said anything. */
export const choices = {
  publish: ['by-itself', 'through-desk'],
  summary: ['off', 'extract', 'model'],
  'search-engines': ['index', 'noindex', 'canonical'],
  order: ['', 'counter', 'time'],
  pictures: ['', 'take', 'leave'],
  'data-mining': ['', 'reserved', 'licensed'],
} as const

/** Of a title and a credit line, in characters. */
export const longestWords = 200
/** How long a source may be quiet, in seconds. */
const quiet = { least: 60, most: 90 * 24 * 3600 }

/** A source with these settings on top of what it was before; what is not among them stays. */
export function settledSource(
  name: string,
  before: Source | undefined,
  channel: Channel,
  settings: Settings,
): Source | WrongSetting {
  return (
    wrongIn(settings) ?? {
      name,
      title: (settings['title'] ?? before?.title) || name,
      channel,
      publish: (settings['publish'] ?? before?.publish ?? 'by-itself') as Source['publish'],
      summary: (settings['summary'] ?? before?.summary ?? 'extract') as Source['summary'],
      searchEngines: (settings['search-engines'] ??
        before?.searchEngines ??
        'index') as Source['searchEngines'],
      ...optionalParts(settings, before),
    }
  )
}

function wrongIn(settings: Settings): WrongSetting | undefined {
  for (const [option, allowed] of Object.entries(choices) as [string, readonly string[]][]) {
    const value = settings[option]
    if (value !== undefined && !allowed.includes(value))
      return { option, wrong: `is one of ${allowed.filter(Boolean).join(', ')}.` }
  }
  for (const [option, { holds, wrong }] of Object.entries(limits)) {
    const value = settings[option]
    if (value && !holds(value)) return { option, wrong }
  }
  return undefined
}

const words = {
  holds: (text: string) => text.length <= longestWords,
  wrong: `has at most ${longestWords} characters.`,
}

const limits: Record<string, { holds: (value: string) => boolean; wrong: string }> = {
  title: words,
  credit: words,
  section: {
    holds: (value) => /^[a-z0-9-]{1,40}$/.test(value),
    wrong: 'wants the slug of a section.',
  },
  language: { holds: isLanguage, wrong: 'wants a tag such as en or pt-BR.' },
  'time-zone': { holds: isTimeZone, wrong: 'wants the name of a zone, such as Europe/Oslo.' },
  quiet: {
    holds: (value) => isWhole(value, quiet.least, quiet.most),
    wrong: `wants seconds, from ${quiet.least} to ${quiet.most}.`,
  },
}

/** What may be absent. */
function optionalParts(settings: Settings, before: Source | undefined): Partial<Source> {
  const kept = (option: string, old: string | undefined): string | undefined =>
    (settings[option] ?? old) || undefined
  const parts = {
    creditline: kept('credit', before?.creditline),
    section: kept('section', before?.section),
    language: kept('language', before?.language),
    timeZone: kept('time-zone', before?.timeZone),
    ordering: kept('order', before?.ordering) as Source['ordering'],
    pictures: kept('pictures', before?.pictures) as Source['pictures'],
    dataMining: kept('data-mining', before?.dataMining) as Source['dataMining'],
  }
  const interval = kept('quiet', before?.usualInterval?.toString())
  return {
    ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)),
    ...(interval === undefined ? {} : { usualInterval: Number(interval) }),
  }
}

/** The settings of a source, as {@link settledSource} takes them. */
export function settingsOf(source: Source): Settings {
  return {
    title: source.title,
    publish: source.publish,
    summary: source.summary,
    'search-engines': source.searchEngines,
    credit: source.creditline ?? '',
    section: source.section ?? '',
    language: source.language ?? '',
    'time-zone': source.timeZone ?? '',
    order: source.ordering ?? '',
    pictures: source.pictures ?? '',
    'data-mining': source.dataMining ?? '',
    quiet: source.usualInterval?.toString() ?? '',
  }
}

/** Whether a text is a whole number from `least` to `most`. */
export function isWhole(text: string, least: number, most: number): boolean {
  const number = Number(text)
  return /^\d+$/.test(text) && number >= least && number <= most
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}
