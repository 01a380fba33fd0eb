/**
 * NITF 3.x (IPTC, https://iptc.org/standards/nitf/) as AP, PA, CP, NTB, AAP and EFE send it. Their
 * dialects put urgency inside or outside docdata and write dates in three forms; a date that is not
 * one in `date.release` closes the item only if its status speaks of an embargo or the date means it.
 */
import { completeItem } from '../../reading/complete-item.ts'
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { embargoStated, isEmbargoName } from '../../reading/fields/own-embargoes.ts'
import { matchFirst } from '../../reading/fields/holdings.ts'
import { keywordsIn } from '../../reading/fields/keywords.ts'
import { addConcept, addKeyword, subjectCode } from '../../reading/fields/subjects.ts'
import { isFromAap, withoutLineEnds } from '../../dialects/aap.ts'
import { withoutAnsaLines } from '../../dialects/ansa.ts'
import type { Element } from '../../xml/xml-tree.ts'
import {
  all,
  attribute,
  descendant,
  descendants,
  elements,
  first,
  line,
  lineAt,
} from '../../xml/xml-tree.ts'
import { regionOfUse, timeOfUse } from '../../rights/fields-of-use.ts'
import { stopsInWords } from '../teletype/kill-lines.ts'
import { readNitfBody, readNitfHead } from './body.ts'
import { identityOf, uriOf } from './identity.ts'
import type { Source } from '../source.ts'

export function readNitf(given: Element, source: Source): WireItem {
  const head = first(given, 'head')
  const docdata = first(head, 'docdata') ?? first(given, 'docdata')
  if (!first(given, 'body') && !docdata) {
    throw new NotReadable('The NITF document has neither docdata nor a body.')
  }
  const out = fill.blankItem({ ...identityOf(given, docdata), format: 'NITF' }, source)
  readManagement(out, given, docdata)
  readDates(out, head, docdata)
  const nitf = withoutAnsaLines(out, isFromAap(given) ? withoutLineEnds(given) : given)
  readNitfHead(out, nitf)
  readAbout(out, head, docdata)
  readRights(out, docdata)
  readRightsInHead(out, nitf)
  const stated =
    attribute(nitf, 'baselang') ??
    attribute(nitf, 'xml:lang') ??
    attribute(first(nitf, 'body'), 'xml:lang')
  fill.give(out, 'language', stated ?? metaOf(head, /^(?:article-)?language$/i))
  const body = readNitfBody(out, nitf)
  const distributor = line(descendant(first(nitf, 'body', 'body.head'), 'distributor'))
  const providers = [
    attribute(first(docdata, 'doc-id'), 'regsrc'),
    ...descendants(docdata, 'from-src').map((one) => attribute(one, 'src-name')),
    distributor,
    attribute(first(docdata, 'doc.copyright'), 'holder'),
  ]
  fill.give(out, 'creditline', distributor)
  return completeItem(out, body, { ...source, providers })
}

/**
 * What an NITF document says of itself inside an item of another format: it may close the item, never
 * open it, and fills what the item left out.
 */
export function readNestedDocdata(out: WireItem, nitf: Element): void {
  const head = first(nitf, 'head')
  const docdata = first(head, 'docdata') ?? first(nitf, 'docdata')
  if (!docdata) return
  const outer = out.pubStatus
  readManagement(out, nitf, docdata)
  if (outer !== 'usable') out.pubStatus = outer
  if (out.keywords === undefined) readKeywords(out, docdata)
  if (out.subjects.length === 0) readSubjects(out, head)
}

function readManagement(out: WireItem, nitf: Element, docdata: Element | undefined): void {
  const status = attribute(docdata, 'management-status')
  const release = attribute(first(docdata, 'date.release'), 'norm')
  if (status?.toLowerCase() === 'embargoed') fill.embargoedStatus(out, release)
  else {
    if (status !== undefined) fill.status(out, status)
    // AAP and ANSA repeat the time of issue as the time of release: it is released as it comes.
    const issued = attribute(first(docdata, 'date.issue'), 'norm')
    if (release !== undefined && release !== issued) fill.embargo(out, release, 'date.release')
  }
  const other = attribute(docdata, 'management-doc-idref')
  if (other) {
    const headline = line(descendant(first(nitf, 'body', 'body.head'), 'hl1')) ?? ''
    const what = attribute(docdata, 'management-idref-status') ?? 'changed'
    fill.signal(out, /cancel|withh/i.test(what) ? 'withdraw' : 'previous', `${other} is ${what}`)
    const pubStatus = /cancel/i.test(what) ? 'canceled' : 'withheld'
    const registrar = attribute(first(docdata, 'doc-id'), 'regsrc')
    if (/cancel|withh/i.test(what))
      out.standfirst.stops = { uri: uriOf(other, registrar), pubStatus }
    if (stopsInWords(headline))
      fill.hold(out, 'it is a message to editors that stops another story')
  }
  readCorrection(out, docdata)
  readOriginal(out, nitf)
  readEmbargoInMeta(out, nitf)
  for (const message of descendants(docdata, 'ed-msg')) {
    fill.note(out, attribute(message, 'info'))
  }
  const urgency = attribute(first(docdata, 'urgency'), 'ed-urg')
  fill.urgency(out, urgency)
}

