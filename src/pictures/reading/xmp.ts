import { SaxesParser } from 'saxes'
import type { PictureMetadata } from '../picture.ts'

/** A packet larger than this is an editing history, in bytes. */
const largestPacket = 1024 * 1024

/** Fields by their full names: IPTC Photo Metadata 2023.2, Adobe's XMP, PLUS. */
const fields: Record<string, keyof PictureMetadata> = {
  'http://purl.org/dc/elements/1.1/description': 'caption',
  'http://purl.org/dc/elements/1.1/creator': 'creator',
  'http://purl.org/dc/elements/1.1/rights': 'copyright',
  'http://ns.adobe.com/photoshop/1.0/Headline': 'headline',
  'http://ns.adobe.com/photoshop/1.0/Credit': 'credit',
  'http://ns.adobe.com/photoshop/1.0/Source': 'source',
  'http://ns.adobe.com/photoshop/1.0/Instructions': 'instructions',
  'http://ns.adobe.com/photoshop/1.0/DateCreated': 'created',
  'http://ns.adobe.com/xap/1.0/rights/UsageTerms': 'usageTerms',
  'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/AltTextAccessibility': 'altText',
  'http://iptc.org/std/Iptc4xmpExt/2008-02-29/DigitalSourceType': 'digitalSourceType',
  'http://prismstandard.org/namespaces/prismusagerights/2.1/expirationDate': 'expires',
}
const rdf = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#'
const exif = 'http://ns.adobe.com/exif/1.0/'

interface Open {
  name: string
  text: string
  language: string
}

/** What an XMP packet says, of several languages the first or the one marked as default. */
export function xmpFields(block: Buffer | undefined): PictureMetadata {
  if (!block || block.length > largestPacket) return {}
  const values = new Map<string, { language: string; text: string }[]>()
  const metadata: PictureMetadata = {}
  const note = (name: string, text: string, language = ''): void => {
    if (name.startsWith(`${exif}GPSL`)) metadata.hasPosition = true
    if (text.trim() !== '') values.set(name, [...(values.get(name) ?? []), { language, text }])
  }
  walk(
    block
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .replace(/\0+$/, ''),
    note,
  )
  for (const [name, field] of Object.entries(fields)) {
    const found = values.get(name)
    const first = found?.find(({ language }) => language === 'x-default') ?? found?.[0]
    if (!found || !first) continue
    const text = field === 'creator' ? found.map((one) => one.text).join(', ') : first.text
    const value = field === 'expires' ? expiry(text) : text
    if (value !== undefined) Object.assign(metadata, { [field]: value })
  }
  return metadata
}

/** Gives each property of the description with its text, however RDF wraps it. */
function walk(packet: string, note: (name: string, text: string, language?: string) => void): void {
  const parser = new SaxesParser({ xmlns: true, fragment: true })
  const path: Open[] = []
  parser.on('doctype', () => {
    throw new Error('A packet has no document type.')
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const all = Object.values(attributes)
    const language = all.find((one) => one.prefix === 'xml' && one.local === 'lang')?.value ?? ''
    path.push({ name: uri + local, text: '', language })
    if (uri !== rdf || local !== 'Description') return
    for (const attribute of all) note(attribute.uri + attribute.local, attribute.value)
  })
  parser.on('text', (text) => {
    const open = path.at(-1)
    if (open) open.text += text
  })
  parser.on('closetag', () => {
    const closed = path.pop()
    if (!closed) return
    const property = [closed, ...path.toReversed()].find(({ name }) => !name.startsWith(rdf))
    if (property) note(property.name, closed.text, closed.language)
  })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(packet).close()
}

/** Programs write the property empty where there is none; what cannot be read stays as it is. */
function expiry(text: string): string | undefined {
  const time = new Date(text)
  if (text.trim() === '') return undefined
  return Number.isNaN(time.getTime()) ? text : time.toISOString()
}
