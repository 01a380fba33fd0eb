/**
 * Rule 18: no text is lost. The words of the body are taken from the source a second time, by
 * pattern and not by tree, and must be those of the item, less what its notices record.
 */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { decode } from './encoding.ts'
import type { WireItem } from '../item.ts'
import { readWire } from './read-wire.ts'
import { filesBelow, folders, isThere } from '../../../test/data/wire-samples.ts'

const dense = (text: string): string => text.replace(/[\s\u00a0]+/g, '')

/** Text without its mark-up, references resolved once. */
function words(markup: string): string {
  const bare = markup.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, '')
  return dense(resolved(bare))
}

function resolved(text: string): string {
  const names: Record<string, string> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name: string) => {
    if (decimal) return String.fromCodePoint(Number(decimal))
    if (hex) return String.fromCodePoint(parseInt(String(hex), 16))
    return names[name] ?? (name === 'nbsp' ? '\u00a0' : whole)
  })
}

/** What the notices record as taken out, in the order of the text, and what they added. */
function balanced(item: WireItem, source: string): { expected: string; found: string } {
  let expected = source
  let found = dense(item.standfirst.bodyText)
  for (const { kind, what, text = '' } of item.standfirst.notices) {
    if (kind === 'removed' && what !== 'link address') {
      assert.ok(expected.includes(dense(text)), `${item.uri}: ${what} is not in the source`)
      expected = expected.replace(dense(text), '')
    }
    if (what === 'an embed is shown as a link') found = found.replace(dense(text), '')
  }
  return { expected, found }
}

const section = (text: string, pattern: RegExp): string => pattern.exec(text)?.[0] ?? ''

/** The body of each item in a file, by pattern. */
const bodies: Record<string, (text: string) => string[]> = {
  'newsml-g2': (text) =>
    (
      text.match(
        /<(\w+:)?(?:newsItem|packageItem|planningItem)[\s>][\s\S]*?<\/\1(?:newsItem|packageItem|planningItem)>/g,
      ) ?? []
    )
      .filter((item) => /\sguid=/.test(item))
      .map((item) => section(item, /<(\w+:)?inlineXML[\s\S]*<\/\1inlineXML>/))
      .map((xml) => {
        const nitf = section(xml, /<body\.content>[\s\S]*<\/body\.content>/)
        return nitf || section(xml, /<(\w+:)?body[\s>][\s\S]*<\/\1body>/i)
      }),
  'newsml-1': (text) => {
    const main = text.replace(
      /<NewsComponent>\s*<Role FormalName="(?!Body|main)[\s\S]*?<\/ContentItem>/gi,
      '',
    )
    const nitf = section(main, /<body\.content>[\s\S]*<\/body\.content>/)
    return [
      nitf ||
        section(main, /<body>[\s\S]*<\/body>/) ||
        section(main, /<DataContent>[\s\S]*<\/DataContent>/),
    ]
  },
  nitf: (text) => [
    section(
      text.replace(/<body\.head>[\s\S]*<\/body\.head>/, ''),
      /<body\.content>[\s\S]*<\/body\.content>/,
    ) + section(text, /<body\.end>[\s\S]*<\/body\.end>/),
  ],
}

/** The samples whose bodies these patterns know; other files may stand in the folder. */
function isListed(name: string): boolean {
  const list = join(folders.wire, 'README.md')
  return existsSync(list) && readFileSync(list, 'utf8').includes(`\`${basename(name)}\``)
}

test('no text of an item comes from anywhere but its file', (t) => {
  if (!isThere(t, folders.wire)) return
  for (const name of filesBelow(folders.wire).filter((one) => /\.xml$/.test(one))) {
    const bytes = readFileSync(join(folders.wire, name))
    const text = decode(bytes).text.replace(/<!\[CDATA\[|\]\]>|\[\/?dropcap\]/g, '')
    const source = words(text) + words(resolved(text))
    for (const { standfirst, uri } of readWire(bytes).items) {
      if (standfirst.notices.some(({ what }) => what === 'an embed is shown as a link')) continue
      for (const paragraph of standfirst.bodyText.split(/\n\n|\t|\n/)) {
        assert.ok(source.includes(dense(paragraph)), `${name} ${uri}: ${paragraph.slice(0, 60)}`)
      }
    }
  }
})