/** The document corrects one sent before: itself, or another that it names. */
function readCorrection(out: WireItem, docdata: Element | undefined): void {
  for (const correction of all(docdata, 'correction')) {
    const other = attribute(correction, 'id-string')
    fill.signal(out, 'correction', attribute(correction, 'info') || 'correction')
    fill.note(out, attribute(correction, 'info'))
    const names = other && uriOf(other, attribute(correction, 'regsrc'))
    if (!names || names === out.uri || other === attribute(first(docdata, 'doc-id'), 'id-string'))
      continue
    fill.signal(out, 'previous', names)
    fill.hold(out, matchFirst)
  }
}

/** DTI's correction of a story names it in the head. */
function readOriginal(out: WireItem, nitf: Element): void {
  const original = lineAt(nitf, 'head', 'original-storyid')
  if (original === undefined) return
  fill.signal(out, 'correction', `corrects ${original}`)
  fill.hold(out, matchFirst)
}

/** Senders' own meta elements: an embargo by its name, a status that keeps the document back. */
function readEmbargoInMeta(out: WireItem, nitf: Element): void {
  for (const meta of descendants(first(nitf, 'head'), 'meta')) {
    const name = attribute(meta, 'name') ?? ''
    const content = attribute(meta, 'content') ?? ''
    if (isEmbargoName(name)) embargoStated(out, name, content)
    const isBack = /^(?:kill|cancel|withh|withdraw|hold|embargo|spike)/i.test(content)
    if (/^(?:pub|publication|management)?[-_. ]?status$/i.test(name) && isBack)
      fill.hold(out, `its status in a meta element is "${content.slice(0, 40)}"`)
  }
}

/**
 * Canadian Press sends the pattern of a date where it has none. As a time of issue that says
 * nothing; as a time of release it stays unreadable, and a person decides.
 */
function isPlaceholder(date: string): boolean {
  return /^Y{4}M{2}D{2}/i.test(date)
}

function readDates(out: WireItem, head: Element | undefined, docdata: Element | undefined): void {
  const at = (name: string): string | undefined => {
    const date = attribute(first(docdata, name), 'norm')
    return date && isPlaceholder(date) ? undefined : date
  }
  fill.time(out, 'versionCreated', at('date.issue'))
  // Archives of newspapers name nothing but the day on which it stood in the paper.
  fill.time(out, 'versionCreated', attribute(first(head, 'pubdata'), 'date.publication'))
  const end = first(docdata, 'date.expire')
  const until = attribute(end, 'norm') ?? line(end)
  if (end && !isPlaceholder(until ?? '')) fill.expiry(out, until)
}

function readAbout(out: WireItem, head: Element | undefined, docdata: Element | undefined): void {
  fill.urgency(out, attribute(first(head, 'urgency'), 'ed-urg'))
  const slug = metaOf(head, /^(?:slug|slugline|NTBStikkord|anpa-keyword)$/i)
  fill.give(out, 'slugline', slug ?? nameOf(docdata) ?? attribute(first(docdata, 'du-key'), 'key'))
  readSubjects(out, head)
  for (const property of descendants(head, 'tobject.property')) {
    const name = attribute(property, 'tobject.property.type')
    if (name && name.toLowerCase() !== 'current') addConcept(out, 'genres', { name })
  }
  readKeywords(out, docdata)
  readIdentified(out, docdata)
  for (const word of metaOf(head, /^article-keywords$/i)?.split(',') ?? []) addKeyword(out, word)
  const place = first(docdata, 'evloc')
  fill.give(out, 'located', attribute(place, 'city') ?? attribute(place, 'state-prov'))
  readSeries(out, docdata)
  for (const change of all(head, 'revision-history')) {
    const comment = attribute(change, 'comment')
    if (/\bwritethru\b/i.test(comment ?? '')) fill.signal(out, 'replace', comment)
    if (/^(?:CORRECTS?|CORRECTION)\b/.test(comment ?? '')) fill.signal(out, 'correction', comment)
    else if (/^(?:ADDS|UPDATES?|RECASTS?)\b/.test(comment ?? ''))
      fill.signal(out, 'update', comment)
    else if (comment) fill.keepExtra(out, 'revision-history', comment)
  }
}

