import { silence } from './impatient-pool.ts'

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
export function conflictOf(error: unknown): 'duplicate' | 'missing-parent' | undefined {
  const code = codeOf(error)
  if (code === '23505') return 'duplicate'
  return code === '23503' ? 'missing-parent' : undefined
}

export function codeOf(error: unknown): string | undefined {
  return (error as { code?: string }).code
}

/** Of the network, and of a server that stops, starts, has no room for us or may only be read. */
const away =
  /^(E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NETUNREACH|AI_AGAIN|NOTFOUND)|08\w{3}|57P0\d|57014|53[023]00|25006)$/

/** A server that stops takes its socket file away. */
function lacksSocket(error: unknown): boolean {
  const { code, syscall } = error as { code?: string; syscall?: string }
  return code === 'ENOENT' && syscall === 'connect'
}

/** What node-postgres says without a code when a connection ends under it or cannot be had. */
const awayWords =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

/** Whether the server is not there for us just now, or has no room left. */
export function outageOf(error: unknown): 'away' | 'full' | undefined {
  const code = codeOf(error)
  if (code === '53100') return 'full'
  if (code !== undefined) return away.test(code) || lacksSocket(error) ? 'away' : undefined
  const { message = '' } = error as { message?: string }
  return message === silence || awayWords.test(message) ? 'away' : undefined
}
