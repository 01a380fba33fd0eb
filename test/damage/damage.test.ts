/** Damage may make an item refused or held; it never makes one more open than the whole file does. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { gate, isListed } from '../../src/gate/gate.ts'
import type { WireItem } from '../../src/wire/item.ts'
import { contentOf, factsOf } from '../../src/wire/item-to-article.ts'
import { readWire } from '../../src/wire/reading/read-wire.ts'
import { phraseOf } from '../../src/wire/rights/rights-expression.ts'
import type { Limit } from '../../src/wire/usage/meaning.ts'
import { almostLimited, heldForRights, limited } from '../../src/wire/usage/meaning.ts'
import { phrasesOf, phrasesOfText, rightsExpressionOf } from '../../src/wire/usage/phrases.ts'
import type { Closing } from './closed-files.ts'
import { closedFiles, limit, territory } from './closed-files.ts'
import { cuts, flipped, otherBytes, otherDates } from './damaging.ts'
import { onBothEngines } from '../database/engines.ts'
import { newsroomOn } from '../site/newsroom.ts'
import { knownSource } from '../site/sources.ts'
import { filesBelow, folders, isThere } from '../data/wire-samples.ts'

const seeds = 1000

/** To whom an item may be open. */
type Audience = 'readers' | 'lists' | 'machines'

/** When each closing counts whatever other time a damaged date may name: long before, or long after. */
const moments: Record<Closing, Date> = {
  withheld: new Date('2026-03-02T09:00:00Z'),
  canceled: new Date('2026-03-02T09:00:00Z'),
  unknown: new Date('2026-03-02T09:00:00Z'),
  limited: new Date('2026-03-02T09:00:00Z'),
  restricted: new Date('2026-03-02T09:00:00Z'),
  'not-for-machines': new Date('2026-03-02T09:00:00Z'),
  embargoed: new Date('0001-01-01T00:00:00Z'),
  expired: new Date('9999-12-31T00:00:00Z'),
  ended: new Date('9999-12-31T00:00:00Z'),
}

const closedTo: Partial<Record<Closing, Audience>> = {
  expired: 'lists',
  'not-for-machines': 'machines',
}

for (const [start, { name, closing, text }] of closedFiles().entries()) {
  test(`rules 4 and 13: damage opens nothing that is ${closing} in ${name}`, () => {
    const whole = new TextEncoder().encode(text)
    const now = moments[closing]
    const open = openIn(whole, now)
    const may = new Set([...open.values()].flat())
    assert.equal(open.size, 1, 'the whole file is one item')
    assert.ok(!may.has(closedTo[closing] ?? 'readers'), 'the whole file is closed')
    const judge = (bytes: Uint8Array, how: string): void => {
      for (const audience of [...openIn(bytes, now).values()].flat())
        assert.ok(may.has(audience), `${how}: open to ${audience}\n${readable(bytes)}`)
    }
    for (const [how, bytes] of cuts(whole, 1)) judge(bytes, how)
    for (const [how, bytes] of otherBytes(whole, start)) judge(bytes, how)
    for (const [how, bytes] of otherDates(whole)) judge(bytes, how)
    for (let seed = 0; seed < seeds; seed++) judge(flipped(whole, seed), `seed ${seed}`)
  })
}

test('rules 4 and 13: damage opens nothing that a sample closes', (t) => {
  if (!isThere(t, folders.wire)) return
  const files = filesBelow(folders.wire).filter((name) => !/README|gitattributes/.test(name))
  const once = [moments.withheld, moments.embargoed, moments.expired]
  files.forEach((name, at) => {
    const whole = readFileSync(join(folders.wire, name))
    for (const now of once) {
      const open = openIn(whole, now)
      const most = new Set([...open.values()].flat())
      const judge = (bytes: Uint8Array, how: string): void => {
        for (const [uri, audiences] of openIn(bytes, now)) {
          // An item whose name was damaged too is compared with the most open one of its file.
          const may = new Set(open.get(uri) ?? most)
          for (const audience of audiences)
            assert.ok(may.has(audience), `${name}, ${how}: ${uri} is open to ${audience}`)
        }
      }
      for (const [how, bytes] of cuts(whole, 97)) judge(bytes, how)
      for (const [how, bytes] of otherDates(whole)) judge(bytes, how)
      for (let seed = at; seed < seeds; seed += files.length)
        judge(flipped(whole, seed), `seed ${seed}`)
    }
  })
})

onBothEngines('rule 4: nothing damaged gets past the desk of its source', async ({ open }) => {
  const engine = await open()
  const { ingest, get } = newsroomOn(engine)
  let held = 0
  for (const [at, { text }] of closedFiles().entries()) {
    for (const share of [0.0005, 0.002]) {
      // Each from a source of its own, or all but the first would be other copies of one item.
      const source = `meridian-${at}-${share * 10_000}`
      await knownSource(engine, source, { publish: 'through-desk' })
      const bytes = flipped(new TextEncoder().encode(text), at, share)
      for (const { outcome } of await ingest(bytes, source)) {
        assert.doesNotMatch(outcome, /published|updated/)
        if (outcome === 'held') held += 1
      }
    }
  }
  assert.ok(held > 20, `${held} were read at all`)
  const { articles } = await engine.db
    .selectFrom('articles')
    .select((all) => all.fn.countAll().as('articles'))
    .where('live_at', 'is not', null)
    .executeTakeFirstOrThrow()
  assert.equal(Number(articles), 0)
  assert.doesNotMatch(await (await get('/feeds/all.rss')).text(), /<item>/)
  await engine.close()
})

/** To whom each item of a file is open at a moment, where a person has confirmed what `limit` means. */
function openIn(bytes: Uint8Array, now: Date): Map<string, Audience[]> {
  return new Map(readWire(bytes).items.map((item) => [item.uri, audiencesOf(item, now)]))
}

function audiencesOf(item: WireItem, now: Date): Audience[] {
  const own = phrasesOfText(item)
  const confirmed: Limit[] = phrasesOf([limit]).map((phrase) => ({
    ...phrase,
    meaning: { holdsText: true },
  }))
  const expression = rightsExpressionOf(item)
  const isUnread = expression !== undefined && !phraseOf(expression)
  const read = own.flatMap(({ key, words, terms: meaning }) =>
    meaning ? [{ key, words, meaning }] : [],
  )
  const carried = confirmed.filter(({ key }) => own.some((phrase) => phrase.key === key))
  const judged = isUnread ? heldForRights(item) : almostLimited(item, confirmed, own)
  const under = limited(judged, [...carried, ...read], [territory], now.toISOString())
  const facts = factsOf(under)
  if (!gate(facts, now).open) return []
  const isForMachines = contentOf(under, 'en')?.machineUse !== 'refused'
  return [
    'readers',
    ...(isListed(facts, now) ? (['lists'] as const) : []),
    ...(isForMachines ? (['machines'] as const) : []),
  ]
}

function readable(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes)
}
