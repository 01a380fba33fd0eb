/** groupSet of a packageItem: the items it points at, as associations. */
import type { Association, WireItem } from '../../item.ts'
import { localPart } from '../../reading/fields/subjects.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, descendants, first, lineAt } from '../../xml/xml-tree.ts'
import { codeOf } from './codes.ts'
import { stated } from '../../reading/stated.ts'

export function readGroups(out: WireItem, item: Element): void {
  for (const group of all(first(item, 'groupSet'), 'group')) {
    const rel = localPart(attribute(group, 'role')) || 'member'
    for (const ref of all(group, 'itemRef')) (out.associations ??= []).push(associationOf(ref, rel))
  }
  // Some packages name their items without a group.
  if (out.type === 'composite' && !out.associations) {
    for (const ref of descendants(item, 'itemRef')) {
      ;(out.associations ??= []).push(associationOf(ref, 'member'))
    }
  }
}

function associationOf(ref: Element, rel: string): Association {
  const uri = attribute(ref, 'residref') ?? attribute(ref, 'href')
  const values = {
    uri,
    version: attribute(ref, 'version'),
    type: localPart(codeOf(first(ref, 'itemClass'))),
    headline: lineAt(ref, 'headline') ?? lineAt(ref, 'title'),
    description: lineAt(ref, 'description'),
    pubStatus: localPart(codeOf(first(ref, 'pubStatus'))),
  }
  return { rel, renditions: [], ...stated(values) }
}
