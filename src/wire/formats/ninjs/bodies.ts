/**
 * The bodies of ninjs: `body_html`, `body_xhtml`, `body_text` … in 1.x, a list in 2.x and 3.x. They
 * are renderings of one text, so the best is read: HTML before NITF before plain text before an
 * agency's own XML, then the longest.
 */
import type { Block } from '../../../articles/body/body.ts'
import { parseHtml } from '../../markup/html/html-tree.ts'
import type { WireItem } from '../../item.ts'
import type { JsonObject } from '../../reading/json.ts'
import { asList, asObject, asText, lowerKeys, textAt } from '../../reading/json.ts'
import { blocksOfText } from '../../markup/plain-text.ts'
import { readBlocks } from '../../markup/read-blocks.ts'
import { parseXml } from '../../xml/xml.ts'
import { descendant } from '../../xml/xml-tree.ts'
import { readNitfBody, readNitfHead } from '../nitf/body.ts'
import { withoutTtLines } from '../../dialects/tt.ts'

type Kind = 'xml' | 'plain' | 'nitf' | 'html'

interface Rendering {
  kind: Kind
  value: string
}

const rank: Record<Kind, number> = { html: 3, nitf: 2, plain: 1, xml: 0 }

export function readBodies(out: WireItem, json: JsonObject): Block[] {
  const best = renderings(json).toSorted(
    (a, b) => rank[b.kind] - rank[a.kind] || b.value.length - a.value.length,
  )[0]
  if (!best) return []
  if (best.kind === 'plain') return blocksOfText(best.value)
  if (best.kind === 'xml' || best.kind === 'nitf') return readXml(out, best.value)
  return readBlocks(out, withoutTtLines(out, parseHtml(best.value)))
}

function readXml(out: WireItem, value: string): Block[] {
  const root = parseXml(value.trim())
  if (root.name.toLowerCase() !== 'nitf') return readBlocks(out, descendant(root, 'body') ?? root)
  readNitfHead(out, root)
  return readNitfBody(out, root)
}

function renderings(json: JsonObject): Rendering[] {
  const found: Rendering[] = []
  for (const one of asList(json['bodies'])) {
    const body = lowerKeys(asObject(one) ?? {})
    const value = textAt(body, 'value')
    const kind = `${textAt(body, 'contenttype') ?? ''} ${textAt(body, 'role') ?? ''}`
    if (value !== undefined) found.push({ kind: kindOf(kind, value), value })
  }
  for (const key in json) {
    if (!/^body(?:_|$)/.test(key)) continue
    const value = asText(json[key])
    if (value !== undefined) found.push({ kind: kindOf(key, value), value })
  }
  return found
}

function kindOf(stated: string, value: string): Kind {
  if (/x?html/i.test(stated)) return 'html'
  if (/plain|_text\b/i.test(stated)) return 'plain'
  if (/nitf/i.test(stated) && /^\s*</.test(value)) return 'nitf'
  if (/xml/i.test(stated) && /^\s*</.test(value)) return 'xml'
  return /<[a-z][^>]*>/i.test(value) ? 'html' : 'plain'
}
