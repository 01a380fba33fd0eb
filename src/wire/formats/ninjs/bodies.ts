/**
 * The bodies of ninjs: `body_html`, `body_xhtml`, `body_text` … in 1.x, a list in 2.x and 3.x. They
 * are renderings of one text, so the best is read: HTML before NITF before plain text before Markdown
 * before an agency's own XML, then what is called the main one, then the longest. Boxes and footers
 * beside it follow it, and what is no story (a teaser, a note) is none of them.
 */
import type { Block } from '../../../articles/body/body.ts'
import { parseHtml } from '../../markup/html/html-tree.ts'
import type { WireItem } from '../../item.ts'
import type { JsonObject } from '../../reading/json.ts'
import * as fill from '../../reading/fill-item.ts'
import { asList, asObject, asText, lowerKeys, textAt } from '../../reading/json.ts'
import { blocksOfText } from '../../markup/plain-text.ts'
import { readBlocks } from '../../markup/read-blocks.ts'
import { parseXml } from '../../xml/xml.ts'
import { descendant } from '../../xml/xml-tree.ts'
import { readNitfBody, readNitfHead } from '../nitf/body.ts'
import { inItsLanguage } from './own-language.ts'
import { withoutTtLines } from '../../dialects/tt.ts'

type Kind = 'xml' | 'plain' | 'markdown' | 'nitf' | 'html'

interface Rendering {
  kind: Kind
  role: string
  value: string
}

const rank: Record<Kind, number> = { html: 4, nitf: 3, plain: 2, markdown: 1, xml: 0 }

export function readBodies(out: WireItem, json: JsonObject): Block[] {
  const found = renderings(out, json)
  const isBeside = ({ role }: Rendering): boolean => beside.test(role)
  const stories = found.filter((one) => !isBeside(one) && !noStory.test(one.role))
  const [best] = toRank(stories.length > 0 ? stories : found.filter((one) => !isBeside(one)))
  const boxes = [...Map.groupBy(found.filter(isBeside), ({ role }) => role).values()]
  const chosen = [best, ...boxes.map((same) => toRank(same)[0])]
  return chosen.flatMap((one) => (one === undefined ? [] : blocksIn(out, one)))
}

/** What stands beside a text and is shown below it. */
const beside = /^(?:fact|info)?[_ -]?box|footer|sidebar/i
/** What is no rendering of a story, unless there is nothing else. */
const noStory = /summary|abstract|teaser|intro|caption|headline|social|push|alert|note|seo/i
const mainRole = /^(?:main|full|story|article|body|text|default)$/i

function toRank(renderings: readonly Rendering[]): Rendering[] {
  const isMain = ({ role }: Rendering): number => Number(mainRole.test(role))
  return renderings.toSorted(
    (a, b) =>
      rank[b.kind] - rank[a.kind] || isMain(b) - isMain(a) || b.value.length - a.value.length,
  )
}

function blocksIn(out: WireItem, { kind, value }: Rendering): Block[] {
  if (kind === 'markdown')
    fill.notice(out, 'assumed', 'Markdown is read as plain text: its marks stand as letters')
  if (kind === 'plain' || kind === 'markdown') return blocksOfText(value)
  if (kind === 'xml' || kind === 'nitf') return readXml(out, value)
  return readBlocks(out, withoutTtLines(out, parseHtml(value)))
}

function readXml(out: WireItem, value: string): Block[] {
  const root = parseXml(value.trim())
  if (root.name.toLowerCase() !== 'nitf') return readBlocks(out, descendant(root, 'body') ?? root)
  readNitfHead(out, root)
  return readNitfBody(out, root)
}

function renderings(out: WireItem, json: JsonObject): Rendering[] {
  const found: Rendering[] = []
  for (const one of inItsLanguage(out, asList(json['bodies']))) {
    const body = lowerKeys(asObject(one) ?? {})
    const value = textAt(body, 'value')
    const role = textAt(body, 'role') ?? ''
    const kind = `${textAt(body, 'contenttype') ?? ''} ${role}`
    if (value !== undefined) found.push({ kind: kindOf(kind, value), role, value })
  }
  for (const key in json) {
    if (!/^body(?:_|$)/.test(key)) continue
    const value = asText(json[key])
    const role = key.replace(/^body_?/, '')
    if (value !== undefined) found.push({ kind: kindOf(key, value), role, value })
  }
  return found
}

function kindOf(stated: string, value: string): Kind {
  if (/markdown/i.test(stated)) return 'markdown'
  if (/x?html/i.test(stated)) return 'html'
  if (/plain|_text\b/i.test(stated)) return 'plain'
  if (/nitf/i.test(stated) && /^\s*</.test(value)) return 'nitf'
  if (/xml/i.test(stated) && /^\s*</.test(value)) return 'xml'
  return /<[a-z][^>]*>/i.test(value) ? 'html' : 'plain'
}
