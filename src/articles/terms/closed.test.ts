import assert from 'node:assert/strict'
import { onBothEngines } from '../../../test/database/engines.ts'
import type { Newsroom } from '../../../test/site/newsroom.ts'
import { eventually, newsroomOn } from '../../../test/site/newsroom.ts'
import { wireFile } from '../../../test/data/wire-file.ts'
import { intakeOf } from '../../intake-tools.ts'
import { parseXml } from '../../wire/xml/xml.ts'
import { takeIn } from '../../wire/wire.ts'

const feeds = ['all', 'sections/world'].flatMap((name) =>
  ['atom', 'rss', 'json'].map((form) => `/feeds/${name}.${form}`),
)
const lists = [...feeds, '/sitemap.xml', '/news-sitemap.xml', '/', '/sections/world']
const slug = 'keepers-return-to-light-skerry-point-by-hand'

async function texts({ get }: Newsroom): Promise<Map<string, string>> {
  const all = lists.map(async (path) => [path, await (await get(path)).text()] as const)
  return new Map(await Promise.all(all))
}

/** As a running site takes it: nothing but the change that it notes makes pages forget. */
async function deliver({ house }: Newsroom, text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text)
  const delivery = { bytes, source: 'wire', channel: 'test', fileName: 'test' }
  await takeIn(delivery, intakeOf(house))
}

for (const status of ['canceled', 'withheld']) {
  onBothEngines(
    `rule 16: every list forgets what is ${status}, and feeds say so`,
    async ({ open }) => {
      const engine = await open()
      const newsroom = newsroomOn(engine)
      const beside = { guid: 'urn:newsml:wire.example:20260504:beside', body: ['Something else.'] }
      await deliver(newsroom, wireFile({ ...beside, headline: 'The story beside it' }))
      await deliver(newsroom, wireFile())
      const before = await texts(newsroom)
      for (const [list, text] of before) assert.ok(text.includes(slug), list)
      newsroom.clock.now = new Date('2026-05-04T13:00:00.000Z')
      await deliver(newsroom, wireFile({ version: 2, body: [], status }))
      await eventually(
        async () => ![...(await texts(newsroom))].some(([, one]) => one.includes(slug)),
        1000,
      )
      const after = await texts(newsroom)
      for (const name of ['all', 'sections/world']) {
        const atom = after.get(`/feeds/${name}.atom`) ?? ''
        const deleted = atom.match(/<at:deleted-entry [^>]*>/g)
        const named = [...atom.matchAll(/<id>(urn:standfirst:[^<]+)<\/id>/g)].map(([, one]) => one)
        assert.equal(named.length, 1)
        const [gone] = deleted ?? []
        assert.match(
          gone ?? '',
          /^<at:deleted-entry ref="urn:standfirst:\w+" when="2026-05-04T13:00:00.000Z"\/>$/,
        )
        assert.ok(!named.some((one) => one !== undefined && gone?.includes(one)))
        assert.match(atom, /<updated>2026-05-04T13:00:00.000Z<\/updated>/)
        assert.equal(parseXml(atom).name.replace(/^.*:/, ''), 'feed')
        const json = JSON.parse(after.get(`/feeds/${name}.json`) ?? '') as {
          _standfirst: { deleted: { id: string; when: string }[] }
        }
        assert.equal(json._standfirst.deleted.length, 1)
        assert.ok(gone?.includes(`:${json._standfirst.deleted[0]?.id}"`))
      }
      assert.doesNotMatch(after.get('/feeds/all.rss') ?? '', /deleted/)
      assert.equal((await newsroom.get(`/articles/${slug}`)).status, 410)
      if (status === 'withheld') {
        await deliver(newsroom, wireFile({ version: 3 }))
        for (const [list, text] of await texts(newsroom)) {
          assert.ok(text.includes(slug), `${list} has it again`)
          assert.ok(!text.includes('deleted-entry'), `${list} calls it gone`)
        }
      }
      await engine.close()
    },
  )
}

onBothEngines(
  'rule 16: a story that never was public leaves no trace in feeds',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    await deliver(newsroom, wireFile({ status: 'withheld' }))
    for (const [list, text] of await texts(newsroom)) assert.doesNotMatch(text, /deleted/, list)
    await engine.close()
  },
)
