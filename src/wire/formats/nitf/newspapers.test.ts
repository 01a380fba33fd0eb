/** NITF as newspapers' own systems and archives write it; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { itemIn, itemsIn as readXml } from '../../../../test/data/wire-item.ts'

interface Parts {
  head?: string
  docdata?: string
  bodyHead?: string
  content?: string
  end?: string
}

function read({ head = '', docdata = '', bodyHead = '', content = '', end = '' }: Parts): WireItem {
  const xml = `<nitf><head>${head}<docdata><doc-id id-string="K1"/>${docdata}</docdata></head><body><body.head><hedline><hl1>Lamp stays lit</hl1></hedline>${bodyHead}</body.head><body.content>${content}</body.content><body.end>${end}</body.end></body></nitf>`
  return itemIn(xml)
}

test('what a newspaper notes of a picture for itself is no caption', () => {
  const media = (captions: string): string =>
    `<p>Lit.</p><media media-type="image"><media-id>19</media-id><media-reference mime-type="image/jpeg" source="19.jpg"/>${captions}<media-byline>ADA MOOR</media-byline><media-notes>3 col, call Ida</media-notes><media-status>Worked</media-status></media>`
  const captions =
    '<media-printcaption>The lamp.</media-printcaption><media-originalcaption>The lamp, by night. Call the desk.</media-originalcaption>'
  const [picture] = read({ content: media(captions) }).associations ?? []
  assert.deepEqual([picture?.description, picture?.by], ['The lamp.', 'ADA MOOR'])
  const [bare] = read({ content: media('') }).associations ?? []
  assert.equal(bare?.description, undefined)
  const original =
    '<media-printcaption> </media-printcaption><media-originalcaption>By night.</media-originalcaption>'
  assert.equal(read({ content: media(original) }).associations?.[0]?.description, 'By night.')
})

test('a file that stands whole in its element is no caption either', () => {
  const item = read({
    content:
      '<p>Lit.</p><media media-type="image"><media-reference source="a.jpg" alternate-text="A lamp"/><media-object encoding="base64">AAAA</media-object></media>',
  })
  assert.equal(item.associations?.[0]?.description, undefined)
  assert.equal(item.associations?.[0]?.altText, 'A lamp')
})

test('a lead that the full text repeats stands once, and one that it does not repeat stays', () => {
  const blocks = (lead: string): string =>
    `<block class="lead_paragraph"><p>${lead}</p></block><block class="full_text"><p>The lamp is lit.</p><p>Nobody objected.</p></block>`
  const item = read({ content: blocks('The lamp is lit.') })
  assert.equal(item.standfirst.bodyText, 'The lamp is lit.\n\nNobody objected.')
  assert.match(JSON.stringify(item.standfirst.notices), /lead repeated in the text/)
  assert.match(
    read({ content: blocks('Oil is dear.') }).standfirst.bodyText,
    /^Oil is dear\.\n\nThe/,
  )
})

test('headlines of other stories below the text are kept, and no part of it', () => {
  const item = read({
    content: '<p>Lit.</p>',
    end: '<block class="related-contents"><p><a href="/a/1.html"><![CDATA[ Other lamps ]]></a></p></block><tagline>Ada Moor helped.</tagline>',
  })
  assert.equal(item.standfirst.bodyText, 'Lit.\n\nAda Moor helped.')
  assert.deepEqual(item.standfirst.extra?.['related'], { title: 'Other lamps', href: '/a/1.html' })
})

test('HTML in CDATA inside a paragraph, a summary or a headline is mark-up', () => {
  const item = read({
    bodyHead: '<abstract><p><![CDATA[Oil &amp; <b>wick</b>]]></p></abstract>',
    content:
      '<p><![CDATA[It <b>burns</b> &amp; shines]]></p><p>Ask &lt;ada@moor.example&gt; for a &lt;br&gt;.</p>',
  })
  assert.equal(item.descriptions[0]?.value, 'Oil & wick')
  assert.equal(item.standfirst.bodyText, 'It burns & shines\n\nAsk <ada@moor.example> for a <br>.')
})

test('two names that nothing parts are two, and names written for machines are left out', () => {
  const by = (bodyHead: string): string | undefined => read({ bodyHead }).by
  assert.equal(by('<byline><person>Moor News</person><author>Ida Holm</author></byline>'), 'Moor News, Ida Holm') // prettier-ignore
  assert.equal(by('<byline>By <person>Ida Holm</person> and <person>Ada Moor</person></byline>'), 'By Ida Holm and Ada Moor') // prettier-ignore
  assert.equal(by('<byline>Ida Holm</byline><byline class="normalized_byline">Holm, I</byline>'), 'Ida Holm') // prettier-ignore
  assert.equal(by('<byline>Ida Holm</byline><byline>Ada Moor</byline>'), 'Ida Holm; Ada Moor')
})

test('keywords in one attribute are parted; a name that one of several has is not', () => {
  const keywords = (...keys: string[]): string[] | undefined =>
    read({ docdata: keys.map((key) => `<keyword key="${key}"/>`).join('') }).keywords
  assert.deepEqual(keywords('lamp, oil,the moor'), ['lamp', 'oil', 'the moor'])
  assert.deepEqual(keywords('lamp; Holm, Ida'), ['lamp', 'Holm, Ida'])
  assert.deepEqual(keywords('lamp/oil/'), ['lamp', 'oil'])
  assert.deepEqual(keywords('Holm, Ida', 'lamp'), ['Holm, Ida', 'lamp'])
})

test('an archive names its day, slug and subjects in places of their own', () => {
  const item = read({
    head: '<pubdata name="The Moor" date.publication="20300201T000000"/>',
    docdata:
      '<doc-name name-string="LAMP 0201"/><identified-content><person>HOLM, IDA</person><org>Moor Oil</org><location><sublocation>4 Holm Street</sublocation><city>Skerry</city><country>Bay</country></location><classifier type="descriptor">LIGHT</classifier><classifier type="taxonomic_classifier">Top/Moor</classifier></identified-content>',
  })
  assert.equal(item.versionCreated, '2030-02-01T00:00:00.000Z')
  assert.equal(item.slugline, 'LAMP 0201')
  assert.deepEqual(item.people, [{ name: 'HOLM, IDA' }])
  assert.deepEqual(item.organisations, [{ name: 'Moor Oil' }])
  assert.deepEqual(item.places, [{ name: 'Skerry' }])
  assert.deepEqual(item.keywords, ['LIGHT'])
})

const body = (headline: string, content = '<p>Lit.</p>'): string =>
  `<body><body.head><hedline>${headline}</hedline></body.head><body.content>${content}</body.content></body>`

test('a document without an id is known by its address at its sender’s, or by day and headline', () => {
  const uri = (head: string, attributes = ''): string | undefined =>
    readXml(`<nitf${attributes}><head>${head}</head>${body('<hl1>Lamp</hl1>')}</nitf>`)[0]?.uri
  const release = '<docdata><date.release norm="20300201T0714Z"/></docdata>'
  const canonical = '<meta name="canonical" content="https://moor.example/lamp"/>'
  assert.equal(uri(canonical + release), 'https://moor.example/lamp')
  assert.match(uri(release) ?? '', /^urn:nitf:unknown:20300201:[\da-f]+$/)
  assert.equal(uri('<docdata><doc-id id-string=""/></docdata>', ' uno="K7"'), 'urn:nitf:K7')
})

test('several documents under one root are as many items', () => {
  const one = (id: string): string =>
    `<nitf><head><docdata><doc-id id-string="${id}"/></docdata></head>${body(`<hl1>Lamp ${id}</hl1>`)}</nitf>`
  for (const root of ['nitfs', 'nitf-doc']) {
    const items = readXml(`<${root}>${one('1')}${one('2')}</${root}>`)
    assert.deepEqual(
      items.map(({ headlines }) => headlines[0]?.value),
      ['Lamp 1', 'Lamp 2'],
    )
  }
})

test('a headline for the web stands for one that is missing, and HTML in pre is a text', () => {
  const content = '<pre><![CDATA[<p>Lit.</p><p>Bright.</p>]]></pre>'
  const [item] = readXml(
    `<nitf><head><docdata><doc-id id-string="1"/></docdata></head>${body('<printhead>LAMP</printhead><webhead>The lamp</webhead>', content)}</nitf>`,
  )
  assert.equal(item?.headlines[0]?.value, 'The lamp')
  assert.equal(item?.standfirst.bodyText, 'Lit.\n\nBright.')
})

test('a part of the same document is no file, and a document beside the text no picture', () => {
  const media = (type: string, reference: string): string =>
    `<p>Lit.</p><media media-type="${type}"><media-reference ${reference}/></media>`
  assert.equal(read({ content: media('image', 'source="#photo0"') }).associations, undefined)
  const pdf = read({ content: media('application', 'mime-type="application/pdf" source="a.pdf"') })
  assert.equal(pdf.associations?.[0]?.type, 'application')
  const image = read({ content: media('other', 'mime-type="image/jpeg" source="a.jpg"') })
  assert.equal(image.associations?.[0]?.type, 'picture')
})

test('a document that says it corrects another waits for its match; one that corrects itself does not', () => {
  const other = read({ docdata: '<correction info="Oil, not gas" id-string="K0"/>' })
  assert.match(other.standfirst.held.join(), /match it first/)
  assert.equal(other.edNote, 'Oil, not gas')
  const original = read({ head: '<original-storyid>14</original-storyid>' })
  assert.match(original.standfirst.held.join(), /match it first/)
  const own = read({ docdata: '<correction id-string="K1"/>', content: '<p>Lit.</p>' })
  assert.deepEqual(own.standfirst.held, [])
  assert.deepEqual(own.standfirst.signals, [{ kind: 'correction', value: 'correction' }])
})

test('an embargo or a status in a meta element of the sender keeps the document back', () => {
  const meta = (name: string, content: string): WireItem =>
    read({ head: `<meta name="${name}" content="${content}"/>`, content: '<p>Lit.</p>' })
  assert.equal(meta('embargo', '20300601T000000Z').embargoed, '2030-06-01T00:00:00.000Z')
  assert.match(meta('embargo', 'Tuesday').standfirst.held.join(), /cannot be read/)
  assert.match(meta('status', 'killed').standfirst.held.join(), /"killed"/)
  assert.deepEqual(meta('status', 'final').standfirst.held, [])
})

test('second headlines, credits beside a file and functions are read as what they are', () => {
  const [item] = readXml(
    `<nitf><head><docdata><doc-id id-string="1"/></docdata></head>${body(
      '<hl1>One</hl1><hl1>Two</hl1>',
      '<p>Lit.</p><nitf-table><nitf-table-metadata><nitf-table-summary>Tides</nitf-table-summary></nitf-table-metadata><table><tr><td>1</td><td>2</td></tr></table></nitf-table><media media-type="image"><media-reference source="a.jpg" source-credit="Holm/Moor" copyright="(c) Moor"/><media-producer><person>Ida Holm</person> <function>photographer</function></media-producer></media>',
    )}</nitf>`,
  )
  assert.deepEqual(item?.headlines[1], { role: 'other', value: 'Two' })
  assert.equal(item?.standfirst.bodyText, 'Lit.\n\n1\t2')
  const [picture] = item?.associations ?? []
  assert.deepEqual(
    [picture?.by, picture?.creditline, picture?.copyrightNotice],
    ['Ida Holm', 'Holm/Moor', '(c) Moor'],
  )
  const by = read({ bodyHead: '<byline>Ida Holm <virtloc>ida@moor.example</virtloc></byline>' }).by
  assert.equal(by, 'Ida Holm')
})

test('a paragraph of escaped HTML may be long', () => {
  const item = read({ content: `<p><![CDATA[${'lit<br/>'.repeat(150_000)}]]></p>` })
  assert.equal(item.standfirst.bodyText.startsWith('lit\nlit'), true)
})

test('without a number the time of issue tells one version from another', () => {
  const version = (docdata: string): string => read({ docdata }).version
  assert.equal(version('<date.issue norm="20300501T060000Z"/>'), '20300501T060000Z')
  assert.equal(version('<du-key version="3"/><date.issue norm="20300501T060000Z"/>'), '3')
  assert.equal(version('<date.issue norm="YYYYMMDD"/>'), '1')
})
