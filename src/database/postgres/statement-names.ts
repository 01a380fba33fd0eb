/** The server keeps a plan for each name on each connection: some 20 KB. */
const mostNames = 400

/** What a copy of the tables declares and fetches is asked once. */
const isRepeated = /^(?:select|insert|update|delete|with|begin|commit|rollback)\b/

const names = new Map<string, string>()
let edition = 0

/**
 * The name under which the server keeps a statement prepared, so that it reads and plans it once
 * per connection and not each time; undefined for those beyond what is worth keeping.
 */
export function statementName(text: string): string | undefined {
  const known = names.get(text)
  if (known !== undefined) return known
  if (names.size >= mostNames || !isRepeated.test(text)) return undefined
  const name = `standfirst-${names.size}-${edition}`
  names.set(text, name)
  return name
}

/**
 * Another process has migrated, and "select *" gives other columns than were planned for. From now
 * on every statement has another name, so that it is prepared anew.
 */
export function forgetStatements(): void {
  edition++
  names.clear()
}

/** What the server says to a prepared statement whose columns are others by now. */
export function isOutdated(error: unknown): boolean {
  return error instanceof Error && /cached plan must not change result type/.test(error.message)
}
