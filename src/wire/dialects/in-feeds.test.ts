/** RSS, Atom, JSON Feed and WordPress exports as publishers really send them; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../item.ts'
import { readInstant } from '../reading/fields/instants.ts'
import { itemIn as one, itemsIn as read } from '../../../test/data/wire-item.ts'

const namespaces =
  'xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'

const rss = (item: string, base = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" ${namespaces} ${base}><channel><title>Moor &amp; Co</title><atom:link href="http://moor.example/feed" rel="self"/><link>http://moor.example/</link><item><title>Lit</title><guid>1</guid><description>The lamp.</description>${item}</item></channel></rss>`

const linksOf = (item: WireItem): string[] =>
  [...JSON.stringify(item.standfirst.body).matchAll(/"(?:href|url)":"([^"]*)"/g)].map(
    ([, address = '']) => address,
  )

test('relative addresses are read against xml:base, the entry or the page of the feed', () => {
  const encoded =
    '<content:encoded><![CDATA[<p>See <a href="about">it</a>.</p><img src="/p.jpg" alt="Lamp">]]></content:encoded>'
  const based = one(rss(`<link>story/1</link>${encoded}`, 'xml:base="http://moor.example/news/"'))
  assert.deepEqual(based.altIds, [{ role: 'link', value: 'http://moor.example/news/story/1' }])
  assert.deepEqual(linksOf(based), ['http://moor.example/news/about'])
  assert.equal(based.associations?.[0]?.renditions[0]?.href, 'http://moor.example/p.jpg')
  const ofEntry = one(rss(`<link>http://skerry.example/a/1</link>${encoded}`))
  assert.deepEqual(linksOf(ofEntry), ['http://skerry.example/a/about'])
  assert.deepEqual(linksOf(one(rss(encoded))), ['http://moor.example/about'])
})

test('no base makes an address of what is none', () => {
  const encoded =
    '<content:encoded><![CDATA[<p>See <a href="java\nscript:alert(1)">it</a> or <a href="data:text/html,x">this</a>.</p>]]></content:encoded>'
  for (const base of ['xml:base="http://moor.example/"', 'xml:base="javascript:alert(1)//"']) {
    for (const address of linksOf(one(rss(encoded, base)))) assert.match(address, /^http:/)
  }
})

test('a group of Media RSS is one picture with its credit, its sizes and its thumbnail', () => {
  const item = one(
    rss(
      '<media:group><media:content url="http://moor.example/big.jpg" type="image/jpeg" width="1200" height="800"><media:description>The lamp by day</media:description><media:credit role="photographer">Ida Holm</media:credit></media:content><media:content url="http://moor.example/small.jpg" type="image/jpeg"/></media:group><media:thumbnail url="http://moor.example/t.jpg" width="75"/><media:copyright>Moor Pics</media:copyright>',
    ),
  )
  assert.deepEqual(item.associations, [
    {
      rel: 'content',
      type: 'picture',
      description: 'The lamp by day',
      by: 'Ida Holm',
      copyrightNotice: 'Moor Pics',
      renditions: [
        {
          name: 'main',
          href: 'http://moor.example/big.jpg',
          contentType: 'image/jpeg',
          width: 1200,
          height: 800,
        },
        { name: 'main', href: 'http://moor.example/small.jpg', contentType: 'image/jpeg' },
        { name: 'thumbnail', href: 'http://moor.example/t.jpg', width: 75 },
      ],
    },
  ])
  assert.equal(item.standfirst.bodyText, 'The lamp.')
})

test('one picture in several widths, or as enclosure and as content, is one picture', () => {
  const item = one(
    rss(
      '<media:content url="http://moor.example/x.jpg?w=140" width="140"/><media:content url="http://moor.example/x.jpg?w=460" width="460"><media:credit>Ida Holm</media:credit></media:content><enclosure url="http://moor.example/x.jpg" type="image/jpeg" length="1"/><media:content url="http://moor.example/film.mp4" medium="video"/>',
    ),
  )
  assert.deepEqual(
    item.associations?.map(({ type, renditions }) => [type, renditions.length]),
    [
      ['picture', 3],
      ['video', 1],
    ],
  )
})

test('a podcast has its recording and its picture', () => {
  const item = one(
    rss(
      '<itunes:image href="http://moor.example/i.jpg"/><enclosure url="http://moor.example/a.mp3" length="1" type="audio/mpeg"/>',
    ),
  )
  assert.deepEqual(
    item.associations?.map(({ rel, type }) => [rel, type]),
    [
      ['enclosure', 'audio'],
      ['image', 'picture'],
    ],
  )
})

test('several creators are one byline, and addresses of mail are none', () => {
  const by = (item: string): string | undefined => one(rss(item)).by
  assert.equal(
    by('<dc:creator>Ada Moor</dc:creator><dc:creator>Ida Holm</dc:creator>'),
    'Ada Moor, Ida Holm',
  )
  assert.equal(by('<author>ada@moor.example (Ada Moor)</author>'), 'Ada Moor')
  assert.equal(by('<author>Ada Moor &lt;ada@moor.example&gt;</author>'), 'Ada Moor')
  assert.equal(by('<author>ada@moor.example</author>'), undefined)
})

test('titles resolve letters of HTML, that of the feed too', () => {
  const item = one(rss('').replace('>Lit<', '>Keeper&amp;#8217;s &lt;b&gt;lamp&lt;/b&gt;<'))
  assert.equal(item.headlines[0]?.value, 'Keeper’s lamp')
  assert.equal(item.standfirst.source, 'Moor & Co')
  const doubled = one(rss('').replace('Moor &amp; Co', 'Moor &amp;amp; Co'))
  assert.equal(doubled.standfirst.source, 'Moor & Co')
})

test('RSS 0.91 with its DTD and RSS 1.0 with its items beside the channel', () => {
  const old = one(
    '<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Moor</title><link>http://moor.example/</link><language>en-us</language><item><title>Keeper &amp;amp; lamp</title><link>http://moor.example/1</link><description>Lit.</description></item></channel></rss>',
  )
  assert.deepEqual([old.headlines[0]?.value, old.language], ['Keeper & lamp', 'en-US'])
  const rdf = one(
    `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ${namespaces}><channel rdf:about="http://moor.example/"><title>Moor</title><link>http://moor.example/</link><dc:language>de</dc:language></channel><item rdf:about="http://moor.example/1"><title>Lampe</title><link>http://moor.example/1</link><description>Kurz.</description><dc:date>2030-05-01T10:00:00+02:00</dc:date><content:encoded><![CDATA[<p>Sie brennt &ndash; ja.</p>]]></content:encoded></item></rdf:RDF>`,
  )
  assert.deepEqual(
    [rdf.language, rdf.firstCreated, rdf.standfirst.bodyText, rdf.descriptions[0]?.value],
    ['de', '2030-05-01T08:00:00.000Z', 'Sie brennt – ja.', 'Kurz.'],
  )
})

test('Atom 0.3: escaped titles, issued and modified', () => {
  const item = one(
    '<?xml version="1.0"?><feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="en"><title>Moor</title><entry><title type="text/html" mode="escaped">Keeper &amp;amp; lamp</title><link rel="alternate" href="http://moor.example/1"/><id>tag:moor.example,2030:1</id><issued>2030-05-01T09:00:00Z</issued><modified>2030-05-01T10:00:00Z</modified><author><name>Ada Moor</name></author><content type="application/xhtml+xml" mode="xml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>lamp</b>.</p></div></content></entry></feed>',
  )
  assert.deepEqual(
    [item.headlines[0]?.value, item.firstCreated, item.versionCreated, item.by],
    ['Keeper & lamp', '2030-05-01T09:00:00.000Z', '2030-05-01T10:00:00.000Z', 'Ada Moor'],
  )
})

test('Atom 1.0: bases within bases, the alternate link, authors of the entry, the source or the feed', () => {
  const [first, second, third] = read(
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="http://moor.example/"><title type="html">Moor &amp;amp; Skerry</title><link rel="self" href="/feed"/><link href="/"/><author><name>Feed Author</name></author><entry xml:base="/news/"><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Less: <em>&lt;</em> lamp</div></title><link rel="edit" href="edit/1"/><link rel="alternate" href="1"/><link rel="enclosure" type="image/jpeg" href="pic.jpg"/><id>urn:1</id><updated>2030-05-01T10:00:00Z</updated><source><title>Other</title><author><name>Src Author</name></author><rights>(c) Other</rights></source><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>See <a href="about">about</a>.</p></div></content></entry><entry><title>Two</title><id>urn:2</id><author><name>Ada</name></author><author><name>Ida</name></author><summary>Two.</summary></entry><entry><title>Three</title><id>urn:3</id><content type="html" xml:base="/c/">&lt;p&gt;&lt;a href="x"&gt;x&lt;/a&gt;&lt;/p&gt;</content></entry></feed>',
  )
  assert.deepEqual(
    [first?.headlines[0]?.value, first?.by, first?.copyrightNotice, first?.standfirst.source],
    ['Less: < lamp', 'Src Author', '(c) Other', 'Other'],
  )
  assert.equal(first?.altIds?.[0]?.value, 'http://moor.example/news/1')
  assert.equal(first.associations?.[0]?.renditions[0]?.href, 'http://moor.example/news/pic.jpg')
  assert.deepEqual(linksOf(first), ['http://moor.example/news/about'])
  assert.deepEqual([second?.by, second?.standfirst.source], ['Ada, Ida', 'Moor & Skerry'])
  assert.deepEqual(
    [third?.by, linksOf(third as WireItem)],
    ['Feed Author', ['http://moor.example/c/x']],
  )
})

test('Atom 1.0: what is packed is unpacked, and a picture in place of the text is no text', () => {
  const content = (type: string): string =>
    one(
      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Moor</title><entry><title>Lit</title><id>urn:1</id><summary>Short.</summary><content type="${type}">VGhlIDxiPmxhbXA8L2I+Lg==</content></entry></feed>`,
    ).standfirst.bodyText
  assert.equal(content('application/octet-stream'), 'The lamp.')
  assert.equal(content('image/png'), 'Short.')
})

test('a guid is the link where there is none, unless it says that it is no address', () => {
  const link = (guid: string): string | undefined =>
    one(rss('').replace('<guid>1</guid>', guid)).altIds?.[0]?.value
  assert.equal(link('<guid>http://moor.example/1</guid>'), 'http://moor.example/1')
  assert.equal(link('<guid isPermaLink="false">http://moor.example/1</guid>'), undefined)
})

test('JSON Feed: letters of HTML in titles, the author of the feed, what is attached', () => {
  const [first, second] = read(
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1',
      title: 'Moor',
      feed_url: 'https://moor.example/feed.json',
      author: { name: 'Feed Author' },
      items: [
        {
          id: 2,
          url: 'https://moor.example/2',
          title: 'Keeper &amp; lamp',
          content_html: '<p>Lit <a href="/x">x</a></p>',
          banner_image: 'b.jpg',
          attachments: [
            { url: 'https://moor.example/a.mp3', mime_type: 'audio/mpeg', title: 'Heard' },
            { url: 'https://moor.example/a.pdf', mime_type: 'application/pdf' },
          ],
        },
        { id: '3', content_text: 'Text.', external_url: 'https://other.example/3' },
      ],
    }),
  )
  assert.deepEqual([first?.headlines[0]?.value, first?.by], ['Keeper & lamp', 'Feed Author'])
  assert.deepEqual(linksOf(first as WireItem), ['https://moor.example/x'])
  assert.deepEqual(
    first?.associations?.map(({ type, renditions }) => [type, renditions[0]?.href]),
    [
      ['picture', 'https://moor.example/b.jpg'],
      ['audio', 'https://moor.example/a.mp3'],
    ],
  )
  assert.deepEqual(second?.altIds, [{ role: 'external', value: 'https://other.example/3' }])
})

test('a WordPress export: paragraphs by blank lines, captions, short codes, excerpts', () => {
  const text =
    '<strong>[dropcap]D[/dropcap]ie Lampe brennt.</strong>\n\nZweiter Absatz\nmit Umbruch.\n<h2>Zwischen</h2>\nDritter [sic].\n\n[caption id="a" width="300"]<img src="https://moor.example/p.jpg" alt="x" width="300" /> Die Lampe[/caption]\n\n[contact_form]\n\nSchluss.'
  const item = one(
    `<?xml version="1.0"?><rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" ${namespaces} xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Moor</title><link>https://moor.example</link><item><title>Lampe</title><guid>https://moor.example/?p=1</guid><description></description><content:encoded><![CDATA[${text}]]></content:encoded><excerpt:encoded><![CDATA[Kurz gesagt.]]></excerpt:encoded><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item></channel></rss>`,
  )
  assert.equal(
    item.standfirst.bodyText,
    'Die Lampe brennt.\n\nZweiter Absatz mit Umbruch.\n\nZwischen\n\nDritter [sic].\n\nSchluss.',
  )
  assert.equal(item.associations?.[0]?.description, 'Die Lampe')
  assert.ok(item.standfirst.notices.some(({ what }) => what === 'short code'))
})

test('dates as C and Unix write them, and the zones of Europe', () => {
  const at = (text: string): (string | boolean | undefined)[] => {
    const instant = readInstant(text)
    return [instant?.iso, instant?.zoned]
  }
  assert.deepEqual(at('Mon Jan 26 16:31:00 2004'), ['2004-01-26T16:31:00.000Z', false])
  assert.deepEqual(at('Mon Jan 26 16:31:00 EST 2004'), ['2004-01-26T21:31:00.000Z', true])
  assert.deepEqual(at('Wed, 01 May 2030 10:00:00 CEST'), ['2030-05-01T08:00:00.000Z', true])
  assert.deepEqual(at('Wed, 01 May 2030 10:00:00 IST'), [undefined, undefined])
})

test('a WordPress export gives authors by their names and attached pictures', () => {
  const author = (login: string, display: string, first: string) =>
    `<wp:author><wp:author_login>${login}</wp:author_login><wp:author_display_name>${display}</wp:author_display_name><wp:author_first_name>${first}</wp:author_first_name><wp:author_last_name>Quill</wp:author_last_name></wp:author>`
  const post = (login: string, kind: string, text: string) =>
    `<item><title>Lit</title><guid>${login}</guid><dc:creator>${login}</dc:creator><content:encoded><![CDATA[${text}]]></content:encoded><wp:status>publish</wp:status><wp:post_type>${kind}</wp:post_type><wp:attachment_url>https://moor.example/lamp.jpg</wp:attachment_url></item>`
  const [named, doubled, unnamed] = read(
    `<rss ${namespaces} xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Moor</title>${author('aq', 'Ada Quill', '')}${author('bq', 'bq', 'Bea')}${post('aq', 'post', '<p>One</p>')}${post('bq', 'attachment', '')}${post('admin', 'post', 'One')}</channel></rss>`,
  )
  assert.equal(named?.by, 'Ada Quill')
  assert.equal(named.associations?.[0]?.renditions[0]?.href, 'https://moor.example/lamp.jpg')
  assert.equal(doubled?.by, 'Bea Quill')
  assert.deepEqual([doubled.type, doubled.renditions?.length], ['picture', 1])
  assert.equal(unnamed?.by, undefined)
})

test('what a feed says of the size of a file is kept', () => {
  const recording = '<enclosure url="https://moor.example/a.mp3" type="audio/mpeg" length="4096"/>'
  assert.equal(one(rss(recording)).associations?.[0]?.renditions[0]?.sizeInBytes, 4096)
  const attachments = [
    { url: 'https://moor.example/a.mp3', mime_type: 'audio/mpeg', size_in_bytes: 7 },
  ]
  const feed = { version: 'https://jsonfeed.org/version/1.1', items: [{ id: '1', attachments }] }
  assert.equal(one(JSON.stringify(feed)).associations?.[0]?.renditions[0]?.sizeInBytes, 7)
})

test('a description that is escaped twice is read as the mark-up that was meant', () => {
  const item = one(
    rss('').replace('The lamp.', '&amp;lt;p&amp;gt;Oil &amp;amp;amp; lamp&amp;lt;/p&amp;gt;'),
  )
  assert.equal(item.standfirst.bodyText, 'Oil & lamp')
  const shown = one(rss('').replace('The lamp.', 'Write &amp;lt;p&amp;gt; here'))
  assert.equal(shown.standfirst.bodyText, 'Write <p> here')
})
