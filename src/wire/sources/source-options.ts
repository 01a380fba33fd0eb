import { readFile, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { feedAt, intervalOf, isAddress } from './channel-settings.ts'
import { settledSource } from './source-settings.ts'
import type { Channel, PagedChannel, Source } from './sources.ts'

/** Agencies want their paged feeds to be asked often, and not more often than this. */
const usualPageInterval = 30

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
  const first = Object.entries(settings).map(([option, [value = '']]) => [option, value] as const)
  const source = settledSource(name, before, channel, Object.fromEntries(first))
  return 'wrong' in source ? `--${source.option} ${source.wrong}` : source
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

async function channelFrom(settings: Settings, before: Channel): Promise<Channel | string> {
  const kinds = ['folder', 'feed', 'ap', 'afp', 'push'].filter((kind) => settings[kind])
  if (kinds.length > 1) return `A source delivers in one way, not by ${kinds.join(' and ')}.`
  const interval = intervalOf(settings['every']?.[0])
  if (typeof interval === 'object') return `--every ${interval.wrong}`
  const [kind] = kinds
  const value = kind === undefined ? '' : (settings[kind]?.[0] ?? '')
  if (kind === 'push') return { kind }
  if (kind === 'folder') return folderAt(value)
  if (kind === undefined) return changedChannel(before, settings, interval)
  if (kind === 'feed') {
    const feed = feedAt(value, interval)
    return 'wrong' in feed ? `--feed ${feed.wrong}` : feed
  }
  if (!isAddress(value)) return `--${kind} wants an address that begins with http:// or https://.`
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
