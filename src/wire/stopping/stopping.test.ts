import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onBothEngines } from '../../../test/database/engines.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'
import { readWire } from '../reading/read-wire.ts'

const message = (number: string, time: string, head: string, text: string): string =>
  `\u0001abc${number} 4 i 211 abc ${number}\r\n\r\nSkerry\r\n\u0002${head} =\r\n\r\n   ${text}\r\n\u000301${time} GMT May 26\r\n`

const story = message('0157', '0800', 'The lamp is out', 'Port Moor (abc) - The lamp stays dark.')
const kill = message('0160', '0900', 'KILL', 'Please kill item abc 157, the lamp is lit.')

onBothEngines('rule 16: a message that kills another takes it down for good', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const [line] = await newsroom.ingest(story)
  assert.equal((await newsroom.get(line?.article ?? '')).status, 200)
  const outcomes = (await newsroom.ingest(kill)).map(({ outcome }) => outcome)
  assert.deepEqual(outcomes, ['held', 'canceled'])
  assert.equal((await newsroom.get(line?.article ?? '')).status, 410)
  await newsroom.ingest(story)
  assert.equal((await newsroom.get(line?.article ?? '')).status, 410)
  await engine.close()
})

onBothEngines('rule 17: such a message counts before what it kills has come', async ({ open }) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  await newsroom.ingest(kill)
  const [line] = await newsroom.ingest(story)
  assert.equal(line?.outcome, 'late')
  const feed = (await (await newsroom.get('/feeds/all.json')).json()) as { items: unknown[] }
  assert.deepEqual(feed.items, [])
  await engine.close()
})

test('a headline about deaths names no message, and a hold is no kill', () => {
  const read = (text: string) => readWire(Buffer.from(text)).items[0]?.standfirst
  const deaths = read(message('0161', '0900', 'Flood kills over 300', 'It rained for a week.'))
  assert.deepEqual(deaths?.held, [])
  const hold = read(message('0162', '0900', 'HOLD', 'Please hold item abc 157.'))
  assert.deepEqual(hold?.stops, {
    uri: 'urn:iptc7901:abc:20260501:abc0157',
    pubStatus: 'withheld',
    aliases: ['urn:iptc7901:abc:20260501:number-157'],
  })
})
