import assert from 'node:assert/strict'
import { test } from 'node:test'
import { summarize } from '../summaries-tools.ts'

const harbour = {
  headline: 'Fire closes the old harbour',
  paragraphs: [
    'PORT MARLOW (Standfirst) - A fire in a warehouse closed the old harbour of Port Marlow on Monday and drove 40 families from their homes, the fire service said.',
    'Scroll down for video',
    '"We have never seen anything like it," said the harbour master, Ada Quill.',
    'But nobody was hurt. The warehouse held 300 tonnes of paper for the city archive, which had been moved there in May.',
    'Mayor Tom Brandt promised new flats for all the families before the winter. He said the city would pay. The harbour should open again on Friday, according to the port office. The cause of the fire is not known, and police are asking witnesses to come forward.',
    'The warehouse was built in 1911 and was to become a museum. Plans for the museum were approved two years ago, but the money was never found, and the building stood empty until the archive moved in.',
  ],
}

test('a summary takes sentences of the article verbatim and says where they stand', () => {
  const { sentences } = summarize(harbour)
  assert.ok(sentences.length >= 1)
  for (const { text, evidence } of sentences)
    for (const { paragraph, start, end } of evidence)
      assert.equal(harbour.paragraphs[paragraph - 1]?.slice(start, end), text)
})

test('the dateline and the agency stay out of the summary', () => {
  assert.match(summarize(harbour).sentences[0]?.text ?? '', /^A fire in a warehouse/)
})

test('no sentence of a summary leans on one that was left out', () => {
  const texts = summarize(harbour, { sentences: 6, words: 200 }).sentences.map(({ text }) => text)
  assert.ok(!texts.some((text) => text.startsWith('But')))
  assert.ok(!texts.some((text) => text.startsWith('Scroll')))
  const he = texts.findIndex((text) => text.startsWith('He said'))
  assert.ok(he < 0 || texts[he - 1]?.startsWith('Mayor Tom Brandt'))
})

test('a summary has at most 70 words and three sentences unless more are asked for', () => {
  const { sentences } = summarize(harbour)
  assert.ok(sentences.length <= 3)
  assert.ok(sentences.flatMap(({ text }) => text.split(' ')).length <= 70)
})

test('a summary of a long article says more than its opening', () => {
  assert.ok(summarize(harbour).sentences.length >= 2)
  const { sentences } = summarize(harbour, { sentences: 1 })
  assert.equal(sentences.length, 1)
})

test('a short article whose opening says it all is told by the whole of it', () => {
  const opening =
    'The ferry to Port Marlow will not sail on Tuesday and Wednesday because divers are to free its screw from a rope that was lost by a trawler in the storm of last week, the line said.'
  const short = {
    paragraphs: [
      opening,
      'Passengers can take the night boat to Sallow Reach. Tickets stay good until the end of the month. The line has had two such ropes this year.',
    ],
  }
  assert.deepEqual(
    summarize(short).sentences.map(({ text }) => text),
    [opening],
  )
})

test('what is little but a quotation gives way to what happened', () => {
  const { sentences } = summarize(harbour)
  assert.ok(!sentences.some(({ text }) => text.includes('anything like it')))
})

test('what points outside of its sentence or announces a list stays out', () => {
  const texts = [
    ...harbour.paragraphs,
    'Strangers photograph it and the harbour office of Port Marlow sells a card of the fire.',
    'The mayor of Port Marlow has called for a new harbour and for three things in the city: .',
  ]
  const article = { ...harbour, paragraphs: texts }
  const all = summarize(article, { sentences: 20, words: 1000 }).sentences
  assert.ok(all.length >= 3)
  assert.ok(!all.some(({ text }) => /^Strangers|: \.$/.test(text)))
})

test('a brief has no summary', () => {
  const brief = { paragraphs: ['The bridge is open again. It had been closed since May.'] }
  assert.deepEqual(summarize(brief).sentences, [])
})

test('in a language that is not known there is no summary', () => {
  assert.deepEqual(summarize({ ...harbour, language: 'xx' }).sentences, [])
})
