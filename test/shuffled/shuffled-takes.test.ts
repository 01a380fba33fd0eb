import assert from 'node:assert/strict'
import { newsroomOn } from '../site/newsroom.ts'
import { onBothEngines } from '../database/engines.ts'
import type { Engine } from '../../src/database/database.ts'
import { gate } from '../../src/gate/gate.ts'
import { readWire } from '../../src/wire/reading/read-wire.ts'
import { placeItem } from '../../src/wire/placing.ts'
import type { WireItem } from '../../src/wire/wire.ts'
import { oneDelivery } from './one-delivery.ts'
import { shuffled } from './shuffled.ts'
import type { WireFile } from '../data/wire-file.ts'
import { wireFile } from '../data/wire-file.ts'

const shuffles = 400
/** Shuffles that run at once: their commits are shared. */
const atOnce = 8

const words = (what: string): string[] => [
  `In the ${what} part the court heard how nineteen sacks of sea salt came to be sold as rock salt on the quays of the north.`,
  `Nobody in the ${what} part could say who had sewn the sacks, or why they were all of one colour.`,
]

interface Message extends WireFile {
  take?: number
  /** When it was sent, minutes after eight. */
  at: number
}

const first = { at: 0, body: words('first') }
const second = { at: 10, take: 2, body: words('second') }
const third = { at: 20, take: 3, body: words('third') }
const sub = '<signal qcode="sig:correction"/>'
const renew = '<signal qcode="sig:replace"/>'

/** Chains of takes, and which parts readers have when all has arrived; undefined: nothing. */
const chains: { name: string; messages: Message[]; shows: string[] | undefined }[] = [
  { name: 'three takes', messages: [first, second, third], shows: ['first', 'second', 'third'] },
  { name: 'a missing middle take', messages: [first, third], shows: ['first'] },
  { name: 'no first take', messages: [second, third], shows: undefined },
  {
    name: 'a correction to one take',
    messages: [
      first,
      second,
      third,
      { ...second, at: 30, version: 2, body: words('mended'), meta: sub },
    ],
    shows: ['first', 'mended', 'third'],
  },
  {
    name: 'a correction to the first take',
    messages: [first, second, { ...first, at: 30, version: 2, body: words('mended'), meta: sub }],
    shows: ['mended', 'second'],
  },
  {
    name: 'a kill of one take',
    messages: [
      first,
      second,
      third,
      { ...second, at: 30, version: 2, body: [], status: 'canceled' },
    ],
    shows: ['first', 'third'],
  },
  {
    name: 'a hold of one take',
    messages: [
      first,
      second,
      third,
      { ...second, at: 30, version: 2, body: [], status: 'withheld' },
    ],
    shows: ['first'],
  },
  {
    name: 'a kill of the story',
    messages: [first, second, third, { at: 30, version: 2, body: [], status: 'canceled' }],
    shows: undefined,
  },
  {
    name: 'a writethru',
    messages: [first, second, third, { at: 30, version: 2, body: words('whole'), meta: renew }],
    shows: ['whole'],
  },
  {
    name: 'a writethru and a new take',
    messages: [
      first,
      second,
      { at: 30, version: 2, body: words('whole'), meta: renew },
      { ...third, guid: 'again', at: 40, take: 2 },
    ],
    shows: ['whole', 'third'],
  },
  {
    name: 'a lead that repeats its takes',
    messages: [first, second, { at: 30, version: 2, body: [...words('new'), ...words('second')] }],
    shows: ['new', 'second'],
  },
]

onBothEngines(
  `rule 9: ${shuffles} shuffles of takes end in one state for each chain`,
  async ({ open }, t) => {
    const engine = await open()
    const { house } = newsroomOn(engine)
    const place = await placingOn(engine, house.now())
    const states = new Map<string, string>()
    for (const [number, { name, messages, shows }] of chains.entries()) {
      const { state, text } = await place(messages, `order-${number}`)
      states.set(name, state)
      const told = text?.match(/(?<=In the )\w+(?= part)/g)
      assert.deepEqual(told ?? undefined, shows, name)
    }
    for (let from = 0; from < shuffles; from += atOnce) {
      const seeds = Array.from({ length: atOnce }, (_, i) => from + i)
      await Promise.all(
        seeds.map(async (seed) => {
          const { name, messages } = chains[seed % chains.length] as (typeof chains)[number]
          const again = messages[seed % messages.length] as Message
          const order = shuffled([...messages, again], seed)
          const { state } = await place(order, `seed-${seed}`)
          const told = order.map(({ at }) => at).join(' ')
          assert.equal(state, states.get(name), `seed ${seed}, ${name}, minutes ${told}`)
        }),
      )
    }
    t.diagnostic(`${chains.length} chains`)
    await engine.close()
  },
)

async function placingOn(engine: Engine, now: Date) {
  const place = await oneDelivery(engine, now)
  return async (messages: Message[], source: string) => {
    // One transaction for each: takes and leads must find one another across commits.
    for (const message of messages)
      await engine.write((tx) => placeItem(tx, itemIn(message, source), { ...place, source }))
    return stateOf(engine, source, now)
  }
}

function itemIn({ take, at, guid, ...file }: Message, source: string): WireItem {
  const name = guid ?? `take-${take ?? 1}`
  const slug =
    take === undefined ? 'Salt-Trial' : `Salt-Trial, ${take === 2 ? 'Take 2' : '2nd Add'}`
  const text = wireFile({
    ...file,
    guid: `urn:newsml:wire.example:20260504:${name}-${source}`,
    headline: `Trial over the salt begins ${source}`,
    versionCreated: new Date(Date.UTC(2026, 4, 4, 8, at)).toISOString(),
  }).replace('<headline>', `<slugline>${slug}</slugline><headline>`)
  return readWire(new TextEncoder().encode(text)).items[0] as WireItem
}

/** What readers have of the story, and how many stories they have. */
async function stateOf(engine: Engine, source: string, now: Date) {
  const rows = await engine.db
    .selectFrom('items')
    .innerJoin('articles', 'articles.id', 'items.article_id')
    .selectAll('articles')
    .distinct()
    .where('items.source', '=', source)
    .execute()
  const open = rows.filter(
    ({ pub_status: pubStatus, embargoed, held }) =>
      gate(
        { pubStatus, embargoed: embargoed ?? undefined, held: JSON.parse(held) as string[] },
        now,
      ).open,
  )
  assert.ok(open.length <= 1, `${source} has ${open.length} stories`)
  const [row] = open
  if (!row) return { state: 'nothing', text: undefined }
  const corrections = await engine.db
    .selectFrom('corrections')
    .select(['text', 'paragraph', 'made_at'])
    .where('article_id', '=', row.id)
    .orderBy('made_at')
    .execute()
  const { content, slug, published_at, updated_at } = row
  const state = JSON.stringify({ content, slug, published_at, updated_at, corrections })
  return { state: state.replaceAll(source, 'SOURCE'), text: content }
}
