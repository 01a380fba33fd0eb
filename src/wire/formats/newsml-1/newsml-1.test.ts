/** NewsML 1 as editorial systems export it; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { WireItem } from '../../item.ts'
import { itemIn } from '../../../../test/data/wire-item.ts'

function read(components: string): WireItem {
  const identity =
    '<ProviderId>moor.example</ProviderId><DateId>20300501</DateId><NewsItemId>K1</NewsItemId><RevisionId>1</RevisionId>'
  const xml = `<NewsML><NewsItem><Identification><NewsIdentifier>${identity}</NewsIdentifier></Identification><NewsManagement><NewsItemType FormalName="News"/><Status FormalName="Usable"/></NewsManagement><NewsComponent><NewsLines><HeadLine>Lamp stays lit</HeadLine></NewsLines>${components}</NewsComponent></NewsItem></NewsML>`
  return itemIn(xml)
}

const component = (role: string, content: string): string =>
  `<NewsComponent><Role FormalName="${role}"/>${content}</NewsComponent>`

test('a text of several pages, each a NITF of its own, is read whole', () => {
  const page = (text: string): string =>
    `<nitf><body><body.content><p>${text}</p></body.content></body></nitf>`
  const item = read(
    component(
      'Main',
      `<ContentItem><DataContent>${page('The lamp burns.')}${page('It is oil.')}</DataContent></ContentItem>`,
    ),
  )
  assert.equal(item.standfirst.bodyText, 'The lamp burns.\n\nIt is oil.')
})

test('a file that is a picture by its name alone is one, and a page is none', () => {
  const file = (href: string): string => component('JPG', `<ContentItem Href="${href}"/>`)
  const text = component('Main', '<ContentItem><DataContent>Lit.</DataContent></ContentItem>')
  const caption = component(
    'Caption',
    '<ContentItem><DataContent>A lamp</DataContent></ContentItem>',
  )
  const item = read(
    `${text}<NewsComponent>${caption}${file('https://moor.example/lamp.jpg')}</NewsComponent>${file('https://moor.example/lamp.html')}`,
  )
  assert.equal(item.associations?.length, 1)
  assert.equal(item.associations[0]?.description, 'A lamp')
  assert.equal(item.associations[0].renditions[0]?.href, 'https://moor.example/lamp.jpg')
})
