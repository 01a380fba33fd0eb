/**
 * NewsML-G2 may name a concept once, in an assertion beside the metadata, and give only its code where
 * it is used.
 */
import type { Concept, WireItem } from '../item.ts'
import { codeOf, conceptFrom } from '../formats/newsml-g2/codes.ts'
import type { Element } from '../xml/xml-tree.ts'
import { all, first, lineAt } from '../xml/xml-tree.ts'

const lists = ['subjects', 'people', 'organisations', 'places', 'genres'] as const

export function nameByAssertions(out: WireItem, item: Element): void {
  const names = new Map<string, string>()
  for (const assertion of all(item, 'assert')) {
    const name = conceptFrom(assertion).name ?? addressOf(assertion)
    const code = codeOf(assertion)
    if (name !== undefined && code !== undefined) names.set(code, name)
  }
  if (names.size === 0) return
  const located = names.get(out.located ?? '')
  if (located !== undefined) out.located = located
  for (const list of lists) {
    for (const concept of out[list] ?? []) {
      const name = nameOf(concept, names)
      if (name !== undefined) concept.name ??= name
    }
  }
}

/** dpa describes a place of its pictures by nothing but an address. */
function addressOf(assertion: Element): string | undefined {
  const address = first(assertion, 'POIDetails', 'address')
  return ['locality', 'area', 'country'].map((part) => lineAt(address, part, 'name')).find(Boolean)
}

function nameOf({ code, uri }: Concept, names: Map<string, string>): string | undefined {
  return names.get(code ?? '') ?? names.get(uri ?? '')
}
