import assert from 'node:assert/strict'
import { onBothEngines } from '../../test/database/engines.ts'
import { harbourStory, newsroomOn } from '../../test/site/newsroom.ts'
import { readStories } from '../../eval/language-stories.ts'

const paragraphsOf = (texts: readonly string[]) =>
  texts.map((text) => ({ kind: 'paragraph' as const, spans: [{ text }] }))

onBothEngines(
  'a page in a language that is checked has its summary, and one that is not says why it has none',
  async ({ open }) => {
    const engine = await open()
    const newsroom = newsroomOn(engine)
    const page = async (language: string, texts: readonly string[], headline: string) => {
      const { slug } = await newsroom.publish({
        content: { language, headline, body: paragraphsOf(texts) },
      })
      return await (await newsroom.get(`/articles/${slug}`)).text()
    }
    for (const [tag, [story]] of readStories()) {
      assert.ok(story)
      const { paragraphs, headline = '' } = story.article
      const known = await page(tag, paragraphs, headline)
      assert.match(known, /Sentences chosen from the article by machine/, tag)
      const mistaken = await page('en', paragraphs, `${headline} 2`)
      assert.match(mistaken, /A summary in its language could not be checked/, tag)
      assert.doesNotMatch(mistaken, /<form[^>]*\/summary"/)
    }
    const unknown = await page('fi', harbourStory, 'Said to be in Finnish')
    assert.match(unknown, /A summary in its language could not be checked/)
    assert.doesNotMatch(unknown, /short enough to read whole/)
    await engine.close()
  },
)
