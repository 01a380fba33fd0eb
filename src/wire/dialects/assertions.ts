/**
 * NewsML-G2 may name a concept once, in an assertion beside the metadata, and give only its code where
 * it is used.
 */
import type { Concept, WireItem } from '../item.ts'
import { codeOf, conceptFrom } from '../formats/newsml-g2/codes.ts'
import type { Element } from '../xml/xml-tree.ts'
import { all } from '../xml/xml-tree.ts'

const lists = ['subjects', 'people', 'organisations', 'places', 'genres'] as const

export function nameByAssertions(out: WireItem, item: Element): void {
  const names = new Map<string, string>()
  for (const assertion of all(item, 'assert')) {
    const { name } = conceptFrom(assertion)
    const code = codeOf(assertion)
    if (name !== undefined && code !== undefined) names.set(code, name)
  }
  if (names.size === 0) return
  for (const list of lists) {
    for (const concept of out[list] ?? []) {
      const name = nameOf(concept, names)
      if (name !== undefined) concept.name ??= name
    }
  }
}

function nameOf({ code, uri }: Concept, names: Map<string, string>): string | undefined {
  return names.get(code ?? '') ?? names.get(uri ?? '')
}
