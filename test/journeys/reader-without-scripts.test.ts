import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { onStage, publishOn } from './browser.ts'

const stage = onStage()
const without = { javaScriptEnabled: false }
const comet = '/articles/comet-ostrand-visible-from-the-headland'

stage.journey(
  'from the front page to the passage that a summary sentence rests on',
  without,
  async ({ page, open }) => {
    await open('/')
    const lead = page.locator('.teaser.lead h2 a')
    const headline = await lead.innerText()
    await lead.click()
    assert.equal(await page.locator('h1').innerText(), headline)
    const sentence = page.locator('.summary li a').first()
    const anchor = (await sentence.getAttribute('href')) ?? ''
    assert.match(anchor, /^#p\d+$/)
    await sentence.click()
    const passage = page.locator(`${anchor}:target`)
    await passage.waitFor({ state: 'visible' })
    const marked = await passage.evaluate((element) => getComputedStyle(element).backgroundColor)
    assert.notEqual(marked, 'rgba(0, 0, 0, 0)')
    const words = (await sentence.innerText()).replace(/\s*Paragraph \d+$/, '')
    assert.ok((await passage.innerText()).includes(words), `“${words}” stands in ${anchor}`)
  },
)

stage.journey(
  'a vote comes back with the reader’s own mood, and a changed vote moves one click',
  without,
  async ({ page, context, open }) => {
    await open(comet)
    assert.equal((await context.cookies()).length, 0)
    const before = await clicksOn(page)
    await mood(page, 'Happy').click()
    assert.equal(await page.locator('h1').innerText(), 'Thank you: “Happy”')
    assert.equal(await mood(page, 'Happy').getAttribute('aria-pressed'), 'true')
    assert.deepEqual(await clicksOn(page), { ...before, happy: (before['happy'] ?? 0) + 1 })
    await mood(page, 'Sad').click()
    assert.match(await page.locator('.moods .label').innerText(), /You chose “Sad”/)
    const after = { ...before, sad: (before['sad'] ?? 0) + 1 }
    assert.deepEqual(await clicksOn(page), after)
    await page.getByRole('link', { name: 'Back to the story' }).click()
    assert.deepEqual(await clicksOn(page), after)
    const [cookie, ...others] = await context.cookies()
    assert.equal(others.length, 0)
    assert.equal(cookie?.httpOnly && cookie.secure && cookie.sameSite === 'Lax', true)
  },
)

stage.journey('few clicks are not shown as a result', without, async ({ page, open }) => {
  await open('/articles/kessaly-rail-tunnel-opens')
  assert.match(await page.locator('.moods .label').innerText(), /Too few clicks to show: 3 of 5/)
  assert.equal(await page.locator('.moods .bar').count(), 0)
})

stage.journey(
  'a ninth mood is refused with words, and counts nowhere',
  { ...without, refusals: [422] },
  async ({ page, open }) => {
    await open(comet)
    const before = await clicksOn(page)
    await mood(page, 'Amused').evaluate((button) => button.setAttribute('value', 'ecstatic'))
    await mood(page, 'Amused').click()
    assert.equal(await page.locator('h1').innerText(), 'That is not one of the moods')
    await page.getByRole('link', { name: 'Back to the story' }).click()
    assert.deepEqual(await clicksOn(page), before)
  },
)

stage.journey(
  'a comment, a reply and a recommendation each come back on the page',
  without,
  async ({ page, open }) => {
    await open('/articles/kessaly-rail-tunnel-opens')
    assert.match(await page.locator('.comments .empty').innerText(), /There are no comments yet/)
    await write(page, 'Ines', 'My uncle dug the first metre of it.')
    const first = page.locator('.comment:target')
    assert.match(await first.innerText(), /Ines/)
    assert.match(await first.innerText(), /My uncle dug the first metre of it\./)
    await first.getByRole('link', { name: 'Reply' }).click()
    assert.equal(await page.locator('h1').innerText(), 'Ines says')
    await page.getByLabel('Reply to Ines').fill('Then he has dug more than I have.')
    await page.getByLabel('Name').fill('Joao')
    await page.getByRole('button', { name: 'Post reply' }).click()
    const reply = page.locator('.replies .comment:target')
    assert.match(await reply.innerText(), /Joao[^]*Then he has dug more than I have\./)
    await reply.getByRole('button', { name: 'Recommend' }).click()
    assert.equal(
      await page.locator('.comment:target').getByRole('button').innerText(),
      'Recommend · 1',
    )
    await page.locator('.comment:target').getByRole('button').click()
    assert.equal(
      await page.locator('.comment:target').getByRole('button').innerText(),
      'Recommend · 1',
    )
    await open('/articles/kessaly-rail-tunnel-opens')
    assert.match(await page.locator('#comments-h').innerText(), /Comments\s+2/)
  },
)

stage.journey(
  'a conversation is read newest, oldest or best first, and a recommendation keeps the order',
  without,
  async ({ page, open }) => {
    await open('/articles/tannery-road-knock-out-corvane')
    const newest = await openings(page)
    await page.getByRole('link', { name: 'Oldest' }).click()
    assert.deepEqual(await openings(page), newest.toReversed())
    assert.equal(await page.locator('.sort [aria-current]').innerText(), 'Oldest')
    await page.getByRole('link', { name: 'Best' }).click()
    const best = await openings(page)
    assert.deepEqual(best.toSorted(), newest.toSorted())
    const recommended = await page.locator('.comments > .comment > form button').allInnerTexts()
    assert.match(recommended[0] ?? '', /· \d+/)
    await page.locator('.comments > .comment > form button').last().click()
    assert.equal(await page.locator('.sort [aria-current]').innerText(), 'Best')
  },
)

stage.journey(
  'a comment of nothing but blanks is refused in the page, and the rest of the form is kept',
  { ...without, refusals: [422] },
  async ({ page, open }) => {
    await open('/articles/library-open-until-midnight')
    await write(page, 'Ines', '   ')
    assert.match(await page.getByRole('alert').innerText(), /nothing to read in your comment yet/)
    assert.equal(await page.getByLabel('Name').inputValue(), 'Ines')
    assert.equal(await page.getByLabel('Add a comment').getAttribute('aria-invalid'), 'true')
    assert.equal(await page.getByLabel('Add a comment').inputValue(), '   ')
  },
)

stage.journey(
  'a comment that comes twice is refused and its text kept',
  { ...without, refusals: [422] },
  async ({ page, open }) => {
    await open('/articles/library-open-until-midnight')
    const text = 'Open until midnight:\n\nthat is what I asked for.'
    await write(page, 'Rui', text)
    await write(page, 'Rui', text)
    assert.match(await page.getByRole('alert').innerText(), /just been said here/)
    assert.equal(await page.getByLabel('Add a comment').inputValue(), text)
  },
)

stage.journey(
  'a story without a summary has one made when a reader asks',
  without,
  async ({ page, site, open }) => {
    const made = await publishOn(site, 'A quay that nobody summed up', {}, () => Promise.resolve())
    await open(`/articles/${made.slug}`)
    assert.equal(await page.locator('.summary li').count(), 0)
    await page.getByRole('button', { name: 'Summarize this article' }).click()
    assert.ok((await page.locator('.summary li').count()) >= 2)
    assert.match(await page.locator('.summary .label').innerText(), /Nobody has checked it yet/)
    assert.match(page.url(), /#summary$/)
  },
)

function mood(page: Page, name: string) {
  return page.locator('.moods').getByRole('button', { name })
}

/** What the meter shows, by mood. */
async function clicksOn(page: Page): Promise<Record<string, number>> {
  const rows = await page
    .locator('.moods li')
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('button')?.getAttribute('value') ?? '',
        Number.parseInt(row.querySelector('span')?.textContent ?? '', 10),
      ]),
    )
  return Object.fromEntries(rows) as Record<string, number>
}

async function write(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel('Add a comment').fill(text)
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Post comment' }).click()
}

/** The openings of the threads, from top to bottom. */
async function openings(page: Page): Promise<string[]> {
  return page.locator('.comments > .comment').evaluateAll((all) => all.map(({ id }) => id))
}
