import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { postComment } from '../../src/comments/comments.ts'
import { onStage, publishOn } from './browser.ts'

const stage = onStage()

stage.journey(
  'a vote shows the own mood in place and says so, and a changed vote moves one click',
  {},
  async ({ page, open }) => {
    await open('/articles/comet-ostrand-visible-from-the-headland')
    const stays = await staying(page)
    const happy = page.locator('.moods').getByRole('button', { name: 'Happy' })
    await happy.click()
    await page.locator('.moods [value=happy][aria-pressed=true]').waitFor()
    assert.equal(await page.locator('.moods [value=happy] ~ span').innerText(), '67 34 %')
    assert.match(await spoken(page), /You chose “Happy”; you can change it/)
    assert.equal(await focused(page), 'happy')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Tab')
    await page.locator('.moods').getByRole('button', { name: 'Sad' }).click()
    await page.locator('.moods [value=sad][aria-pressed=true]').waitFor()
    assert.match(await page.locator('.moods [value=happy] ~ span').innerText(), /^66 /)
    assert.match(await page.locator('.moods [value=sad] ~ span').innerText(), /^3 /)
    await stays()
  },
)

stage.journey(
  'a ninth mood is refused where the reader is',
  { refusals: [422] },
  async ({ page, open }) => {
    await open('/articles/comet-ostrand-visible-from-the-headland')
    const stays = await staying(page)
    const amused = page.locator('.moods').getByRole('button', { name: 'Amused' })
    await amused.evaluate((button) => button.setAttribute('value', 'ecstatic'))
    await amused.click()
    assert.match(await page.getByRole('alert').innerText(), /one of the eight moods/)
    await stays()
  },
)

stage.journey(
  'a comment, a reply and a recommendation appear in place, and the focus goes to what is new',
  {},
  async ({ page, open }) => {
    await open('/articles/kessaly-rail-tunnel-opens')
    const stays = await staying(page)
    await page.getByLabel('Add a comment').fill('My uncle dug the first metre of it.')
    await page.getByLabel('Name').fill('Ines')
    await page.getByRole('button', { name: 'Post comment' }).click()
    const first = page.locator('.comment', { hasText: 'My uncle dug' })
    await first.waitFor()
    assert.equal(await focused(page), await first.getAttribute('id'))
    assert.equal(await spoken(page), 'Your comment is here')
    assert.equal(await page.getByLabel('Add a comment').inputValue(), '')
    assert.equal(await page.getByLabel('Name').inputValue(), 'Ines')

    await first.getByRole('link', { name: 'Reply' }).click()
    assert.match(await focused(page), /^comment-text-/)
    await page.getByLabel('Reply to Ines').fill('Then he has dug more than I have.')
    await page.getByRole('button', { name: 'Post reply' }).click()
    const reply = page.locator('.replies .comment', { hasText: 'Then he has dug' })
    await reply.waitFor()
    assert.equal(await focused(page), await reply.getAttribute('id'))

    await reply.getByRole('button', { name: 'Recommend' }).click()
    await reply.getByRole('button', { name: 'Recommend · 1' }).waitFor()
    assert.equal(await focused(page), 'Recommend · 1')
    assert.match(await page.locator('#comments-h').innerText(), /2/)
    await stays()
  },
)

stage.journey('a double click posts once', {}, async ({ page, open }) => {
  await open('/articles/swing-bridge-closed-overnight')
  const posts: string[] = []
  page.on('request', (request) => request.method() === 'POST' && posts.push(request.url()))
  await page.getByLabel('Add a comment').fill('It has been shut since Tuesday, not Wednesday.')
  await page.getByLabel('Name').fill('Rui')
  await page.getByRole('button', { name: 'Post comment' }).dblclick()
  await page.locator('.comment', { hasText: 'since Tuesday' }).waitFor()
  assert.equal(posts.length, 1)
  assert.equal(await page.locator('.comment', { hasText: 'since Tuesday' }).count(), 1)
  assert.equal(await page.getByRole('alert').count(), 0)
})

stage.journey(
  'a refused comment keeps its text, says why in its form, and goes through when it is mended',
  { refusals: [422] },
  async ({ page, open }) => {
    await open('/articles/library-open-until-midnight')
    const stays = await staying(page)
    await page.getByLabel('Add a comment').fill('  ')
    await page.getByLabel('Name').fill('Ines')
    await page.getByRole('button', { name: 'Post comment' }).click()
    assert.match(await page.getByRole('alert').innerText(), /nothing to read/)
    assert.equal(await page.getByLabel('Name').inputValue(), 'Ines')
    assert.match(await focused(page), /comment-text-error/)
    await page.getByLabel('Add a comment').fill('I read there every night.')
    await page.getByRole('button', { name: 'Post comment' }).click()
    await page.locator('.comment', { hasText: 'every night.' }).waitFor()
    assert.equal(await page.getByRole('alert').count(), 0)
    await stays()
  },
)

