/** Features that come to their news after a scene; every word is invented. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { english } from '../language/words/english/english.ts'
import { german } from '../language/words/german.ts'
import { paintsScene } from './scenes.ts'
import { summarize } from './summarize.ts'

interface Feature {
  headline: string
  /** The sentences that only paint. */
  scene: string[]
  /** The first words of the sentence with the news. */
  news: RegExp
  paragraphs: string[]
}

const features: Feature[] = [
  {
    headline: 'Skerry ferry loses its winter crossing',
    scene: [
      'On a grey Tuesday morning, Ida Holm leaned on the rail of the Skerry ferry, clutching a flask of tea and a bag of ferry tickets.',
      'Gulls drifted over the wake of the ferry, and the smell of diesel hung in the winter mist of Port Marlow.',
    ],
    news: /^The ferry company will end/,
    paragraphs: [
      'On a grey Tuesday morning, Ida Holm leaned on the rail of the Skerry ferry, clutching a flask of tea and a bag of ferry tickets.',
      'Gulls drifted over the wake of the ferry, and the smell of diesel hung in the winter mist of Port Marlow.',
      'She has crossed to work like this for nineteen years.',
      'The ferry company will end the winter crossing between Skerry and Port Marlow in November, after the county cut its subsidy by 40 per cent, the company said on Monday.',
      'About 260 islanders who work on the mainland would have to drive round the bay, a journey of two hours each way, according to the county.',
      'The council of Skerry has asked the county to pay for one boat a day until the new bridge opens in three years. County officials said they would answer by the end of the month.',
    ],
  },
  {
    headline: 'Dye works of Sallow Reach must close its wells',
    scene: [
      'It was just before dawn, and the looms of the dye works at Sallow Reach were still humming under a flickering lamp.',
      'Tom Brandt crouched beside the oldest of the wells, stirring the dark water of Sallow Reach with a stick.',
    ],
    news: /^The dye works must close/,
    paragraphs: [
      'It was just before dawn, and the looms of the dye works at Sallow Reach were still humming under a flickering lamp.',
      'Tom Brandt crouched beside the oldest of the wells, stirring the dark water of Sallow Reach with a stick.',
      'The dye works must close all six of its wells by Friday because the water holds nine times as much lead as the law allows, a court in Port Linnet ruled.',
      'Some 1,400 people in the town drink from wells that lie below the works, and the county has begun to bring water in lorries, officials said.',
      'The owners said they would appeal. They employ 85 people and say that the lead comes from a battery plant that was closed decades ago.',
      'The county wants to test every house in Sallow Reach before the winter, at a cost of $2 million, and will send the results to the owners of the works.',
    ],
  },
  {
    headline: 'Lamp oil tax divides the outer islands',
    scene: [
      'As the sun slid behind the lighthouse, Ada Quill sat on an upturned crate, mending a net by the glow of an oil lamp.',
    ],
    news: /^Parliament approved a tax/,
    paragraphs: [
      'As the sun slid behind the lighthouse, Ada Quill sat on an upturned crate, mending a net by the glow of an oil lamp.',
      'Parliament approved a tax of 12 per cent on lamp oil on Thursday, which fishermen of the outer islands say will cost each boat $900 a year.',
      'The government says that the tax will pay for cables to the islands, where only one house in five has electricity.',
      'Fishermen have announced that they will block the harbour of Port Linnet on Saturday. Two of the three island mayors support them, and the third has called for talks.',
      'The minister of energy, Jon Vale, said that nobody would be in the dark when the first cable is laid in two years.',
    ],
  },
]

for (const { headline, scene, news, paragraphs } of features) {
  test(`the scene before “${headline}” gives way to its news`, () => {
    const { sentences } = summarize({ headline, paragraphs })
    const texts = sentences.map(({ text }) => text)
    assert.match(texts[0] ?? '', news)
    for (const painted of scene) assert.ok(!texts.includes(painted), painted)
  })
}

test('what paints and tells news is news', () => {
  const told = [
    'On a cold Monday morning, police found the mayor sitting in his car outside the town hall.',
    'Two climbers were killed as fog drifted over the ridge, leaving nine others huddled in a hut.',
    'Thousands stood in the dark square, clutching candles, after the parliament voted to dissolve itself.',
  ]
  for (const text of told) assert.equal(paintsScene(text, 0, english), false, text)
})

test('a scene is looked for at the beginning alone, and in languages whose scenes are known', () => {
  const [{ scene } = { scene: [''] }] = features
  const [text = ''] = scene
  assert.equal(paintsScene(text, 0, english), true)
  assert.equal(paintsScene(text, 20, english), false)
  assert.equal(paintsScene(text, 0, german), false)
})
