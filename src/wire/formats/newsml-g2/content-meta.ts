/** contentMeta of NewsML-G2: lines, places, subjects. */
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { addConcept, addKeyword, conceptOf, localPart } from '../../reading/fields/subjects.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, elements, first, line, lineAt } from '../../xml/xml-tree.ts'
import { dpaHeadlineRole } from '../../dialects/dpa.ts'
import { codeOf, conceptFrom, nameOf } from './codes.ts'

const understood = new Set(
  'urgency contentcreated contentmodified located creator contributor infosource altid language genre keyword subject slugline headline dateline by creditline description digitalsourcetype'.split(
    ' ',
  ),
)

export function readContentMeta(out: WireItem, meta: Element, isDpa: boolean): void {
  fill.urgency(out, lineAt(meta, 'urgency'))
  fill.time(out, 'contentCreated', lineAt(meta, 'contentCreated'))
  fill.give(out, 'slugline', lineAt(meta, 'slugline'))
  fill.give(out, 'dateline', lineAt(meta, 'dateline'))
  fill.give(out, 'creditline', lineAt(meta, 'creditline'))
  const by = all(meta, 'by').map((one) => line(one))
  fill.give(out, 'by', by.filter((one) => one).join('; '))
  readPhotographer(out, meta)
  for (const one of all(meta, 'headline')) {
    if (isDpa) fill.headline(out, line(one), dpaHeadlineRole(one))
    else readHeadline(out, one)
  }
  for (const one of all(meta, 'description')) {
    fill.description(out, line(one), localPart(attribute(one, 'role')) || 'summary')
  }
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
