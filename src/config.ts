import { isAbsolute, resolve } from 'node:path'
import type { ModelConfig } from './summaries/summaries.ts'

/** Everything that an operator can set; `docs/configuration.md` says the same in words. */
export interface Config {
  port: number
  /** The address the server listens on. */
  host: string
  /** Scheme, host and port as readers use them. */
  origin: string
  dataFolder: string
  databaseUrl?: string
  /** Addresses of proxies whose `X-Forwarded-For` is believed. */
  trustedProxies: string[]
  /** Bearer token for `/metrics` from elsewhere than this machine. */
  metricsToken?: string
  logLevel: 'quiet' | 'normal' | 'all'
  /** The model that may write summaries; absent: none, and nothing leaves the house. */
  model?: ModelConfig
}

export class ConfigTrouble extends Error {
  override readonly name = 'ConfigTrouble'
}

type Environment = Record<string, string | undefined>

/** The only reader of the environment. Throws `ConfigTrouble` naming every problem at once. */
export function configFrom(env: Environment): Config {
  const problems: string[] = []
  const port = portFrom(env['PORT'], problems)
  const origin = originFrom(env['STANDFIRST_ORIGIN'], port, problems)
  const databaseUrl = databaseUrlFrom(env['DATABASE_URL'], problems)
  const logLevel = logLevelFrom(env['STANDFIRST_LOG'], problems)
  const model = modelFrom(env, problems)
  if (problems.length > 0) throw new ConfigTrouble(problems.join('\n'))
  const folder = env['STANDFIRST_DATA'] || 'data'
  return {
    port,
    host: env['HOST'] || '0.0.0.0',
    origin,
    dataFolder: isAbsolute(folder) ? folder : resolve(folder),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    trustedProxies: (env['STANDFIRST_PROXIES'] ?? '')
      .split(',')
      .map((address) => address.trim())
      .filter(Boolean),
    ...(env['STANDFIRST_METRICS_TOKEN'] ? { metricsToken: env['STANDFIRST_METRICS_TOKEN'] } : {}),
    logLevel,
    ...(model === undefined ? {} : { model }),
  }
}

function portFrom(text: string | undefined, problems: string[]): number {
  if (text === undefined || text === '') return 8080
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  problems.push(`PORT must be a whole number from 0 to 65535, not "${text}".`)
  return 8080
}

function originFrom(text: string | undefined, port: number, problems: string[]): string {
  if (!text) return `http://localhost:${port}`
  const url = URL.parse(text)
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username)
    return url.origin
  problems.push(`STANDFIRST_ORIGIN must be like https://news.example, not "${text}".`)
  return ''
}

function databaseUrlFrom(text: string | undefined, problems: string[]): string | undefined {
  if (!text) return undefined
  if (/^postgres(ql)?:\/\//.test(text)) return text
  problems.push('DATABASE_URL must start with postgres://; leave it out to use the data folder.')
  return undefined
}

const usualBudget = 200

/** A model is on where it is named; the rest has a usual value. */
function modelFrom(env: Environment, problems: string[]): ModelConfig | undefined {
  const name = env['STANDFIRST_MODEL_NAME']
  const kind = env['STANDFIRST_MODEL_KIND'] || 'openai'
  const given = env['STANDFIRST_MODEL_URL'] ?? ''
  const key = env['STANDFIRST_MODEL_KEY']
  if (!name) {
    if (given || key)
      problems.push(
        'STANDFIRST_MODEL_NAME must name the model; leave all of them out to have none.',
      )
    return undefined
  }
  if (kind !== 'openai' && kind !== 'anthropic') {
    problems.push(`STANDFIRST_MODEL_KIND must be openai or anthropic, not "${kind}".`)
    return undefined
  }
  const url = given || (kind === 'anthropic' ? 'https://api.anthropic.com' : '')
  const parsed = URL.parse(url)
  if (!parsed || !/^https?:$/.test(parsed.protocol) || parsed.username || parsed.search)
    problems.push(
      'STANDFIRST_MODEL_URL must be like http://localhost:11434/v1, without a password.',
    )
  const budget = Number(env['STANDFIRST_MODEL_BUDGET'] || usualBudget)
  if (!Number.isInteger(budget) || budget < 0)
    problems.push('STANDFIRST_MODEL_BUDGET must be a whole number of requests a day.')
  return { kind, url, name, dailyBudget: budget, ...(key ? { key } : {}) }
}

function logLevelFrom(text: string | undefined, problems: string[]): Config['logLevel'] {
  if (!text) return 'normal'
  if (text === 'quiet' || text === 'normal' || text === 'all') return text
  problems.push(`STANDFIRST_LOG must be quiet, normal or all, not "${text}".`)
  return 'normal'
}
