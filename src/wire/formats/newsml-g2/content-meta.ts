/** contentMeta of NewsML-G2: lines, places, subjects. */
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { addConcept, addKeyword, conceptOf, localPart } from '../../reading/fields/subjects.ts'
import { withEscapedHtml } from '../../markup/html/escaped-html.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, elements, first, line, lineAt } from '../../xml/xml-tree.ts'
import { dpaHeadlineRole } from '../../dialects/dpa.ts'
import { codeOf, conceptFrom, nameOf } from './codes.ts'
import { readOwnEmbargoes } from './item-meta.ts'

const understood = new Set(
  'urgency contentcreated contentmodified located creator contributor infosource altid language genre keyword subject slugline headline dateline by creditline description digitalsourcetype subheadline byline exclaudience'.split(
    ' ',
  ),
)

export function readContentMeta(out: WireItem, given: Element, isDpa: boolean): void {
  const meta = withEscapedHtml(given)
  fill.urgency(out, lineAt(meta, 'urgency'))
  fill.time(out, 'contentCreated', lineAt(meta, 'contentCreated'))
  fill.give(out, 'slugline', lineAt(meta, 'slugline'))
  fill.give(out, 'dateline', lineAt(meta, 'dateline'))
  fill.give(out, 'creditline', lineAt(meta, 'creditline'))
  const by = ['by', 'byline'].flatMap((name) => all(meta, name).map((one) => line(one)))
  fill.give(out, 'by', by.filter((one) => one).join('; '))
  readPhotographer(out, meta)
  for (const one of inLanguageFirst(all(meta, 'headline'), languageOf(meta))) {
    if (isDpa) fill.headline(out, line(one), dpaHeadlineRole(one))
    else readHeadline(out, one)
  }
  for (const one of all(meta, 'subheadline')) fill.headline(out, line(one), 'sub')
  for (const one of inLanguageFirst(all(meta, 'description'), languageOf(meta))) {
    const role = localPart(attribute(one, 'role'))
    if (forEditors.test(role)) fill.note(out, line(one))
    else fill.description(out, line(one), role || 'summary')
  }
  readAudience(out, meta)
  readOwnEmbargoes(out, meta)
  fill.give(out, 'located', placeOf(first(meta, 'located')))
  readSources(out, meta)
  for (const one of all(meta, 'subject')) readSubject(out, one)
  for (const one of all(meta, 'genre')) addConcept(out, 'genres', conceptFrom(one))
  for (const one of all(meta, 'keyword')) addKeyword(out, line(one))
  readAltIds(out, meta)
  const made = codeOf(first(meta, 'digitalSourceType'))
  if (made) fill.give(out, 'digitalSourceType', conceptOf(made).uri ?? made)
  for (const other of elements(meta)) {
    if (!understood.has(other.name.toLowerCase())) {
      fill.keepExtra(out, other.name, line(other) ?? codeOf(other) ?? '')
    }
  }
}

/** Roles of descriptions that speak to those who receive them. */
const forEditors = /note|editors?(?![a-z])|internal|instruction|advisory/i

function languageOf(meta: Element): string | undefined {
  return attribute(first(meta, 'language'), 'tag')
}

/** Of lines in several languages, those in the item's own come first, and those that name none. */
function inLanguageFirst(lines: Element[], language: string | undefined): Element[] {
  const primary = (tag: string | undefined) => tag?.toLowerCase().split(/[-_]/)[0]
  const isOther = (one: Element): boolean => {
    const own = primary(attribute(one, 'xml:lang'))
    return own !== undefined && language !== undefined && own !== primary(language)
  }
  return [...lines.filter((one) => !isOther(one)), ...lines.filter(isOther)]
}

/** Whom a story is not meant for is a limit of its use, which a person judges. */
function readAudience(out: WireItem, meta: Element): void {
  const names = all(meta, 'exclAudience').map((one) => nameOf(one) ?? codeOf(one))
  const limits = names.filter((name) => name !== undefined).map((name) => `Not for ${name}`)
  const terms = [out.usageTerms, ...limits].filter((one) => one !== undefined)
  if (limits.length > 0) out.usageTerms = terms.join('; ')
}

/** Who took a picture is its byline; of a text, creators are accounts or initials. */
function readPhotographer(out: WireItem, meta: Element): void {
  const maker = all(meta, 'creator').find((one) =>
    /photographer|author/i.test(attribute(one, 'role') ?? ''),
  )
  if (/^(?:picture|photo|graphic)$/.test(out.type)) fill.give(out, 'by', nameOf(maker))
}

/** The first headline without a role is the main one. */
function readHeadline(out: WireItem, one: Element): void {
  const role = localPart(attribute(one, 'role')).toLowerCase()
  const hasMain = out.headlines.some((field) => field.role === 'main')
  if (/^(?:|main|title|headline)$/.test(role))
    fill.headline(out, line(one), hasMain ? 'other' : 'main')
  else fill.headline(out, line(one), /sub/.test(role) ? 'sub' : role)
}

function placeOf(located: Element | undefined): string | undefined {
  return nameOf(located) ?? (localPart(codeOf(located)) || undefined)
}

function readSources(out: WireItem, meta: Element): void {
  for (const one of all(meta, 'infoSource')) {
    const name = nameOf(one) ?? codeOf(one)?.replace(/^[\w-]+:(?!\/\/)/, '')
    const role = localPart(attribute(one, 'role'))
    if (name) (out.infoSources ??= []).push({ name, ...(role ? { role } : {}) })
  }
}

const keyByType: [RegExp, 'people' | 'organisations' | 'places'][] = [
  [/person$/i, 'people'],
  [/organi[sz]ation$|company$/i, 'organisations'],
  [/geoarea$|poi$|place$|city$|country$/i, 'places'],
]

function readSubject(out: WireItem, subject: Element): void {
  const type = attribute(subject, 'type') ?? ''
  const key = keyByType.find(([pattern]) => pattern.test(type))?.[1] ?? 'subjects'
  addConcept(out, key, conceptFrom(subject))
}

/** TT names the item that it replaces in an altId. */
function readAltIds(out: WireItem, meta: Element): void {
  for (const one of all(meta, 'altId')) {
    const value = line(one)
    if (value === undefined) continue
    const role = attribute(one, 'type') ?? 'altId'
    ;(out.altIds ??= []).push({ role, value })
    if (/^tt:refuno$/i.test(role)) fill.signal(out, 'previous', `replaces ${value}`)
  }
}
