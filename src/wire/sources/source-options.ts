import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { isTimeZone } from '../times/clock.ts'
import type { Channel, PagedChannel, Source } from './sources.ts'

/** How often a feed is asked where nobody said so, in seconds. */
const usualFeedInterval = 600
/** Agencies want their paged feeds to be asked often, and not more often than this. */
const usualPageInterval = 30
const shortestInterval = 10
const longestInterval = 24 * 3600

type Settings = Record<string, string[]>

/**
 * A source from the options of the command line, on top of what it was before. Gives one line that
 * says what is wrong, where something is.
 */
export async function sourceFrom(
  name: string,
  before: Source | undefined,
  args: string[],
): Promise<Source | string> {
  const settings = settingsIn(args)
  if (typeof settings === 'string') return settings
  const channel = await channelFrom(settings, before?.channel ?? { kind: 'command' })
  if (typeof channel === 'string') return channel
  const wrong = wrongIn(settings)
  if (wrong !== undefined) return wrong
  const source = {
    name,
    title: settings['title']?.[0] ?? before?.title ?? name,
    channel,
    publish: (settings['publish']?.[0] ?? before?.publish ?? 'by-itself') as Source['publish'],
    summary: (settings['summary']?.[0] ?? before?.summary ?? 'extract') as Source['summary'],
    searchEngines: (settings['search-engines']?.[0] ??
      before?.searchEngines ??
      'index') as Source['searchEngines'],
  }
  return { ...source, ...optionalParts(settings, before) }
}

const known = new Set(
  'title folder feed ap afp push every header query login publish summary search-engines credit section language time-zone order quiet pictures data-mining'.split(
    ' ',
  ),
)

/** Options with their values; one that is given twice has two. */
function settingsIn(args: string[]): Settings | string {
  const settings: Settings = {}
  for (let i = 0; i < args.length; i++) {
    const option = /^--([a-z-]+)$/.exec(args[i] ?? '')?.[1]
    if (option === undefined || !known.has(option)) return `There is no option ${args[i]}.`
    const value = option === 'push' ? '' : args[++i]
    if (value === undefined) return `--${option} wants a value.`
    ;(settings[option] ??= []).push(value)
  }
  return settings
}

const choices: Record<string, string[]> = {
  publish: ['by-itself', 'through-desk'],
  summary: ['off', 'extract', 'model'],
  'search-engines': ['index', 'noindex', 'canonical'],
  order: ['counter', 'time', ''],
  pictures: ['take', 'leave', ''],
  'data-mining': ['reserved', 'licensed', ''],
}

function wrongIn(settings: Settings): string | undefined {
  for (const [option, allowed] of Object.entries(choices)) {
    const value = settings[option]?.[0]
    if (value !== undefined && !allowed.includes(value))
      return `--${option} is one of ${allowed.filter(Boolean).join(', ')}.`
  }
  const given = (option: string): string | undefined => settings[option]?.[0]
  const [section, language] = [given('section'), given('language')]
  const [timeZone, quiet] = [given('time-zone'), given('quiet')]
  if (section && !/^[a-z0-9-]{1,40}$/.test(section)) return '--section wants the slug of a section.'
  if (language && !isLanguage(language)) return '--language wants a tag such as en or pt-BR.'
  if (timeZone && !isTimeZone(timeZone))
    return '--time-zone wants the name of a zone, such as Europe/Oslo.'
  if (quiet && !isWhole(quiet, 60, 90 * 24 * 3600)) return '--quiet wants seconds, at least 60.'
  return undefined
}

/** What may be absent; an empty value takes it away. */
function optionalParts(settings: Settings, before: Source | undefined): Partial<Source> {
  const text = (option: string, old: string | undefined): string | undefined =>
    (settings[option]?.[0] ?? old) || undefined
  const creditline = text('credit', before?.creditline)
  const section = text('section', before?.section)
  const language = text('language', before?.language)
  const timeZone = text('time-zone', before?.timeZone)
  const ordering = text('order', before?.ordering) as Source['ordering']
  const pictures = text('pictures', before?.pictures) as Source['pictures']
  const dataMining = text('data-mining', before?.dataMining) as Source['dataMining']
  const quiet = text('quiet', before?.usualInterval?.toString())
  return {
    ...(creditline === undefined ? {} : { creditline }),
    ...(section === undefined ? {} : { section }),
    ...(language === undefined ? {} : { language }),
    ...(timeZone === undefined ? {} : { timeZone }),
    ...(ordering === undefined ? {} : { ordering }),
    ...(pictures === undefined ? {} : { pictures }),
    ...(dataMining === undefined ? {} : { dataMining }),
    ...(quiet === undefined ? {} : { usualInterval: Number(quiet) }),
  }
}

async function channelFrom(settings: Settings, before: Channel): Promise<Channel | string> {
  const kinds = ['folder', 'feed', 'ap', 'afp', 'push'].filter((kind) => settings[kind])
  if (kinds.length > 1) return `A source delivers in one way, not by ${kinds.join(' and ')}.`
  const every = settings['every']?.[0]
  if (every !== undefined && !isWhole(every, shortestInterval, longestInterval))
    return `--every wants seconds, from ${shortestInterval} to ${longestInterval}.`
  const [kind] = kinds
  const value = kind === undefined ? '' : (settings[kind]?.[0] ?? '')
  const interval = every === undefined ? undefined : Number(every)
  if (kind === 'push') return { kind }
  if (kind === 'folder') return folderAt(value)
  if (kind === undefined) return changedChannel(before, settings, interval)
  if (!/^https?:\/\//.test(value)) return `--${kind} wants an address that begins with http.`
  if (kind === 'feed') return { kind, address: value, interval: interval ?? usualFeedInterval }
  const pages = kind as PagedChannel['pages']
  const blank = { kind: 'paged' as const, pages, address: value, headers: {} }
  return paged({ ...blank, interval: interval ?? usualPageInterval }, settings)
}

async function changedChannel(
  before: Channel,
  settings: Settings,
  interval: number | undefined,
): Promise<Channel | string> {
  const next = interval !== undefined && 'interval' in before ? { ...before, interval } : before
  if (next.kind === 'paged') return paged(next, settings)
  return settings['header'] || settings['query'] || settings['login']
    ? '--header, --query and --login go with --ap and --afp.'
    : next
}

async function paged(channel: PagedChannel, settings: Settings): Promise<PagedChannel | string> {
  const headers = { ...channel.headers }
  for (const line of settings['header'] ?? []) {
    const [, name, value] = /^([\w-]+):\s*(\S.*)$/.exec(line) ?? []
    if (name === undefined || value === undefined) return '--header wants "name: value".'
    headers[name.toLowerCase()] = value
  }
  const login = settings['login']?.[0] ?? channel.login
  if (login !== undefined && !/^[^:]+:./.test(login)) return '--login wants user:password.'
  const whole = { ...channel, headers, ...(login === undefined ? {} : { login }) }
  const file = settings['query']?.[0]
  if (file === undefined) return whole
  try {
    return { ...whole, query: JSON.parse(await readFile(file, 'utf8')) as unknown }
  } catch {
    return `--query wants a file with JSON; ${file} is none.`
  }
}

async function folderAt(path: string): Promise<Channel | string> {
  const whole = resolve(path)
  const about = await stat(whole).catch(() => undefined)
  return about?.isDirectory() ? { kind: 'folder', path: whole } : `There is no folder ${whole}.`
}

function isWhole(text: string, least: number, most: number): boolean {
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
