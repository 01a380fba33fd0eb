import assert from 'node:assert/strict'
import { test } from 'node:test'
import { textOf } from '../../articles/body/body.ts'
import { htmlOf } from './html/body-html.ts'
import { parseHtml } from './html/html-tree.ts'
import { blocksOf } from './markup.ts'
import { parseXml } from '../xml/xml.ts'

const drawn = (html: string): string => htmlOf(blocksOf(parseHtml(html)).blocks)

test('text outside paragraphs, after inline tags and in unknown elements is kept in its place', () => {
  assert.equal(
    drawn(
      'Loose <p>One <b>two</b> three<br>four</p> tail <x-note>five</x-note><p>si<x-y>x</x-y></p>',
    ),
    '<p>Loose</p><p>One <strong>two</strong> three<br>four</p><p>tail five</p><p>six</p>',
  )
})

test('two line breaks part paragraphs, spaces collapse, and no link begins with a space', () => {
  assert.equal(drawn('<p>a<br><br>b\n  c</p>'), '<p>a</p><p>b c</p>')
  assert.equal(
    drawn('<p>see<a href="https://example.org/a"> here </a>now</p>'),
    '<p>see <a href="https://example.org/a">here</a> now</p>',
  )
})

test('rule 18: tables stay tables, also inside a figure, and lists keep the order of nested ones', () => {
  assert.equal(
    drawn('<figure><table><tr><th>a</th></tr><tr><td><p>b</p><p>c</p></td></tr></table></figure>'),
    '<table><tr><th>a</th></tr><tr><td>b<br>c</td></tr></table>',
  )
  assert.equal(
    drawn('<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>'),
    '<ol><li>a</li><li>b</li><li>c</li></ol>',
  )
})

test('scripts leave the text and are told; addresses that could run are no links', () => {
  const { blocks, notices } = blocksOf(
    parseHtml('<p>a<script>alert(1)</script><a href="java\nscript:alert(1)">b</a></p>'),
  )
  assert.equal(htmlOf(blocks), '<p>ab</p>')
  assert.deepEqual(
    notices.map(({ what }) => what),
    ['<script> element', 'link address'],
  )
})

test('a caption goes with its picture, and an embed becomes a link', () => {
  const { blocks, notices, media } = blocksOf(
    parseHtml(
      '<p>a</p><figure><img src="https://example.org/p.jpg"><figcaption>A ferry</figcaption></figure><iframe src="https://example.org/v"></iframe>',
    ),
  )
  assert.equal(textOf(blocks), 'a\n\nhttps://example.org/v')
  assert.equal(media.length, 1)
  assert.deepEqual(
    notices.map(({ kind, text }) => [kind, text]),
    [
      ['removed', 'A ferry'],
      ['assumed', 'https://example.org/v'],
    ],
  )
})

test('preformatted text keeps its columns, and paragraphs inside paragraphs part', () => {
  assert.equal(drawn('<pre>\na   1\nb   2\n</pre>'), '<pre>a   1\nb   2</pre>')
  const tree = parseXml('<body><p><h3>Head</h3>text</p></body>')
  assert.equal(htmlOf(blocksOf(tree).blocks), '<h3>Head</h3><p>text</p>')
})
