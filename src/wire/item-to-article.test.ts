import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentOf } from './item-to-article.ts'
import type { WireItem } from './item.ts'
import { readWire } from './reading/read-wire.ts'

function standfirstOf(excerpt: string): string | undefined {
  const feed = `<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Moor</title><item><guid>1</guid><title>Lit</title><description>${excerpt}</description><content:encoded>&lt;p&gt;The lamp is lit.&lt;/p&gt;&lt;p&gt;It will burn.&lt;/p&gt;</content:encoded></item></channel></rss>`
  const { items } = readWire(new TextEncoder().encode(feed))
  return contentOf(items[0] as WireItem, 'en')?.standfirst
}

test('an excerpt that is how the text begins is no standfirst, any other is', () => {
  assert.equal(standfirstOf('The  lamp is lit.'), undefined)
  assert.equal(standfirstOf('A lamp, at last.'), 'A lamp, at last.')
})

function standfirstUnder(second: string): string | undefined {
  const file = `<nitf><head><docdata><doc-id id-string="lamp-1"/></docdata></head><body><body.head><hedline><hl1>Keeper lights the lamp at Moor Head</hl1><hl2>${second}</hl2></hedline></body.head><body.content><p>The lamp is lit.</p></body.content></body></nitf>`
  const { items } = readWire(new TextEncoder().encode(file))
  return contentOf(items[0] as WireItem, 'en')?.standfirst
}

test('a second headline is the standfirst where it says more than the first', () => {
  assert.equal(
    standfirstUnder('It had been dark for thirty years, and ships went round.'),
    'It had been dark for thirty years, and ships went round.',
  )
  assert.equal(standfirstUnder('Moor Head lamp lights'), undefined)
  assert.equal(standfirstUnder('KEEPER LIGHTS THE LAMP AT MOOR HEAD'), undefined)
})