stage.journey(
  'a refused reply leaves the conversation and what is written elsewhere alone',
  { refusals: [422] },
  async ({ page, open }) => {
    await open('/articles/island-ferries-winter-timetable')
    const stays = await staying(page)
    const before = await page.locator('.comment').count()
    await page.getByLabel('Add a comment').fill('Half a thought')
    await page
      .locator('.comments > .comment')
      .nth(1)
      .getByRole('link', { name: 'Reply' })
      .first()
      .click()
    await page.locator('.reply textarea').fill(' ')
    await page.locator('.reply [name=name]').fill('Ines')
    await page.getByRole('button', { name: 'Post reply' }).click()
    assert.match(await page.locator('.reply').getByRole('alert').innerText(), /nothing to read/)
    assert.equal(await page.locator('.comment').count(), before)
    assert.equal(await page.getByLabel('Add a comment').inputValue(), 'Half a thought')
    await stays()
  },
)

stage.journey(
  'sorting happens in place, keeps the focus, stands in the address and outlasts a recommendation',
  {},
  async ({ page, open }) => {
    await open('/articles/tannery-road-knock-out-corvane')
    const stays = await staying(page)
    const newest = await openings(page)
    await page.getByRole('link', { name: 'Oldest' }).click()
    await page.locator('.sort [aria-current]', { hasText: 'Oldest' }).waitFor()
    assert.deepEqual(await openings(page), newest.toReversed())
    assert.equal(await focused(page), 'Oldest')
    assert.match(page.url(), /\?sort=oldest/)
    const last = page.locator('.comments > .comment').last()
    const label = await last.getByRole('button').first().innerText()
    const count = Number(/\d+/.exec(label)?.[0] ?? 0)
    await last.getByRole('button').first().click()
    await last.getByRole('button', { name: `Recommend · ${count + 1}` }).waitFor()
    assert.deepEqual(await openings(page), newest.toReversed())
    await stays()
  },
)

stage.journey(
  'a long conversation is read page by page, and no thread is out of reach',
  {},
  async ({ page, site, open }) => {
    const article = await publishOn(site, 'A harbour that everybody talks about')
    for (let i = 1; i <= 43; i++) {
      const said = { name: 'Ada', text: `Word number ${i}.`, trap: '' }
      await postComment(site.house.engine, article.id, said, new Date(Date.now() - 60_000 + i))
    }
    await open(`/articles/${article.slug}?sort=oldest`)
    const stays = await staying(page)
    const seen = await openings(page)
    await page.getByRole('link', { name: '23 more conversations' }).click()
    await page.getByText('Word number 21.').waitFor()
    assert.match(await focused(page), /comments/)
    seen.push(...(await openings(page)))
    await page.getByRole('link', { name: '3 more conversations', exact: true }).click()
    await page.getByText('Word number 43.').waitFor()
    seen.push(...(await openings(page)))
    assert.equal(new Set(seen).size, 43)
    await page.getByRole('link', { name: '40 conversations before these' }).click()
    await page.getByText('Word number 40.').waitFor()
    await stays()
    await open(`/articles/${article.slug}?sort=oldest&page=99`)
    await page.getByText('Word number 43.').waitFor()
  },
)

stage.journey('where the network fails, the form is sent as without scripts', {}, async (visit) => {
  const { page, open } = visit
  await open('/articles/seal-pup-on-pontoon')
  await page.evaluate(() => {
    globalThis.fetch = () => Promise.reject(new TypeError('away'))
  })
  await page.locator('.moods').getByRole('button', { name: 'Amused' }).click()
  await page.getByRole('heading', { name: 'Thank you: “Amused”' }).waitFor()
})

stage.journey('a summary made on demand appears in place', {}, async ({ page, site, open }) => {
  const made = await publishOn(site, 'A quay that nobody summed up', {}, () => Promise.resolve())
  await open(`/articles/${made.slug}`)
  const stays = await staying(page)
  await page.getByRole('button', { name: 'Summarize this article' }).click()
  await page.locator('.summary li').first().waitFor()
  assert.match(await spoken(page), /Sentences chosen from the article by machine/)
  assert.match(await focused(page), /summary/)
  await stays()
})

/** Marks the page; the function that comes back fails where another document took its place. */
async function staying(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    document.documentElement.dataset['marker'] = 'here'
  })
  return async () => {
    assert.equal(await page.evaluate(() => document.documentElement.dataset['marker']), 'here')
  }
}

/** What a screen reader is told. */
async function spoken(page: Page): Promise<string> {
  return page.locator('[role=status]').innerText()
}

/** Value, id or text of what has the focus. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    return element?.getAttribute('value') ?? (element?.id || (element?.textContent ?? '')).trim()
  })
}

async function openings(page: Page): Promise<string[]> {
  return page.locator('.comments > .comment').evaluateAll((all) => all.map(({ id }) => id))
}
