import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { onBothEngines } from '../test/database/engines.ts'
import type { Newsroom } from '../test/site/newsroom.ts'
import { eventually, newsroomOn } from '../test/site/newsroom.ts'
import { places, skipWithout } from '../test/data/test-data.ts'
import { wireFile } from '../test/data/wire-file.ts'
import type { ReadAhead, ReadingQuestion } from './intake-thread.ts'
import { intakeOf, readingThread } from './intake-tools.ts'
import { chosenAhead, rememberChosen } from './summaries/extract/chosen.ts'
import type { Thread } from './threads/thread.ts'
import { logTo } from './web/log.ts'
import { contentOf } from './wire/item-to-article.ts'
import { readWire } from './wire/reading/read-wire.ts'
import { takeIn } from './wire/wire.ts'

const now = '2026-05-04T12:00:00.000Z'
const about = { source: 'wire', fileName: 'test', language: 'en' }
const silent = logTo(
  () => undefined,
  'quiet',
  () => new Date(now),
)
const error = (event: string, cause: unknown) => assert.fail(`${event}: ${String(cause)}`)

async function readyThread(): Promise<Thread<ReadingQuestion, ReadAhead>> {
  const thread = readingThread({ log: { ...silent, error } })
  const bytes = new TextEncoder().encode('{}')
  await eventually(async () => (await thread.ask({ bytes, about, now }, 2)) !== undefined)
  return thread
}

/** An item about a harbour, long enough for a summary. */
function harbourFile(version: number, cost: number): string {
  const body = [
    `The harbour board of Port Linnet voted on Tuesday to rebuild the north quay for ${cost} million crowns.`,
    'The government pays a third of it, and the rest comes from a loan, the board said in a letter.',
    'The old wall was built in 1911 from granite and gave way in March, when two boats were lost.',
    'Fishermen had asked for a higher wall, but the board kept to the old height of four metres.',
    'Work begins in the first week of May, when the herring boats have left for the northern grounds.',
    'Until then the ferry to Corvane will moor at the coal pier, ten minutes on foot from the station.',
    'A museum in the town wants some of the old stones, which came by barge from a quarry near Ashby.',
  ]
  return wireFile({ version, body })
}

const folders = [join(import.meta.dirname, '../conformance/chains'), places.wire]

for (const folder of folders) {
  const skip = skipWithout(folder)
  test(`the thread reads what we read, to the letter: ${folder}`, { skip }, async () => {
    const thread = await readyThread()
    const files = globSync('**/*.{xml,json,rss,atom,txt}', { cwd: folder }).sort().slice(0, 400)
    let items = 0
    for (const file of files) {
      const bytes = readFileSync(join(folder, file))
      const answer = await thread.ask({ bytes, about, now }, bytes.length)
      // As it is stored; on its way it loses prototypes that are not there.
      assert.equal(JSON.stringify(answer?.reading), JSON.stringify(readWire(bytes, about)), file)
      items += answer?.reading.items.length ?? 0
    }
    assert.ok(items > 20, `only ${items} items`)
    await thread.stop()
  })
}

const push = (
  house: Newsroom['house'],
  text: string,
  thread?: Thread<ReadingQuestion, ReadAhead>,
) =>
  takeIn(
    { bytes: new TextEncoder().encode(text), source: 'wire', channel: 'test', fileName: 'test' },
    intakeOf(house, thread),
  )

async function summariesIn({ engine }: Newsroom['house']): Promise<unknown[]> {
  const rows = await engine.db
    .selectFrom('summaries')
    .select(['revision', 'sentences', 'withdrawn_reason'])
    .orderBy('created_at')
    .orderBy('revision')
    .execute()
  return rows.map((row) => ({ ...row, sentences: JSON.parse(row.sentences) as unknown }))
}

onBothEngines('with a thread and without one the summaries are the same', async ({ open }) => {
  const thread = await readyThread()
  const took: unknown[] = []
  const engine = await open()
  for (const one of [thread, undefined]) {
    const { house, clock } = newsroomOn(engine, new Date(`2026-05-04T1${took.length}:00:00Z`))
    for (const [version, cost] of [
      [1, 12.4],
      [2, 12.4],
      [3, 14.9],
    ] as const) {
      clock.now = new Date(clock.now.getTime() + 60_000)
      const guid = `urn:newsml:wire.example:20260504:harbour-${one ? 'a' : 'b'}`
      const text = harbourFile(version, cost).replace(/guid="[^"]+"/, `guid="${guid}"`)
      // Another story each time, or it would be the twin of the other.
      await push(house, text.replace('Port Linnet', one ? 'Port Linnet' : 'Port Kessel'), one)
    }
    const newest = (await summariesIn(house)).slice(-2)
    took.push(JSON.parse(JSON.stringify(newest).replaceAll('Kessel', 'Linnet')))
  }
  assert.deepEqual(took[0], took[1])
  assert.match(JSON.stringify(took[0]), /14.9 million/)
  await engine.close()
  await thread.stop()
})

onBothEngines('what was chosen ahead stands for its own words alone', async ({ open }) => {
  const engine = await open()
  const { house } = newsroomOn(engine)
  const [item] = readWire(new TextEncoder().encode(harbourFile(1, 12.4))).items
  const content = item && contentOf(item, 'en')
  assert.ok(content && item.versionCreated)
  const ahead = chosenAhead({ ...content, publishedAt: item.versionCreated })
  // Nobody would choose this: whoever finds it was given what had been chosen ahead.
  for (const { sentence } of ahead.chosen) sentence.text = 'Chosen ahead.'
  rememberChosen(ahead)
  await push(house, harbourFile(1, 12.4))
  assert.match(JSON.stringify((await summariesIn(house)).at(-1)), /Chosen ahead/)
  await push(house, harbourFile(2, 14.9))
  const last = JSON.stringify((await summariesIn(house)).at(-1))
  assert.match(last, /14.9 million/)
  assert.doesNotMatch(last, /Chosen ahead|12.4/)
  await engine.close()
})
