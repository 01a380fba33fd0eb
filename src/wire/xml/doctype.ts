/**
 * What a DOCTYPE may say. Nothing it names is ever loaded. Old wires declare letters (`eacute`) and
 * include the modules of a DTD by relative path; those are harmless. Entities that hold text or
 * other entities, and parameter entities from elsewhere, are how XML is abused: the file is refused.
 */
import { NotReadable } from './not-readable.ts'
import { MAX_DOCTYPE } from './xml-limits.ts'

const predefined = new Set(['lt', 'gt', 'amp', 'apos', 'quot'])

/** A path like "../nitf/dtd/nitf-3-0.dtd": no scheme, no host, not from the root. */
const relativeDtd = /^[\w.][\w./-]*\.(?:dtd|mod|ent)$/i

const internalLetter =
  /^([\p{L}_][\p{L}\p{N}_.-]*)\s+(["'])(?:&#(\d{1,7});|&#x([\da-f]{1,6});|([^\0-\x7f]))\2\s*$/iu

const external =
  /^(%\s+)?[^\s%"']+\s+(?:SYSTEM|PUBLIC\s+(?:"[^"]*"|'[^']*'))\s+(["'])([^"']*)\2(\s+NDATA\s+\S+)?\s*$/

/** The single letters, by number or beyond ASCII, that a DOCTYPE defines, by name. Throws where it declares anything more. */
export function lettersDeclared(doctype: string): Map<string, string> {
  if (doctype.length > MAX_DOCTYPE) throw new NotReadable('The DOCTYPE is too long to be harmless.')
  const letters = new Map<string, string>()
  for (const declaration of doctype.split(/<!ENTITY\b/).slice(1)) {
    const body = declarationBody(declaration).trim()
    const letter = internalLetter.exec(body)
    const [, name = '', , decimal, hex, literal] = letter ?? []
    if (letter && !predefined.has(name)) {
      letters.set(name, literal ?? characterOf(decimal ? Number(decimal) : parseInt(hex ?? '', 16)))
    } else if (!isHarmlessExternal(body)) {
      throw new NotReadable(
        'The DOCTYPE declares entities, which can pull in other files or blow up the text; ask the source to send the file without them.',
      )
    }
  }
  return letters
}

/** Every name that a DOCTYPE gives a meaning to, which then is not HTML's. */
export function namesDeclared(doctype: string): string[] {
  return [...doctype.matchAll(/<!ENTITY\s+(?:%\s+)?([^\s%"'>]+)/g)].map(([, name = '']) => name)
}

/** Up to the ">" that ends the declaration, quotes respected. */
function declarationBody(text: string): string {
  return /^(?:"[^"]*"|'[^']*'|[^"'>])*/.exec(text)?.[0] ?? ''
}

/** An external general entity is never read, and using it is an error; a module must be relative. */
function isHarmlessExternal(body: string): boolean {
  const [matched, parameter, , address = ''] = external.exec(body) ?? []
  if (matched === undefined) return false
  return parameter ? relativeDtd.test(address) : true
}

function characterOf(code: number): string {
  const allowed = code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
  if (!allowed) throw new NotReadable('The DOCTYPE declares a character that cannot be written.')
  return String.fromCodePoint(code)
}