for (const [folder, bodiesOf] of Object.entries(bodies)) {
  test(`every character of a ${folder} body is in the item or in a notice`, (t) => {
    if (!isThere(t, folders.wire)) return
    const names = filesBelow(join(folders.wire, folder)).filter((name) => /xml$/.test(name))
    for (const name of names.filter(isListed)) {
      const bytes = readFileSync(join(folders.wire, folder, name))
      const { items } = readWire(bytes)
      const sources = bodiesOf(decode(bytes).text)
      items.forEach((item, at) => {
        const { expected, found } = balanced(item, words(sources[at] ?? ''))
        assert.equal(found, expected, name)
      })
    }
  })
}

test('rule 18: every character of a JSON body is in the item or in a notice', (t) => {
  if (!isThere(t, folders.wire)) return
  const names = filesBelow(folders.wire).filter((name) =>
    /^(?:ninjs|dpa|reuters).*json$/.test(name),
  )
  for (const name of names.filter(isListed)) {
    const text = readFileSync(join(folders.wire, name), 'utf8')
    const [item] = readWire(new TextEncoder().encode(text)).items
    if (!item || item.standfirst.bodyText === '') continue
    const source = words(jsonBody(JSON.parse(text)).replace(/<head>.*?<\/head>/s, ''))
    const { expected, found } = balanced(withoutHead(item), source)
    assert.equal(found, expected, name)
  }
})

/** The head of an HTML page inside JSON holds its title, which is no part of the text. */
function withoutHead(item: WireItem): WireItem {
  const notices = item.standfirst.notices.filter(({ what }) => what !== '<head> element')
  return { ...item, standfirst: { ...item.standfirst, notices } }
}

/** The longest body with mark-up, or the longest at all. */
function jsonBody(json: Record<string, unknown>): string {
  if (typeof json['article_html'] === 'string')
    return json['article_html'] + String(json['infobox_html'] ?? '')
  const found: string[] = []
  const walk = (value: unknown, key: string): void => {
    if (typeof value === 'string' && /^body/i.test(key)) found.push(value)
    if (Array.isArray(value) && key === 'bodies') {
      for (const one of value as { value: string }[]) found.push(one.value)
    } else if (
      value !== null &&
      typeof value === 'object' &&
      !Array.isArray(value) &&
      key !== 'associations'
    ) {
      for (const [inner, one] of Object.entries(value)) walk(one, inner)
    }
  }
  walk(json, '')
  const marked = found.filter((one) => /<p[\s>]/.test(one))
  return (marked.length > 0 ? marked : found).toSorted((a, b) => b.length - a.length)[0] ?? ''
}

/** Without the marks by which teletype ends and begins lines. */
const bare = (text: string): string => text.replace(/[=<^*\u007f]/g, '')

test('rule 18: every line of a teletype message is in the item, its notes or its metadata', (t) => {
  if (!isThere(t, folders.wire)) return
  const names = filesBelow(folders.wire).filter((name) => /^(?:iptc7901|anpa)/.test(name))
  for (const name of names.filter(isListed)) {
    const bytes = readFileSync(join(folders.wire, name))
    const [item] = readWire(bytes).items
    assert.ok(item, name)
    const printed = JSON.stringify(item)
      .replace(/\\n|\\t/g, '')
      .replace(/\\(.)/g, '$1')
    const known = dense(bare(printed))
    const text = decode(bytes).text.split('\u0003')[0] ?? ''
    const lines = text.split(/[\r\n\u0002]+/).slice(2)
    const lost = lines
      .map((line) => dense(bare(line)))
      .filter((line) => {
        const isHeader =
          /^[a-z]?[a-z\d]*[\u0011-\u0014]/.test(line) || /\d{6}(?:GMT)?\p{L}{3}\d\d$/u.test(line)
        return !isHeader && !known.includes(line.replace(/,\d*$/, ''))
      })
    assert.deepEqual(lost, [], name)
  }
})
