/** What the files of pictures tell machines: the same as the stories that they stand in. */
import assert from 'node:assert/strict'
import { onBothEngines } from '../../test/database/engines.ts'
import type { Newsroom } from '../../test/site/newsroom.ts'
import { newsroomOn } from '../../test/site/newsroom.ts'
import {
  association,
  jpeg,
  pictured,
  pictureServer,
  workPictures,
} from '../../test/site/picture-world.ts'
import { knownSource } from '../../test/site/sources.ts'
import type { Source } from '../wire/sources/sources.ts'

const prohibited = {
  rightsInfo: { dataMining: { uri: 'http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED' } },
}

/** Of each file on the page: `tdm-reservation` and `x-robots-tag`, at the first and the second look. */
async function told({ get }: Newsroom): Promise<string[]> {
  const page = await (await get('/articles/the-island-ferry-runs-again')).text()
  const addresses = new Set(page.match(/\/pictures\/[\w-]+\/[\w.-]+/g))
  assert.ok(addresses.size > 3)
  const headers = new Set<string>()
  for (const address of addresses) {
    const first = await get(address)
    const again = await get(address, { 'if-none-match': first.headers.get('etag') ?? '' })
    assert.deepEqual([first.status, again.status], [200, 304])
    for (const answer of [first, again])
      headers.add(
        ['tdm-reservation', 'x-robots-tag'].map((name) => answer.headers.get(name) ?? '-').join(),
      )
  }
  return [...headers]
}

const cases: [string, { settings?: Partial<Source>; item?: object; picture?: object }, string][] = [
  ['nothing where nothing is reserved', {}, '-,-'],
  [
    'nothing of a summary that its source has switched off',
    { settings: { summary: 'off' } },
    '-,-',
  ],
  ['what the source reserves', { settings: { dataMining: 'reserved' } }, '1,-'],
  ['what the story reserves', { item: prohibited }, '1,-'],
  ['what the picture itself reserves', { picture: prohibited }, '1,-'],
  ['that its source wants no index', { settings: { searchEngines: 'noindex' } }, '-,noindex'],
]
for (const [what, { settings, item, picture }, expected] of cases) {
  onBothEngines(`the files of a picture tell machines ${what}`, async ({ open }, t) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const server = await pictureServer(t)
    server.at.set('/ferry.jpg', await jpeg(800, 500))
    await knownSource(engine, 'meridian', settings)
    const file = pictured([association(`${server.origin}/ferry.jpg`, picture)], { ...item })
    await newsroom.ingest(file, 'meridian')
    await workPictures(newsroom, server.outgoing)
    assert.deepEqual(await told(newsroom), [expected])
    await engine.close()
  })
}

onBothEngines('one story that reserves a picture reserves it for all', async ({ open }, t) => {
  const engine = await open()
  const newsroom = newsroomOn(engine)
  const server = await pictureServer(t)
  server.at.set('/ferry.jpg', await jpeg(800, 500))
  const picture = [association(`${server.origin}/ferry.jpg`)]
  await newsroom.ingest(pictured(picture))
  await workPictures(newsroom, server.outgoing)
  assert.deepEqual(await told(newsroom), ['-,-'])
  const other = {
    uri: 'urn:newsml:wire.example:20260504:other',
    headlines: [{ role: 'main', value: 'Another story of the ferry' }],
  }
  await newsroom.ingest(pictured(picture, { ...other, ...prohibited }))
  assert.deepEqual(await told(newsroom), ['1,-'])
  await engine.close()
})
