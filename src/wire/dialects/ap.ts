import type { WireItem } from '../item.ts'
import { hold } from '../reading/fill-item.ts'

/**
 * AP's ninjs names an item by the address at which its interface gave it out, with the asker's tokens
 * and those of this one answer in the query. Its JSON and NewsML-G2 name the same item by a tag.
 */
export function withoutApTokens(uri: string): string {
  const id = /^https?:\/\/[\w.-]*\bap\.org\/media\/v\/content\/([\da-f]{16,64})(?:[/?#]|$)/i.exec(
    uri,
  )
  return id?.[1] === undefined ? uri : apUri(id[1])
}

/** An item of AP by its number. */
export function apUri(id: string): string {
  return `tag:ap.org,2011:${id}`
}

/** What AP says of an item in its editorial types that is for editors alone, whatever its status says. */
const closingTypes: Readonly<Record<string, string>> = {
  kill: 'AP has killed it',
  elimination: 'AP has eliminated it',
  withhold: 'AP withholds it',
  holdforrelease: 'AP holds it for release',
  disregard: 'AP asks to disregard it',
  advisory: 'it is an advisory of AP to editors',
}

/** Holds what the editorial types or the signals of an item keep from readers. */
export function holdWhatApCloses(
  item: WireItem,
  types: readonly string[],
  signals: readonly string[],
): void {
  for (const type of types) {
    const name = type.replace(/[\s_-]/g, '').toLowerCase()
    const reason = Object.hasOwn(closingTypes, name) ? closingTypes[name] : undefined
    if (reason !== undefined && item.pubStatus === 'usable')
      hold(item, `${reason} (editorial type "${type}")`)
  }
  if (signals.some((signal) => /^test$/i.test(signal))) hold(item, 'AP has marked it as a test')
}
