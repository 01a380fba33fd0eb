/**
 * The bodies of ninjs: `body_html`, `body_xhtml`, `body_text` … in 1.x, a list in 2.x and 3.x. They
 * are renderings of one text, so the richest is read: mark-up before plain text, then the longest.
 */
import type { Block } from '../../articles/body.ts'
import type { WireItem } from '../item.ts'
import type { JsonObject } from '../json.ts'
import { asList, asObject, asText, lowerKeys, textAt } from '../json.ts'
import { readHtml } from '../read-blocks.ts'
import { blocksOfText } from '../plain-text.ts'

interface Rendering {
  isMarkup: boolean
  value: string
}

export function readBodies(out: WireItem, json: JsonObject): Block[] {
  const best = renderings(json).toSorted(
    (a, b) => Number(b.isMarkup) - Number(a.isMarkup) || b.value.length - a.value.length,
  )[0]
  if (!best) return []
  if (!best.isMarkup) return blocksOfText(best.value)
  return readHtml(out, best.value)
}

function renderings(json: JsonObject): Rendering[] {
  const found: Rendering[] = []
  for (const one of asList(json['bodies'])) {
    const body = lowerKeys(asObject(one) ?? {})
    const value = textAt(body, 'value')
    const kind = `${textAt(body, 'contenttype') ?? ''} ${textAt(body, 'role') ?? ''}`
    if (value !== undefined) found.push({ isMarkup: isMarkup(kind, value), value })
  }
  for (const [key, given] of Object.entries(json)) {
    const value = asText(given)
    if (/^body(?:_|$)/.test(key) && value !== undefined) {
      found.push({ isMarkup: isMarkup(key, value), value })
    }
  }
  return found
}

function isMarkup(kind: string, value: string): boolean {
  if (/plain|_text\b/i.test(kind)) return false
  return /x?html|xml/i.test(kind) || /<[a-z][^>]*>/i.test(value)
}
