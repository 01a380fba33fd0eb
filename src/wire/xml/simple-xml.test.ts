import assert from 'node:assert/strict'
import { test } from 'node:test'
import { NotReadable } from './not-readable.ts'
import { simpleXml } from './simple-xml.ts'
import { parseStrictly } from './xml.ts'
import type { Element } from './xml-tree.ts'

type Plain = [string, string, [string, string][], (Plain | string)[]]

function plain({ name, namespace, attributes, children }: Element): Plain {
  const inner = children.map((one) => (typeof one === 'string' ? one : plain(one)))
  return [name, namespace, [...attributes], inner]
}

function byGeneralParser(text: string): Plain | undefined {
  try {
    return plain(parseStrictly(text))
  } catch (error) {
    if (error instanceof NotReadable) return undefined
    throw error
  }
}

const declared = '<?xml version="1.0" encoding="utf-8"?>'
const documents = [
  '<a/>',
  '<a b=\'1\' c="2">x<d/> y</a>',
  `${declared}\n<!-- c -->\n<a xmlns="urn:a" xmlns:p="urn:p"><p:b p:c="1" c="2">x &amp; y</p:b></a>\n`,
  '<!DOCTYPE nitf SYSTEM "nitf-3-2.dtd"><nitf><head/>&eacute;&#233;&#xe9;<![CDATA[<p>]]></nitf>',
  '<a xml:lang="en"><q:b>1</q:b><b xmlns="">2</b>\r\n<c d="x\ty\r\nz"/></a>',
]

/** Every one of them means something to XML, mostly a fault where it happens to stand. */
const pieces = [
  ...'<>&"\'/=:-.1 \n\t\r',
  ...['\r\n', '<a>', '</a>', '<a/>', '<a', '<p:b>', '<a:b:c/>', '<1/>', '<xmlns:a/>', '<xml:a/>'],
  ...[' b="3"', ' p:c="4"', ' q:c="5"', ' b=""', ' xmlns="urn:b"', ' xmlns=""', ' xmlns:q=""'],
  ...[' xmlns:xml="urn:x"', ' xmlns:p="http://www.w3.org/XML/1998/namespace"', ' xmlnsx="1"'],
  ...['&amp;', '&lt;', '&nbsp;', '&none;', '&toString;', '&#9;', '&#0;', '&#xd800;', '&#x1f4f0;'],
  ...['<!--', '-->', '--', '<!-- c -->', '<![CDATA[', ']]>', ']]', '<?p i?>', declared, '\ufeff'],
  ...['<!DOCTYPE a>', '<!DOCTYPE a [<!ENTITY b "c">]>', '\u0001', '\ufffe', '\ud83d', '😀', 'é'],
]

/** The same documents in every run: each as it is, then with some pieces put in, cut or repeated. */
function* someXml(count: number): Generator<string> {
  yield* documents
  let state = 1
  const pick = (among: number): number => {
    state = (state * 48_271) % 0x7fffffff
    return state % among
  }
  for (let made = 0; made < count; made++) {
    let text = documents[pick(documents.length)] ?? ''
    for (let faults = pick(3); faults >= 0; faults--) {
      const at = pick(text.length + 1)
      const from = pick(text.length + 1)
      const change = [pieces[pick(pieces.length)] ?? '', text.slice(from, from + pick(20)), '']
      text = text.slice(0, at) + (change[pick(3)] ?? '') + text.slice(at + pick(4))
    }
    if (text.startsWith('<')) yield text
  }
}

test('what is read as simple XML is read as the general parser reads it, and it refuses none of it', () => {
  let simple = 0
  for (const text of someXml(20_000)) {
    const read = simpleXml(text)
    if (read === undefined) continue
    simple += 1
    assert.deepEqual(plain(read), byGeneralParser(text), JSON.stringify(text))
  }
  assert.ok(simple > 1500, `only ${simple} were simple`)
})

test('XML as wires send it is simple', () => {
  for (const text of documents) assert.ok(simpleXml(text), text)
})

test('what goes beyond a bound is left to the general parser, which says so', () => {
  const deep = '<a>'.repeat(201) + '</a>'.repeat(201)
  const wide = `<a ${Array.from({ length: 201 }, (_, at) => `b${at}=""`).join(' ')}/>`
  for (const text of [deep, wide, '<a>', '<a></b>', '<a>&none;</a>']) {
    assert.equal(simpleXml(text), undefined)
    assert.equal(byGeneralParser(text), undefined)
  }
})
