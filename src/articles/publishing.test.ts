import assert from 'node:assert/strict'
import { onBothEngines } from '../../test/database/engines.ts'
import { createArticle } from './publishing.ts'

const now = new Date('2026-05-04T12:00:00.000Z')

onBothEngines('stories of the same headline are numbered on', async ({ open }) => {
  const engine = await open()
  const publish = (headline: string) =>
    engine.write((tx) =>
      createArticle(
        engine,
        tx,
        {
          section: 'news',
          content: { headline, language: 'en', subjects: [], body: [] },
          facts: { pubStatus: 'usable', embargoed: undefined, held: [] },
          publishedAt: now.toISOString(),
          updatedAt: now.toISOString(),
        },
        now,
        () => Promise.resolve(),
      ),
    )
  await publish('Ferry times of today')
  const slugs: string[] = []
  for (let i = 0; i < 7; i++) slugs.push((await publish('Ferry times')).slug)
  assert.deepEqual(slugs, [
    'ferry-times',
    ...[2, 3, 4, 5, 6, 7].map((number) => `ferry-times-${number}`),
  ])
  await engine.close()
})
