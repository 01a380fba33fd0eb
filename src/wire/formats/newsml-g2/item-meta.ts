/** itemMeta of NewsML-G2: what the version is, whether it may be shown, and what it does. */
import * as fill from '../../reading/fill-item.ts'
import type { Association, Signal, WireItem } from '../../item.ts'
import { blocksOf } from '../../markup/markup.ts'
import { textOf } from '../../../articles/body/body.ts'
import { embargoStated, isEmbargoName } from '../../reading/fields/own-embargoes.ts'
import { localPart } from '../../reading/fields/subjects.ts'
import type { Element, Node } from '../../xml/xml-tree.ts'
import { all, attribute, elements, first, line, lineAt, rawText } from '../../xml/xml-tree.ts'
import { readInfomaker } from '../../dialects/infomaker.ts'
import { codeOf } from './codes.ts'
import { stated } from '../../reading/stated.ts'

const understood = new Set(
  'itemclass provider versioncreated firstcreated embargoed pubstatus ednote signal link title generator profile service filename expires role memberof located'.split(
    ' ',
  ),
)

export function readItemMeta(out: WireItem, meta: Element): void {
  const kind = localPart(codeOf(first(meta, 'itemClass')))
  if (kind !== '') out.type = kind.toLowerCase()
  fill.time(out, 'versionCreated', lineAt(meta, 'versionCreated'))
  fill.time(out, 'firstCreated', lineAt(meta, 'firstCreated'))
  readStatus(out, meta)
  for (const embargoed of all(meta, 'embargoed')) fill.embargo(out, line(embargoed), 'embargoed')
  readExpiry(out, meta)
  for (const note of all(meta, 'edNote')) readNote(out, note)
  for (const one of all(meta, 'signal')) readSignal(out, codeOf(one))
  const messageType = attribute(first(meta, 'itemClass'), 'msgType')
  if (messageType) readSignal(out, `rtr:msgType:${messageType}`)
  for (const link of all(meta, 'link')) readLink(out, link)
  readOwnEmbargoes(out, meta)
  for (const other of elements(meta)) {
    if (!understood.has(other.name.toLowerCase()) && !readInfomaker(out, other)) {
      fill.keepExtra(out, other.name, line(other) ?? codeOf(other) ?? '')
    }
  }
}

/** Extension properties of senders that name an embargo, about the item or its content. */
export function readOwnEmbargoes(out: WireItem, meta: Element): void {
  for (const property of elements(meta)) {
    const type = attribute(property, 'type') ?? attribute(property, 'rel') ?? ''
    if (!/ExtProperty$/.test(property.name) || !isEmbargoName(type)) continue
    embargoStated(out, type, attribute(property, 'value') ?? line(property) ?? '')
  }
}

/** Absent means usable in NewsML-G2; several that differ, or one without a code, stay closed. */
function readStatus(out: WireItem, meta: Element): void {
  const given = all(meta, 'pubStatus')
  const words = new Set(given.map((one) => localPart(codeOf(one)).toLowerCase()))
  if (words.size === 0) return
  if (words.size > 1) fill.status(out, [...words].join(' and '))
  else if (words.has('embargoed')) fill.embargoedStatus(out, lineAt(meta, 'embargoed'))
  else fill.status(out, [...words][0])
}

/** The plain expiry is the item's; those for one use only (web, archive) are kept beside it. */
function readExpiry(out: WireItem, meta: Element): void {
  for (const expires of all(meta, 'expires')) {
    const use = attribute(expires, 'pubconstraint')
    fill.expiry(out, line(expires), use)
    if (use !== undefined) fill.keepExtra(out, `expires ${use}`, line(expires) ?? '')
  }
}

/** dpa's one-sentence correction and STT's public note are written for readers; nothing else is. */
const publicRoles = /^(?:.*:)?correctionshort$|^sttnote:public$/i
const nonPublic = /nonpublic|private/i

function readNote(out: WireItem, note: Element): void {
  const role = attribute(note, 'role') ?? ''
  const forReaders =
    publicRoles.test(role) && !nonPublic.test(attribute(note, 'pubconstraint') ?? '')
  const hasMarkup = elements(note).length > 0
  const text = hasMarkup ? textOf(blocksOf(note).blocks) : rawText(note)
  fill.note(out, text, forReaders)
  if (/(?:^|:)embargo/i.test(role) && out.embargoed === undefined) {
    fill.hold(out, 'a note of the role embargo is given but no embargo time')
  }
}

const signalKinds: [RegExp, Signal['kind']][] = [
  [/(?:^|[:/])correction$|(?:sig:|signal\/)correct|edStat:C$/i, 'correction'],
  [/(?:sig:|signal\/)update|edStat:U$/i, 'update'],
  [/tt_sig:replace|rtr:msgType:R$|(?:sig:|signal\/)replace/i, 'replace'],
  [
    /edStat:D$|rtr:msgType:D$|stat:withdrawn|(?:sig:|signal\/|^)(?:kill|withdraw|withhold|hold$|cancell?ation|delete)/i,
    'withdraw',
  ],
]

export function readSignal(out: WireItem, code: string | undefined): void {
  if (!code) return
  const kind = signalKinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'provider'
  fill.signal(out, kind, code)
  if (kind === 'withdraw' && out.pubStatus === 'usable') {
    fill.hold(out, `its signal "${code}" takes a story down though its status says usable`)
  }
}

const following =
  /prevVersion|evolvedFrom|derivedFrom|processedFrom|replaces|translatedFrom|isTranslationOf/i

function readLink(out: WireItem, link: Element): void {
  const rel = attribute(link, 'rel') ?? 'irel:seeAlso'
  const version = attribute(link, 'version')
  // STT names the version before this one so.
  const before = attribute(link, 'guidref')
  if (before) return fill.signal(out, 'previous', `guidref ${before} version ${version ?? ''}`)
  const target = attribute(link, 'residref') ?? attribute(link, 'href')
  if (!target) return
  if (following.test(rel)) {
    fill.signal(out, 'previous', `${rel} ${target}${version ? ` version ${version}` : ''}`)
    return
  }
  ;(out.associations ??= []).push(associationOf(link, rel, target))
}

function associationOf(link: Element, rel: string, uri: string): Association {
  const title = first(link, 'title')
  const isCaption = localPart(attribute(title, 'role')) === 'caption'
  const media = attribute(link, 'contenttype') ?? ''
  const kind = localPart(codeOf(first(link, 'itemClass')))
  const type = kind || (media.startsWith('image/') ? 'picture' : undefined)
  // Beside the name of the picture's own item, an address is where its file is (dpa, AP).
  const isFile = attribute(link, 'residref') || media.startsWith('image/')
  const address = isFile && attribute(link, 'href')
  const href = lineAt(link, 'filename') ?? (type === 'picture' ? address : undefined)
  const values = {
    version: attribute(link, 'version'),
    type,
    headline: isCaption ? undefined : (line(title) ?? lineAt(link, 'headline')),
    description: isCaption ? line(title) : captionOf(first(link, 'description')),
  }
  const contentType = media.includes('/') ? { contentType: media } : {}
  return {
    rel,
    uri,
    ...stated(values),
    renditions: href ? [{ name: 'main', href, ...contentType }] : [],
  }
}

/** GlobeNewswire ends it with a link to the picture in its full size. */
function captionOf(description: Element | undefined): string | undefined {
  return line(description && { ...description, children: description.children.filter(isText) })
}

function isText(node: Node): boolean {
  return typeof node === 'string'
}
