/** Feeds around whole items, files and junk; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemsIn as read, readingOf as reading } from '../../../../test/data/wire-item.ts'

const rss = (item: string): string =>
  `<rss version="2.0"><channel><title>Moor</title><item><title>Lamp</title><guid>urn:entry</guid><description>Lit.</description>${item}</item></channel></rss>`
const atom = (content: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Moor</title><entry><id>urn:entry</id><title>Lamp</title>${content}</entry></feed>`

const g2 = (status: string): string =>
  `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:item" version="4"><itemMeta><itemClass qcode="ninat:text"/><versionCreated>2030-05-01T06:00:00Z</versionCreated><pubStatus qcode="stat:${status}"/></itemMeta><contentMeta><headline>Lamp lit</headline></contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>It burns.</p></body></html></inlineXML></contentSet></newsItem>`
const nitf = `<nitf><head><docdata management-status="withheld"><doc-id id-string="urn:item"/></docdata></head><body><body.head><hedline><hl1>Lamp lit</hl1></hedline></body.head><body.content><p>It burns.</p></body.content></body></nitf>`

test('a whole item in an entry is read for what it says of itself', () => {
  for (const status of ['usable', 'withheld', 'canceled']) {
    for (const text of [
      rss(g2(status)),
      atom(`<content type="application/vnd.iptc.g2.newsitem+xml">${g2(status)}</content>`),
    ]) {
      const [item, ...more] = read(text)
      assert.deepEqual(
        [item?.uri, item?.version, item?.pubStatus, more],
        ['urn:item', '4', status, []],
      )
      assert.equal(item?.standfirst.bodyText, 'It burns.')
    }
  }
  const [item] = read(atom(`<content type="application/nitf+xml">${nitf}</content>`))
  assert.deepEqual([item?.uri, item?.pubStatus], ['urn:nitf:urn:item', 'withheld'])
  const none = reading(rss('<NewsML><Catalog/></NewsML>'))
  assert.equal(none.items.length, 0)
})

test('a content that is a file is no text, and one in another language says so', () => {
  const [pdf] = read(
    atom('<content type="application/pdf">JVBERi0xLjQK</content><summary>Short.</summary>'),
  )
  assert.equal(pdf?.standfirst.bodyText, 'Short.')
  const [french] = read(atom('<content type="html" xml:lang="fr">Il br\u00fble.</content>'))
  assert.equal(french?.language, 'fr')
  const [plain] = read(atom('<content type="text/plain; charset=utf-8">It burns.</content>'))
  assert.deepEqual([plain?.standfirst.bodyText, plain?.language], ['It burns.', 'en'])
})

test('what a program writes before or behind a feed is no part of it', () => {
  const declared = `<?xml version="1.0"?>${rss('')}`
  for (const text of [
    `<!-- kept -->\n<!-- twice -->${declared}`,
    `${declared}\n<!-- kept --><script>x</script>`,
    `${declared} made in 3 ms`,
  ])
    assert.equal(read(text).length, 1, text)
  assert.match(reading(`${declared}${rss('')}`).refused[0]?.reason ?? '', /broken/)
})

test('RSS 1.1 lists its items inside its channel', () => {
  const text =
    '<Channel xmlns="http://purl.org/net/rss1.1#" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><title>Moor</title><items rdf:parseType="Collection"><item rdf:about="urn:1"><title>Lamp</title><description>Lit.</description></item></items></Channel>'
  assert.deepEqual(
    read(text).map(({ uri }) => uri),
    ['urn:1'],
  )
})