function readSubjects(out: WireItem, head: Element | undefined): void {
  for (const subject of descendants(head, 'tobject.subject')) {
    const number = attribute(subject, 'tobject.subject.refnum')
    const names = ['type', 'matter', 'detail'].map((part) =>
      attribute(subject, `tobject.subject.${part}`),
    )
    const name = names.findLast((one) => one)
    if (number && /^\d{7,8}$/.test(number)) addConcept(out, 'subjects', subjectCode(number, name))
    else if (name) addConcept(out, 'subjects', { name })
  }
}

function readKeywords(out: WireItem, docdata: Element | undefined): void {
  const stated = descendants(docdata, 'keyword').map((one) => attribute(one, 'key') ?? line(one))
  for (const words of stated) {
    for (const word of keywordsIn(words ?? '', stated.length === 1)) addKeyword(out, word)
  }
}

/** Newspapers' systems write the slug into the name of the document, others the name of a file. */
function nameOf(docdata: Element | undefined): string | undefined {
  const name = attribute(first(docdata, 'doc-name'), 'name-string')
  return name !== undefined && /\.\w{2,4}$/.test(name) ? undefined : name
}

const identified = { person: 'people', org: 'organisations', location: 'places' } as const

/** Whom and what the whole document is about, as indexers of archives write it. */
function readIdentified(out: WireItem, docdata: Element | undefined): void {
  for (const one of elements(first(docdata, 'identified-content'))) {
    const name = placeIn(one) ?? line(one) ?? attribute(one, 'value')
    const kind = one.name.toLowerCase()
    if (name === undefined) continue
    if (kind in identified) addConcept(out, identified[kind as keyof typeof identified], { name })
    else if (kind !== 'classifier') continue
    // A path of a site's own sections is no keyword.
    else if (name.includes('/')) fill.keepExtra(out, 'classifier', name)
    else addKeyword(out, name)
  }
}

/** Of an address in parts, the town or what is next above it. */
function placeIn(location: Element): string | undefined {
  const parts = ['city', 'region', 'state', 'country'].map((name) => lineAt(location, name))
  return parts.find((part) => part !== undefined)
}

/** What a meta of that name says (NTB, AAP, GlobeNewswire). */
function metaOf(head: Element | undefined, name: RegExp): string | undefined {
  const meta = descendants(head, 'meta').find((one) => name.test(attribute(one, 'name') ?? ''))
  return attribute(meta, 'content')
}

/** A series of no known length goes on for days; only one that ends is a story in parts. */
function readSeries(out: WireItem, docdata: Element | undefined): void {
  const parts = all(docdata, 'series').map((series) => ({
    part: attribute(series, 'series.part'),
    total: attribute(series, 'series.totalpart'),
  }))
  parts.push({ part: attribute(first(docdata, 'du-key'), 'part'), total: undefined })
  for (const { part, total } of parts) {
    if (!/^[1-9]\d?$/.test(part ?? '') || total === '0') continue
    const of = /^[1-9]\d?$/.test(total ?? '') ? Number(total) : undefined
    out.standfirst.take ??= { part: Number(part), ...(of === undefined ? {} : { of }) }
    if (Number(part) > 1) fill.signal(out, 'take', `part ${part}`)
  }
  fill.give(out, 'slugline', attribute(first(docdata, 'series'), 'series.name'))
}

function readRights(out: WireItem, docdata: Element | undefined): void {
  const copyright = first(docdata, 'doc.copyright')
  const holder = attribute(copyright, 'holder')
  const year = attribute(copyright, 'year')
  fill.give(out, 'copyrightHolder', holder)
  if (holder && year) fill.give(out, 'copyrightNotice', `(c) ${year} ${holder}`)
  const rights = first(docdata, 'doc.rights')
  const region = attribute(rights, 'geography')
  // A letter that became a blank must not lift the limit.
  const limitations = attribute(rights, 'limitations') ?? attribute(rights, 'limitation')
  const limits = [limitations ?? line(rights), regionOfUse(region)]
  fill.give(out, 'usageTerms', limits.filter((one) => one).join(' ; '))
  timeOfUse(out, attribute(rights, 'startdate'), attribute(rights, 'enddate'))
}

/** The same for readers, in the head of the text: its dates are attributes, or words. */
function readRightsInHead(out: WireItem, nitf: Element): void {
  const rights = descendant(first(nitf, 'body', 'body.head'), 'rights')
  const [start, end] = [first(rights, 'rights.startdate'), first(rights, 'rights.enddate')]
  const at = (one: Element | undefined) => one && (attribute(one, 'norm') ?? line(one) ?? '')
  timeOfUse(out, at(start), at(end))
  const region = lineAt(rights, 'rights.geography')
  const limits = [lineAt(rights, 'rights.limitations'), regionOfUse(region)]
  fill.give(out, 'usageTerms', limits.filter((one) => one).join(' ; '))
  fill.give(out, 'copyrightHolder', lineAt(rights, 'rights.owner'))
}
