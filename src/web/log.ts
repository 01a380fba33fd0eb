export type LogLevel = 'quiet' | 'normal' | 'all'

export interface Log {
  info(event: string, fields?: LogFields): void
  error(event: string, error: unknown, fields?: LogFields): void
  /** A finished request; which ones are written depends on the level. */
  request(fields: { method: string; route: string; status: number; ms: number }): void
}

type LogFields = Record<string, string | number | boolean>

/** Requests slower than this are worth a line, in milliseconds. */
const slow = 500

/**
 * One JSON line an event, on standard error. No addresses, no user agents, no query strings, no
 * text of a reader's: what is not needed to run the site is not written.
 */
export function logTo(write: (line: string) => void, level: LogLevel, now: () => Date): Log {
  const line = (kind: string, event: string, fields: object) =>
    write(`${JSON.stringify({ time: now().toISOString(), level: kind, event, ...fields })}\n`)
  return {
    info: (event, fields = {}) => {
      if (level !== 'quiet') line('info', event, fields)
    },
    error: (event, error, fields = {}) =>
      line('error', event, { ...fields, error: wordsOf(error) }),
    request: (fields) => {
      const isNotable = fields.status >= 500 || fields.ms >= slow
      if (level === 'all' || (level === 'normal' && isNotable)) line('info', 'request', fields)
    },
  }
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
