import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseFragment } from 'parse5'
import type { DefaultTreeAdapterTypes } from 'parse5'
import type { Element } from '../../xml/xml-tree.ts'
import { simpleHtml } from './simple-html.ts'

type Plain = [name: string, attributes: [string, string][], children: (Plain | string)[]]

function plain({ name, attributes, children }: Element): Plain {
  return [
    name,
    [...attributes],
    children.map((one) => (typeof one === 'string' ? one : plain(one))),
  ]
}

function byWholeAlgorithm(node: DefaultTreeAdapterTypes.ParentNode): Plain {
  const attributes = 'attrs' in node ? node.attrs : []
  return [
    'tagName' in node ? node.tagName : '#root',
    attributes.map(({ name, value }) => [name, value]),
    node.childNodes.flatMap((child): (Plain | string)[] => {
      if ('childNodes' in child) return [byWholeAlgorithm(child)]
      return 'value' in child ? [child.value] : []
    }),
  ]
}

const elements =
  'p b i a span div ul ol li h2 h3 br img hr blockquote em sub small figure u P cite table thead tbody tr td th header aside dnl-image x-y table tbody tr td'.split(
    ' ',
  )
const attributes = [
  '',
  '',
  ' href="https://a.example/?b=1&amp;c=2"',
  ' class="x"  CLASS="y"',
  ' title="a>b"',
  ' title=\'a>"b\' alt="it\'s"',
  ' alt="&copy z"',
]
const texts =
  'x| y |&amp;|&nbsp;z|A&B|& q|&#39;|&#x2019;|&#150;|&hellip|&none;|\n\n|é|&lt;p&gt;|&notit;|&#xd800;'
const pieces = texts.split('|')

/** The same pieces of HTML in every run: some as newsrooms write it, most with a fault. */
function* someHtml(count: number): Generator<string> {
  let state = 1
  const pick = (among: number): number => {
    state = (state * 48_271) % 0x7fffffff
    return state % among
  }
  const some = (depth: number): string =>
    Array.from({ length: 1 + pick(3) }, () => {
      if (pick(10) < 4) return pieces[pick(pieces.length)]
      const name = elements[pick(elements.length)] ?? ''
      const begin = `<${name}${attributes[pick(attributes.length)]}>`
      if (/^(?:br|img|hr)$/.test(name) || depth === 0) return begin
      return begin + some(depth - 1) + (pick(30) > 0 ? `</${name}>` : '')
    }).join('')
  for (let i = 0; i < count; i++) yield some(4)
}

test('what is read as simple HTML is the tree that the whole algorithm gives', () => {
  let simple = 0
  for (const markup of someHtml(10_000)) {
    const tree = simpleHtml(markup)
    if (tree === undefined) continue
    simple += 1
    assert.deepEqual(plain(tree), byWholeAlgorithm(parseFragment(markup)), markup)
  }
  assert.ok(simple > 500, `${simple} were simple`)
})

test('a usual body is simple; what HTML would mend is left to its algorithm', () => {
  const usual =
    '<h2>One</h2>\n<p>Two <b>three</b> <a href="https://a.example/">four</a><br/>five &amp; six</p><ul><li>seven</li></ul><table><tbody>\n<tr><td>eight</td></tr></tbody></table>'
  assert.ok(simpleHtml(usual))
  const mended = [
    '<p>one<p>two',
    '<p>one<div>two</div></p>',
    '<b>one<i>two</b>three</i>',
    '<a href="#">one<a href="#">two</a></a>',
    '<li>one</li>',
    '</p>',
    '<table><tr><td>one</td></tr></table>',
    '<table><tbody><tr>one</tr></tbody></table>',
    'one<!-- two -->',
    'one & two < three',
    'A&B',
    'one\rtwo',
    '<p title=one>two</p>',
    '<script>one</script>',
    '<p>one</p',
    'one<b ',
  ]
  assert.deepEqual(
    mended.filter((markup) => simpleHtml(markup)),
    [],
  )
})
