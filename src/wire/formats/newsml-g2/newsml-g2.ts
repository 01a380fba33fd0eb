/**
 * NewsML-G2 (IPTC, https://iptc.org/standards/newsml-g2/): a newsMessage with several items, or one
 * item by itself. Agencies mix the case of names and leave out what the schema demands; identity is
 * the one thing that cannot be done without.
 */
import { domainOf } from '../../reading/fields/agencies.ts'
import { completeItem } from '../../reading/complete-item.ts'
import * as fill from '../../reading/fill-item.ts'
import type { Refusal, WireItem } from '../../item.ts'
import { NotReadable } from '../../xml/not-readable.ts'
import { readEach } from '../../reading/read-each.ts'
import type { Element } from '../../xml/xml-tree.ts'
import { all, attribute, elements, first, line, lineAt } from '../../xml/xml-tree.ts'
import { isDpaG2, keepUpdateNotes } from '../../dialects/dpa.ts'
import { readContentMeta } from './content-meta.ts'
import { readContentSet } from './content-set.ts'
import { readItemMeta } from './item-meta.ts'
import { readGroups } from './package.ts'
import { nameByAssertions } from '../../dialects/assertions.ts'
import { readRightsInfo } from './rights.ts'
import type { Source } from '../source.ts'

const itemNames = new Map([
  ['newsitem', 'text'],
  ['packageitem', 'composite'],
  ['planningitem', 'planning'],
  ['conceptitem', 'concept'],
  ['knowledgeitem', 'knowledge'],
  ['catalogitem', 'knowledge'],
])

export function isG2Item(element: Element): boolean {
  return itemNames.has(element.name.toLowerCase())
}

/** The items of a message, each read or refused by itself. */
export function readNewsMessage(message: Element, source: Source): (WireItem | Refusal)[] {
  const items = all(message, 'itemSet').flatMap(elements).filter(isG2Item)
  if (items.length === 0) throw new NotReadable('The newsMessage holds no item.')
  return readEach(items, (item) => readNewsMlG2(item, source))
}

export function readNewsMlG2(item: Element, source: Source): WireItem {
  const uri = attribute(item, 'guid')
  if (!uri) {
    throw new NotReadable(
      `The ${item.name} has no guid, so its versions could not be told apart; ask the source for whole items.`,
    )
  }
  const itemMeta = first(item, 'itemMeta')
  if (!itemMeta) {
    throw new NotReadable(`The ${item.name} ${uri} is incomplete: it has no itemMeta.`)
  }
  const version = attribute(item, 'version')
  const out = fill.blankItem({ uri, version: version || '1', format: 'NewsML-G2' }, source)
  if (!version) fill.notice(out, 'assumed', 'no version given')
  const kind = itemNames.get(item.name.toLowerCase()) ?? 'text'
  const contentMeta = first(item, 'contentMeta')
  readRightsInfo(out, item)
  readItemMeta(out, itemMeta)
  if (isDpaG2(item)) keepUpdateNotes(out)
  if (kind !== 'text') out.type = kind
  if (contentMeta) readContentMeta(out, contentMeta, isDpaG2(item))
  // ANSA puts the place beside the status.
  fill.give(out, 'located', lineAt(itemMeta, 'located', 'name'))
  const language = attribute(first(contentMeta, 'language'), 'tag')
  fill.give(out, 'language', language || attribute(item, 'xml:lang') || undefined)
  readGroups(out, item)
  const blocks = readContentSet(out, item)
  nameByAssertions(out, item)
  for (const assertion of [...all(item, 'assert'), ...all(item, 'inlineRef')]) {
    fill.keepExtra(out, assertion.name, line(assertion) ?? attribute(assertion, 'qcode') ?? '')
  }
  return completeItem(out, blocks, { ...source, providers: providersOf(itemMeta, contentMeta) })
}

function providersOf(itemMeta: Element, contentMeta: Element | undefined): (string | undefined)[] {
  const provider = first(itemMeta, 'provider')
  const sources = all(contentMeta, 'infoSource')
  return [provider, ...sources].map(nameOfParty)
}

function nameOfParty(party: Element | undefined): string | undefined {
  const code = attribute(party, 'qcode') ?? attribute(party, 'literal') ?? attribute(party, 'uri')
  const bare = code?.replace(/^[\w-]+:(?!\/\/)/, '')
  return lineAt(party, 'name') ?? domainOf(bare ?? '') ?? (bare || undefined)
}
