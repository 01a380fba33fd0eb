/** What names a NewsML 1 item whatever its revision. */
import { contentVersion } from '../../reading/fields/content-version.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { attribute, descendant, first, line, lineAt } from '../../xml/xml-tree.ts'

export interface Identity {
  uri: string
  version: string
  publicIdentifier: string
}

/** The stable part of the identifier; PublicIdentifier ends in the revision, which is cut off. */
export function identityOf(item: Element): Identity {
  const identifier = first(item, 'Identification', 'NewsIdentifier')
  const version = lineAt(identifier, 'RevisionId') ?? '1'
  const stated = lineAt(identifier, 'PublicIdentifier')
  const parts = ['ProviderId', 'DateId', 'NewsItemId'].map((name) => lineAt(identifier, name))
  const isWhole = stated !== undefined && !/^urn:newsml:[^:]*$/i.test(stated)
  const uri = isWhole ? withoutRevision(stated, version) : uriFromParts(item, parts, stated)
  if (uri === undefined) {
    throw new NotReadable(
      'The NewsML item has no identifier, so its versions could not be told apart.',
    )
  }
  return { uri, version, publicIdentifier: isWhole ? stated : uri }
}

/** Belga's public identifier names only Belga, and its DateId is the time of the revision. */
function uriFromParts(
  item: Element,
  parts: (string | undefined)[],
  stated: string | undefined,
): string | undefined {
  const [provider, date, id] = parts
  if (provider && id && stated !== undefined && !/^0*$/.test(id)) {
    return `urn:newsml:${provider}:${id}`
  }
  if (stated !== undefined) {
    const headline = line(descendant(item, 'HeadLine'))
    const name = headline && contentVersion(headline)
    return provider && date && name ? `urn:newsml:${provider}:${date}:${name}` : undefined
  }
  const isComplete = parts.every((part) => part !== undefined)
  return isComplete ? `urn:newsml:${parts.join(':')}` : derivedUri(item, parts)
}

function withoutRevision(identifier: string, version: string): string {
  const endings = ['', 'N', 'U', 'A'].map((update) => `:${version}${update}`)
  const ending = endings.find((one) => identifier.endsWith(one))
  return ending === undefined ? identifier : identifier.slice(0, -ending.length)
}

/** TASS names neither item nor revision; its own guid or the Duid of the component is stable. */
function derivedUri(item: Element, parts: (string | undefined)[]): string | undefined {
  const own = line(descendant(item, 'guid')) ?? attribute(first(item, 'NewsComponent'), 'Duid')
  return own && parts[0] ? `urn:newsml:${parts[0]}:${own}` : undefined
}
