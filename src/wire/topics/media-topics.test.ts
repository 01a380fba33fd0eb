import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { linesOf } from '../../../build/media-topics.ts'
import { broaderTopicFor, readTopics, topicFor } from './media-topics.ts'

test('a Subject Code has its own Media Topic, and otherwise that of the code above it', () => {
  assert.deepEqual(topicFor('15054000'), { code: '20001065', name: 'soccer' })
  assert.equal(broaderTopicFor('15054000'), undefined)
  assert.equal(topicFor('15043000'), undefined)
  assert.deepEqual(broaderTopicFor('15043000'), { code: '20001056', name: 'skiing' })
  assert.equal(topicFor('15999001'), undefined)
  assert.equal(broaderTopicFor('15999001')?.code, '15000000')
  assert.equal(broaderTopicFor('99099001'), undefined)
})

test('a retired Media Topic has the one that took its place, or the one above it', () => {
  assert.deepEqual(topicFor('20000165'), {
    code: '20000146',
    name: 'railway accident and incident',
  })
  assert.equal(topicFor('20000109'), undefined)
  assert.deepEqual(broaderTopicFor('20000109'), { code: '20000107', name: 'court' })
  assert.equal(topicFor('20001065'), undefined)
})

test('the list names each code once, in order, all 17 subjects, and leads to no retired topic', () => {
  const text = readFileSync(join(import.meta.dirname, 'media-topics.txt'), 'utf8')
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  const topics = readTopics(text)
  const codes = [...topics.keys()]
  assert.equal(codes.length, lines.length)
  assert.deepEqual(codes, codes.toSorted())
  assert.equal(codes.filter((code) => code.endsWith('000000')).length, 17)
  const retired = new Set(codes.filter((code) => code.startsWith('2')))
  assert.deepEqual(
    [...topics.values()].filter(({ code }) => retired.has(code)),
    [],
  )
})

const topics = 'http://cv.iptc.org/newscodes/mediatopic/'
const codes = 'http://cv.iptc.org/newscodes/subjectcode/'
const name = (english: string) => ({ fr: 'x', 'en-GB': english })
const retired = '2015-02-24T12:00:00+00:00'
const use = (words: string) => ({ retired, changeNote: { 'en-GB': words } })
const under = (code: string) => ({ broader: [topics + code] })

const concepts = [
  { uri: `${topics}15000000`, prefLabel: name('top') },
  {
    uri: `${topics}20000001`,
    prefLabel: name('one'),
    ...under('15000000'),
    exactMatch: [`${codes}15000001`],
  },
  {
    uri: `${topics}20000002`,
    prefLabel: { fr: 'deux' },
    ...under('20000001'),
    closeMatch: [`${codes}15000001`, `${codes}15000002`, 'x'],
  },
  {
    uri: `${topics}20000003`,
    retired,
    prefLabel: name('three'),
    ...under('20000001'),
    exactMatch: [`${codes}15000003`],
  },
  {
    uri: `${topics}20000004`,
    ...use('Retired. Use medtop:20000005 four instead.'),
    ...under('20000001'),
    exactMatch: [`${codes}15000004`],
  },
  { uri: `${topics}20000005`, ...use('Use two (20000002)'), ...under('20000001') },
  { uri: `${topics}20000006`, ...use('Use 20000001 or 20000002'), ...under('20000005') },
  { uri: `${topics}20000007`, retired, exactMatch: [`${codes}15000007`] },
]

test('of IPTC’s own file the nearest match counts, and a retired topic gives way', () => {
  const found = linesOf(concepts)
  assert.deepEqual(found, [
    '15000000 = 15000000 top',
    '15000001 = 20000001 one',
    '15000002 = 20000002',
    '15000003 < 20000001 one',
    '15000004 = 20000002',
    '20000003 < 20000001 one',
    '20000004 = 20000002',
    '20000005 = 20000002',
    '20000006 < 20000002',
  ])
  assert.deepEqual(readTopics(found.join('\n')).get('15000003'), {
    code: '20000001',
    name: 'one',
    isSame: false,
  })
})
