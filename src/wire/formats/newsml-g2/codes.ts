/** Codes and names of NewsML-G2 elements: a concept may be given by qcode, uri, literal or name. */
import type { Concept } from '../../item.ts'
import type { Named } from '../../reading/fields/subjects.ts'
import { conceptAt, conceptOf } from '../../reading/fields/subjects.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, line } from '../../xml/xml-tree.ts'

/** The code of an element, whichever way it is given. */
export function codeOf(element: Element | undefined): string | undefined {
  return (
    attribute(element, 'qcode') ||
    attribute(element, 'uri') ||
    attribute(element, 'code') ||
    attribute(element, 'literal') ||
    undefined
  )
}

/** The first name, or the name in English: it is the only one that all agencies give. */
export function nameOf(element: Element | undefined): string | undefined {
  const names = all(element, 'name')
  const english = names.find((name) => /^en\b/i.test(attribute(name, 'xml:lang') ?? ''))
  return line(english) ?? names.map((name) => line(name)).find((name) => name !== undefined)
}

export function conceptFrom(element: Element): Concept {
  const number = (name: string): number | undefined => {
    const value = attribute(element, name)
    return value !== undefined && /^\d{1,3}$/.test(value) ? Number(value) : undefined
  }
  const named: Named = {
    name: nameOf(element),
    creator: attribute(element, 'creator'),
    confidence: number('confidence'),
    relevance: number('relevance'),
  }
  const qcode = attribute(element, 'qcode')
  if (qcode) return withSameTopic(element, conceptOf(qcode, named))
  const uri = attribute(element, 'uri')
  if (uri) return conceptAt(uri, named)
  const literal = attribute(element, 'literal')
  // TT writes a Subject Code between its own name and its own category.
  const ttCode = /^TT:(\d{8}):/.exec(literal ?? '')?.[1]
  if (ttCode) return { ...conceptOf(`ttsubj:${ttCode}`, named), code: literal ?? '' }
  const concept = conceptOf(undefined, named)
  return literal ? { ...concept, code: literal } : concept
}

/** A provider's own subject may say which Media Topic is the same (dpa). */
function withSameTopic(element: Element, concept: Concept): Concept {
  if (concept.uri !== undefined) return concept
  const codes = all(element, 'sameAs').map((one) => attribute(one, 'qcode') ?? '')
  const topic = codes.find((code) => /^medtop:\d{8}$/.test(code))
  const { uri } = conceptOf(topic)
  return uri === undefined ? concept : { ...concept, uri }
}
