import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseXml } from '../xml/xml.ts'
import { damageInJson, damageInXml } from './misread.ts'

test('a field that decides, with a letter that is another, is damage', () => {
  assert.match(damageInJson({ uri: 'a', pubstatxs: 'canceled' }) ?? '', /almost like "pubstatus"/)
  assert.match(damageInJson({ uri: 'a', puBstatus: 'canceled' }) ?? '', /almost like "pubstatus"/)
  const cut = '<newsItem><itemMeta><pubStatu qcode="stat:canceled"/></itemMeta></newsItem>'
  assert.match(damageInXml(parseXml(cut)) ?? '', /almost like "pubstatus"/)
  const text = '<newsItem><itemMeta>s<edNote>No</edNote></itemMeta></newsItem>'
  assert.match(damageInXml(parseXml(text)) ?? '', /text where only fields may stand/)
})

test('other fields with names of their own are none', () => {
  const item = {
    pubstatus: 'usable',
    types: ['text'],
    place: { city: 'Orrin', state: 'Eastmark', stats: 3, form: 'town' },
    statut: 'usable',
    expired: false,
    endnote: 'x',
    sign: 1,
  }
  assert.equal(damageInJson(item), undefined)
  const capital = { Uri: 'a', Type: 'text', Status: 'usable', EdNote: 'x' }
  assert.equal(damageInJson(capital), undefined)
  const xml =
    '<NewsML><NewsItem><State form="x" code="y"/><ImageType FormalName="a"/></NewsItem></NewsML>'
  assert.equal(damageInXml(parseXml(xml)), undefined)
})
