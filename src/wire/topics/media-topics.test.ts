import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { topicsBySubjectCode } from '../../../build/media-topics.ts'
import { broaderTopicFor, readTopics, topicFor } from './media-topics.ts'

test('a Subject Code has its own Media Topic, and otherwise that of the code above it', () => {
  assert.deepEqual(topicFor('15054000'), { code: '20001065', name: 'soccer' })
  assert.equal(topicFor('15014003'), undefined)
  assert.equal(broaderTopicFor('15014003'), topicFor('15014000'))
  assert.equal(broaderTopicFor('15099001')?.code, '15000000')
  assert.equal(broaderTopicFor('99099001'), undefined)
})

test('the list names each code once, in order, and all 17 subjects', () => {
  const text = readFileSync(join(import.meta.dirname, 'media-topics.txt'), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const codes = [...readTopics(text).keys()]
  assert.equal(codes.length, lines.length)
  assert.deepEqual(codes, codes.toSorted())
  assert.equal(codes.filter((code) => code.endsWith('000000')).length, 17)
})

test('of IPTC’s own file the nearest match counts, and a retired topic gives way to the one above', () => {
  const topics = 'http://cv.iptc.org/newscodes/mediatopic/'
  const codes = 'http://cv.iptc.org/newscodes/subjectcode/'
  const name = (english: string) => ({ fr: 'x', 'en-GB': english })
  const found = topicsBySubjectCode([
    {
      uri: `${topics}20000001`,
      prefLabel: name('one'),
      broadMatch: [`${codes}15000001`],
      exactMatch: [`${codes}15000000`],
    },
    { uri: `${topics}20000002`, prefLabel: { fr: 'deux' }, closeMatch: [`${codes}15000001`, 'x'] },
    {
      uri: `${topics}20000003`,
      retired: '2015-02-24T12:00:00+00:00',
      prefLabel: name('three'),
      broader: [`${topics}20000001`],
      exactMatch: [`${codes}15000002`],
    },
    { uri: `${topics}20000004`, retired: '2015-02-24', exactMatch: [`${codes}15000003`] },
  ])
  assert.deepEqual(found, ['15000000 20000001 one', '15000001 20000002', '15000002 20000001 one'])
  assert.equal(readTopics(found.join('\n')).get('15000002')?.name, 'one')
})
