import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { newsroomOn } from '../../../test/site/newsroom.ts'

/** Rules 16 and 17 where a feed gives one guid to several stories; every word is invented. */

interface Entry {
  id: string
  link: string
  title: string
  updated?: string
}

const entry = ({ id, link, title, updated = '2026-05-01T06:00:00Z' }: Entry): string =>
  `<entry><id>${id}</id><title>${title}</title><link href="http://moor.example/${link}"/><updated>${updated}</updated><content>The lamp stays lit at ${title}.</content></entry>`

const feed = (...entries: string[]): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0"><title>Moor</title><link href="http://moor.example/"/>${entries.join('')}</feed>`

const tombstone = (id: string): string =>
  `<at:deleted-entry ref="${id}" when="2026-05-01T07:00:00Z"/>`

const shared = { id: 'urn:moor:"all_100%"', link: 'lamp', title: 'Lamp lit' }
const other = { ...shared, link: 'ferry', title: 'Ferry late' }
const apart = { id: 'urn:moor:2', link: 'fog', title: 'Fog lifts' }

async function areOpen({ get }: Newsroom): Promise<boolean[]> {
  const slugs = ['lamp-lit', 'ferry-late', 'fog-lifts']
  const pages = slugs.map((slug) => get(`/articles/${slug}`))
  return (await Promise.all(pages)).map(({ status }) => status === 200)
}

const escaped = (one: Entry): Entry => ({ ...one, id: one.id.replaceAll('"', '&quot;') })
const stories = feed(...[shared, other, apart].map(escaped).map(entry))
const deletion = feed(tombstone(escaped(shared).id))

onBothEngines(
  'rule 16: a deleted entry closes every story that an earlier document gave its guid',
  async ({ open }) => {
    const newsroom = newsroomOn(await open())
    await newsroom.ingest(stories, 'moor')
    assert.deepEqual(await areOpen(newsroom), [true, true, true])
    const lines = await newsroom.ingest(deletion, 'moor')
    assert.deepEqual(await areOpen(newsroom), [false, false, true])
    const told = lines.map(({ guid }) => guid)
    const links = [shared, other].map(({ link }) => `http://moor.example/${link}`)
    assert.deepEqual([told[0], ...told.slice(1).toSorted()], [shared.id, ...links.toSorted()])
    await newsroom.ingest(stories, 'moor')
    assert.deepEqual(await areOpen(newsroom), [false, false, true], 'a replay brings nothing back')
    const anew = [shared, other].map((one) => ({ ...one, updated: '2026-05-01T08:00:00Z' }))
    await newsroom.ingest(feed(...anew.map(escaped).map(entry)), 'moor')
    assert.deepEqual(await areOpen(newsroom), [true, true, true], 'told anew after the deletion')
  },
)

onBothEngines(
  'rule 17: a deleted entry that came first is remembered by its guid',
  async ({ open }) => {
    const newsroom = newsroomOn(await open())
    await newsroom.ingest(deletion, 'moor')
    await newsroom.ingest(stories, 'moor')
    assert.deepEqual(await areOpen(newsroom), [false, false, true])
    await newsroom.ingest(deletion, 'elsewhere')
    assert.deepEqual(await areOpen(newsroom), [false, false, true])
  },
)

onBothEngines(
  'a guid that named one story with usable versions stops none that shares it later',
  async ({ open }) => {
    const newsroom = newsroomOn(await open())
    await newsroom.ingest(feed(entry(escaped(shared)), entry(apart)), 'moor')
    await newsroom.ingest(stories, 'moor')
    assert.deepEqual(await areOpen(newsroom), [true, true, true])
    const many = Array.from({ length: 25 }, (_, i) => tombstone(`urn:moor:none-${i}`))
    await newsroom.ingest(feed(...many, tombstone(escaped(shared).id)), 'moor')
    assert.deepEqual(await areOpen(newsroom), [false, false, true])
  },
)
