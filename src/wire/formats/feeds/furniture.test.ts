/** What stands around and behind the story of a feed's entry; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { readWire } from '../../reading/read-wire.ts'
import { itemIn } from '../../../../test/data/wire-item.ts'

const spaces =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" xmlns:yandex="http://news.yandex.ru" xmlns:turbo="http://turbo.yandex.ru" xmlns:xhtml="http://www.w3.org/1999/xhtml"'

function read(more: string): WireItem {
  const text = `<rss version="2.0" ${spaces}><channel><title>Moor</title><item><title>Lamp lit</title><guid>1</guid>${more}</item></channel></rss>`
  return itemIn(text)
}

const encoded = (html: string): string => `<content:encoded><![CDATA[${html}]]></content:encoded>`
const bodyOf = (more: string): string => read(more).standfirst.bodyText

const around = [
  '<div class="sharedaddy sd-block"><h3>Share this:</h3><ul><li><a href="https://x.example">Click to share</a></li></ul></div>',
  '<div id="r" class="jp-relatedposts"><h3>Related</h3></div>',
  '<div class="feedflare"><a href="https://f.example"><img src="https://f.example/1.gif"></a></div>',
  '<div class="subscription-widget-wrap"><p>Subscribe for free.</p></div><p class="button-wrapper"><a href="https://x.example">Share</a></p>',
  '<figure class="op-ad"><iframe src="https://ads.example/"></iframe></figure><time class="op-published" datetime="2030-05-01">May 1</time>',
  '<p><a href="https://moor.example/lamp">Read more…</a></p>',
  '<p><a class="more-link" href="https://moor.example/lamp">Continue reading <span>Lamp lit</span></a></p>',
  '<p>The post <a href="https://moor.example/lamp">Lamp lit</a> appeared first on <a href="https://moor.example">Moor</a>.</p>',
  '<p>Der Beitrag Lamp lit erschien zuerst auf Moor.</p>',
  '<p><a href="https://m.example">Lamp lit</a> was originally published in Moor on Medium, where people are continuing the conversation by responding.</p>',
]
for (const [at, html] of around.entries()) {
  test(`what a program puts around a story leaves it, with a notice (${at + 1})`, () => {
    const item = read(encoded(`<p>It burns.</p>${html}`))
    assert.equal(item.standfirst.bodyText, 'It burns.')
    assert.ok(item.standfirst.notices.some(({ what }) => what.includes('around a story')))
    assert.equal(item.associations, undefined)
  })
}

test('what a site hides from its readers leaves the text, and what Drupal writes above it', () => {
  const hidden =
    '<p style="color:red; display: none">Call 555</p><p hidden>Call 556</p><span class="screen-reader-text">Of the lamp</span>'
  const drupal =
    '<span class="field field--name-title">Lamp lit</span><span class="field field--name-created">May 1</span>'
  assert.equal(bodyOf(encoded(`${drupal}<p>It burns.</p>${hidden}`)), 'It burns.')
})

test('pictures that scripts load, or that only classes frame, are pictures; a figure around a link is none', () => {
  const lazy =
    '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://x.example/1.jpg">'
  const framed =
    '<div class="wp-caption"><img src="https://x.example/2.jpg"><p class="wp-caption-text">A lamp</p></div>'
  const link = '<figure class="wp-block-embed"><div>https://v.example/3</div></figure>'
  const item = read(encoded(`<p>It burns.</p>${lazy}${framed}${link}`))
  assert.equal(item.standfirst.bodyText, 'It burns.\n\nhttps://v.example/3')
  const pictures = (item.associations ?? []).map((one) => [
    one.renditions[0]?.href,
    one.description,
  ])
  assert.deepEqual(pictures, [
    ['https://x.example/1.jpg', undefined],
    ['https://x.example/2.jpg', 'A lamp'],
  ])
})

test('categories that are Media Topics are subjects', () => {
  const item = read(
    '<description>Lit.</description><category domain="http://cv.iptc.org/newscodes/mediatopic/">15000000</category><category>medtop:20000002</category><category domain="x">Sport</category>',
  )
  const address = 'http://cv.iptc.org/newscodes/mediatopic/'
  assert.deepEqual(
    item.subjects.map(({ uri }) => uri),
    [`${address}15000000`, `${address}20000002`],
  )
  assert.deepEqual(item.keywords, ['Sport'])
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Moor</title><entry><id>1</id><title>Lamp</title><content>Lit.</content><category scheme="${address}" term="15000000" label="sport"/></entry></feed>`
  const [entry] = readWire(new TextEncoder().encode(atom)).items
  assert.deepEqual(
    entry?.subjects.map(({ uri, name }) => [uri, name]),
    [[`${address}15000000`, 'sport']],
  )
})

test('marks of a CDATA section that were escaped too are no text, and names come once', () => {
  const text = '&lt;![CDATA[&lt;p&gt;It burns.&lt;/p&gt;]]&gt;'
  assert.equal(bodyOf(`<description>${text}</description>`), 'It burns.')
  const creators = ['Ann Lee, Rob Ott', 'Ann Lee'].map(
    (name) => `<creator xmlns="http://purl.org/dc/elements/1.1/">${name}</creator>`,
  )
  assert.equal(read(`<description>x</description>${creators.join('')}`).by, 'Ann Lee, Rob Ott')
})

test('the same leaves summaries, and texts of Atom and JSON Feed', () => {
  const post = 'The post Lamp lit appeared first on Moor.'
  const item = read(
    `${encoded('<p>It burns on.</p>')}<description>&lt;p&gt;It burns.&lt;/p&gt;&lt;p&gt;${post}&lt;/p&gt;</description>`,
  )
  assert.equal(item.descriptions[0]?.value, 'It burns.')
  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>Moor</title><entry><id>1</id><title>Lamp</title><content type="html">&lt;p&gt;It burns.&lt;/p&gt;&lt;p&gt;${post}&lt;/p&gt;</content></entry></feed>`
  const json = {
    version: 'https://jsonfeed.org/version/1.1',
    items: [{ id: '1', title: 'Lamp', content_text: `It burns.\n\n${post}` }],
  }
  for (const text of [atom, JSON.stringify(json)]) {
    const { items } = readWire(new TextEncoder().encode(text))
    assert.equal(items[0]?.standfirst.bodyText, 'It burns.')
  }
})

test('what a story says itself stays, also in such words', () => {
  const said = [
    'The post of keeper appeared first on the list, and four more followed it.',
    'One.',
    'Two.',
    'Three.',
    'Readers read more than ever.',
  ]
  const html = said.map((text) => `<p>${text}</p>`).join('')
  assert.equal(bodyOf(encoded(html)), said.join('\n\n'))
  assert.equal(bodyOf(encoded('<p class="share-price">Up.</p>')), 'Up.')
})

test('a whole text under another name is the text, and a file of Media RSS is none', () => {
  const ways = [
    '<yandex:full-text>It burns on.</yandex:full-text>',
    '<full-text>It burns on.</full-text>',
    '<turbo:content><![CDATA[<p>It burns on.</p>]]></turbo:content>',
    '<content><![CDATA[<p>It burns on.</p>]]></content>',
    '<xhtml:div><p>It burns on.</p></xhtml:div>',
    '<div xmlns="http://www.w3.org/1999/xhtml"><p>It burns on.</p></div>',
  ]
  for (const way of ways) {
    const item = read(`<description>Short.</description>${way}`)
    assert.equal(item.standfirst.bodyText, 'It burns on.', way)
    assert.equal(item.descriptions[0]?.value, 'Short.', way)
  }
  const file = '<media:content url="https://x.example/1.jpg" medium="image">Lamp</media:content>'
  assert.equal(bodyOf(`<description>Short.</description>${file}`), 'Short.')
})

test('captions and names of a feed are text, whatever they were escaped as', () => {
  const file =
    '<media:content url="https://x.example/1.jpg" medium="image"><media:description type="html">&lt;p&gt;A &amp;amp; B&lt;/p&gt;</media:description><media:credit>Ott &amp;amp; Lee</media:credit></media:content>'
  const [picture] = read(`<description>Short.</description>${file}`).associations ?? []
  assert.deepEqual([picture?.description, picture?.by], ['A & B', 'Ott & Lee'])
  const by = (name: string): string | undefined =>
    read(`<description>Short.</description><author>${name}</author>`).by
  assert.equal(by('Ann &amp;amp; Rob'), 'Ann & Rob')
  assert.equal(by('Ann (mailto:&amp;#97;nn@moor.example)'), 'Ann')
  assert.equal(by('mailto:ann@moor.example'), undefined)
  assert.equal(by('Ann Lee &lt;ann@moor.example&gt;'), 'Ann Lee')
})
