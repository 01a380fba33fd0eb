/** Language, subjects, genres, keywords and place of a NewsML 1 item, wherever in it they stand. */
import * as fill from '../../reading/fill-item.ts'
import type { WireItem } from '../../item.ts'
import { keywordsIn } from '../../reading/fields/keywords.ts'
import { addConcept, addKeyword, subjectCode } from '../../reading/fields/subjects.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, allBelow, attribute, elements, line, lineAt, named } from '../../xml/xml-tree.ts'

export function readDescription(out: WireItem, item: Element): void {
  const below = allBelow(item)
  const stated = named(below, 'Language').map((one) => attribute(one, 'FormalName'))
  const holders = [item, ...named(below, 'NewsComponent'), ...named(below, 'nitf')]
  const meant = holders.map((one) => attribute(one, 'xml:lang') ?? otherLanguage(one))
  fill.give(
    out,
    'language',
    [...stated, ...meant].find((tag) => tag),
  )
  const names = topicNames(named(below, 'Topic'))
  for (const code of named(below, 'SubjectCode')) {
    const own = attribute(code, 'FormalName')
    if (own && elements(code).length === 0) addConcept(out, 'subjects', { name: own })
    for (const subject of elements(code)) {
      const number = attribute(subject, 'FormalName')
      if (!number) continue
      const isNumber = /^\d{7,8}$/.test(number)
      const name = names.get(number)
      addConcept(out, 'subjects', isNumber ? subjectCode(number, name) : { code: number })
    }
  }
  for (const genre of named(below, 'Genre')) {
    const name = attribute(genre, 'FormalName')
    if (name && !/^current$/i.test(name)) addConcept(out, 'genres', { name })
  }
  for (const property of named(below, 'Property')) {
    const name = attribute(property, 'FormalName') ?? ''
    const value = attribute(property, 'Value')
    // Business Wire's keywords by country, industry and region are what its ninjs calls subjects.
    if (/^BW\w+Keywords$/.test(name) && value)
      addConcept(out, 'subjects', { name: value, rel: 'about' })
    else if (/Keywords?$/i.test(name)) readKeywords(out, value)
  }
  const origin = named(below, 'Location').find(
    (one) => (attribute(one, 'HowPresent') ?? 'Origin').toLowerCase() === 'origin',
  )
  for (const holder of [origin, named(below, 'DescriptiveMetadata')[0]]) {
    const place = new Map(
      all(holder, 'Property').map((one) => [attribute(one, 'FormalName'), attribute(one, 'Value')]),
    )
    fill.give(out, 'located', place.get('City') || place.get('Area') || place.get('Country'))
  }
}

/** NITF's own name, or `xml:lang` under a prefix that was made up for it (Belga's recordings). */
function otherLanguage(element: Element): string | undefined {
  const prefixed = [...element.attributes].find(([name]) => name.endsWith(':lang'))
  return attribute(element, 'baselang') ?? prefixed?.[1]
}

/** Names by code, where the item brings its vocabulary along (ANA): English, or else the first. */
function topicNames(topics: Element[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const topic of topics) {
    const code = lineAt(topic, 'FormalName')
    const called = all(topic, 'Description').filter(
      (one) => attribute(one, 'Variant') !== 'Category',
    )
    const english = called.find((one) => attribute(one, 'xml:lang') === 'en')
    const name = line(english ?? called[0])
    if (code !== undefined && name !== undefined) names.set(code, name)
  }
  return names
}

export function readKeywords(out: WireItem, words: string | undefined, isOnlyOne = false): void {
  for (const word of keywordsIn(words ?? '', isOnlyOne)) addKeyword(out, word)
}
