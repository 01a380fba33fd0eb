/** What names an NITF document whatever its version. */
import { contentVersion } from '../../reading/fields/content-version.ts'
import { fetchable } from '../../markup/links.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { attribute, descendant, descendants, first, line } from '../../xml/xml-tree.ts'

interface Identity {
  uri: string
  version: string
}

/**
 * Its id, or else the key of its family, its address at the sender's, or its source, day and headline
 * (AP's bare renditions).
 */
export function identityOf(nitf: Element, docdata: Element | undefined): Identity {
  const docId = first(docdata, 'doc-id')
  const registrar = attribute(docId, 'regsrc')
  const key = first(docdata, 'du-key')
  const family = attribute(key, 'key')
  const version = attribute(key, 'version') || momentOf(docdata) || '1'
  // A "unique news object" of NITF 3 is the same as the id, which some leave empty.
  const id = attribute(docId, 'id-string') || attribute(nitf, 'uno')
  if (id) {
    // NTB ends the id in the count of versions less one; the family's key is the stable part.
    const stable = family && id.startsWith(`${family}_`) ? family : id
    return { uri: uriOf(stable, registrar), version }
  }
  if (family) return { uri: `urn:nitf:${registrar ?? 'unknown'}:${family}`, version }
  const address = addressOf(nitf)
  if (address) return { uri: address, version }
  const headline = line(descendant(first(nitf, 'body', 'body.head'), 'hl1'))
  const day = dayOf(nitf, docdata)
  if (!headline || !day) {
    throw new NotReadable(
      'The NITF document has no doc-id, so its versions could not be told apart.',
    )
  }
  const name = contentVersion(`${day} ${headline}`)
  return { uri: `urn:nitf:${registrar ?? 'unknown'}:${day}:${name}`, version }
}

export function uriOf(id: string, registrar: string | undefined): string {
  return registrar ? `urn:nitf:${registrar}:${id}` : `urn:nitf:${id}`
}

/** Where the document stands at its sender's, if it says so. */
function addressOf(nitf: Element): string | undefined {
  const head = first(nitf, 'head')
  const canonical = descendants(head, 'meta').find(
    (one) => attribute(one, 'name')?.toLowerCase() === 'canonical',
  )
  return fetchable(attribute(canonical, 'content') ?? attribute(first(head, 'pubdata'), 'ex-ref'))
}

/** Without a number the time of issue tells one version from another. */
function momentOf(docdata: Element | undefined): string | undefined {
  const norm = attribute(first(docdata, 'date.issue'), 'norm')
  // A pattern in its place (Canadian Press) is no time.
  return norm !== undefined && /^\d/.test(norm) ? norm : undefined
}

function dayOf(nitf: Element, docdata: Element | undefined): string | undefined {
  const pubdata = first(nitf, 'head', 'pubdata')
  const stated =
    attribute(first(docdata, 'date.issue'), 'norm') ??
    attribute(first(docdata, 'date.release'), 'norm') ??
    attribute(pubdata, 'date.publication')
  return stated?.slice(0, 8)
}
