import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { reviseArticle } from '../../src/articles/articles.ts'
import { postComment } from '../../src/comments/comments.ts'
import { addSource } from '../../src/wire/sources/sources.ts'
import { newDeskLink } from '../../src/desk/door/sessions.ts'
import type { RunningSite } from '../site/newsroom.ts'
import type { Visit } from './browser.ts'
import { onStage, publishOn } from './browser.ts'

const stage = onStage()
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const article = '/articles/quay-nine-alarm-was-switched-off'
const corrected = '/articles/dockers-fund-sells-mariners-house'

type Opening = (visit: Visit) => Promise<void>

const at =
  (path: string): Opening =>
  ({ open }) =>
    open(path)

/** Makes a source known. */
async function known({ site }: Visit): Promise<void> {
  const channel = { kind: 'command' } as const
  const source = { name: 'harbour', title: 'Harbour Board', channel, publish: 'by-itself' } as const
  const switches = { summary: 'extract', searchEngines: 'index' } as const
  await addSource(site.house.engine, { ...source, ...switches }, new Date())
}

/** Signs an editor in by the link that the site prints, and opens a page of the desk. */
async function openAtDesk({ site, page, open }: Visit, path: string): Promise<void> {
  await page.goto(await newDeskLink(site.house.engine, site.origin, site.house.now()))
  await page.locator('[name=name]').fill('Ada Quill')
  await page.locator('main form button').click()
  await open(path)
  await page.locator('.bar [aria-current]').waitFor()
}

/** Every kind of page that a reader can come to. */
const kinds: Record<string, Opening> = {
  'the front page': at('/'),
  'a section': at('/sections/culture'),
  'a search': at('/search?q=harbour'),
  'a search that finds nothing': at('/search?q=xylophone'),
  'an article': at(article),
  'an article with a correction': at(corrected),
  'an article at a paragraph': at(`${article}#p3`),
  'an article nobody has commented on': at('/articles/kessaly-rail-tunnel-opens'),
  'a part of a long conversation': async ({ site, open }) => open(await longTalk(site)),
  'a comment’s own page': async ({ page, open }) => {
    await open('/articles/library-open-until-midnight')
    await page
      .locator('.comments > .comment .who a')
      .first()
      .evaluate((link: HTMLElement) => link.click())
    await page.waitForURL(/\/comments\//)
  },
  'an open reply': async ({ page, open }) => {
    await open('/articles/library-open-until-midnight')
    await page.locator('[data-reply]').first().click()
  },
  'a vote’s page': async ({ page, open }) => {
    await open(article)
    await page.locator('.moods form').evaluate((form) => form.removeAttribute('data-swap'))
    await page.locator('.moods [value=sad]').click()
    await page.waitForURL(/\/mood$/)
  },
  'a withdrawn story': async ({ site, open }) => open(await withdrawn(site)),
  'a sentence that may be wrong': at(`${article}/summary/flags?sentence=1`),
  'the register of summaries': at('/summaries/register'),
  'an article without its summary': at(`${article}?summary=hidden`),
  'the desk of summaries': (visit) => openAtDesk(visit, '/desk/summaries'),
  'the checker on trial': (visit) => openAtDesk(visit, '/desk/summaries/try'),
  'what the checker found': async (visit) => {
    await openAtDesk(visit, '/desk/summaries/try')
    const story = 'The quay opens\n\nThe new quay was opened on Monday by the mayor, Ada Moor.'
    await visit.page.getByLabel('Article').fill(story)
    await visit.page.getByLabel('Summary').fill('The new quay was opened on Tuesday.')
    await visit.page.getByRole('button', { name: 'Check' }).click()
    await visit.page.getByText('Not supported').first().waitFor()
  },
  'the sources': async (visit) => {
    await known(visit)
    await openAtDesk(visit, '/desk/sources')
  },
  'a source that was just added, and its token': async (visit) => {
    await known(visit)
    await openAtDesk(visit, '/desk/sources')
    await visit.page.getByText('Add a source').click()
    await visit.page.getByLabel('Short name').fill(`tide-${Date.now()}`)
    await visit.page.getByLabel('How it delivers').selectOption('push')
    await visit.page.getByRole('button', { name: 'Add it' }).click()
    await visit.page.getByText('to be read only now').waitFor()
  },
  'a source with its settings': async (visit) => {
    await known(visit)
    await openAtDesk(visit, '/desk/sources/harbour')
  },
  'what summaries may do': (visit) => openAtDesk(visit, '/desk/summaries/policy'),
  'an address without a page': at('/articles/nobody-wrote-this'),
  'a refused comment': async ({ page, open }) => {
    await open('/articles/library-open-until-midnight')
    await page.locator('.write').evaluate((form) => form.removeAttribute('data-swap'))
    await page.getByLabel('Add a comment').fill(' ')
    await page.getByLabel('Name').fill('Ines')
    await page.getByRole('button', { name: 'Post comment' }).click()
    await page.getByRole('alert').waitFor()
  },
}

for (const [kind, opens] of Object.entries(kinds)) {
  stage.journey(
    `axe finds nothing on ${kind}, light and dark, narrow and wide, and it fits`,
    { bypassCSP: true, refusals: [404, 410, 422] },
    async (visit) => {
      const { page } = visit
      await opens(visit)
      await page.evaluate(axe)
      for (const width of [360, 1280]) {
        await page.setViewportSize({ width, height: 800 })
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
          assert.deepEqual(await violations(page), [], `${width} px, ${colorScheme}`)
        }
        await fits(page, width)
      }
      // What a reader sees who has set the browser to 200 % on a wide screen, and to 400 %.
      for (const width of [640, 320]) {
        await page.setViewportSize({ width, height: 400 })
        await fits(page, width)
      }
    },
  )
}

for (const width of [360, 1280]) {
  stage.journey(
    `every link, button and field is reached by Tab and shows that it is (${width} px)`,
    { viewport: { width, height: 800 }, reducedMotion: 'reduce', refusals: [404] },
    async ({ page, open }) => {
      for (const path of ['/', article, '/articles/nobody-wrote-this']) {
        await open(path)
        await reachesEverything(page, path)
      }
    },
  )
}

stage.journey('the skip link leads past the nameplate', {}, async ({ page, open }) => {
  await open(article)
  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the main part' })
  const box = await skip.boundingBox()
  assert.ok(box && box.width > 100 && box.height > 24, 'it is seen when it has the focus')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null)
  assert.ok(inMain, 'the next Tab is in the main part')
})

stage.journey('a vote and a comment need nothing but the keyboard', {}, async ({ page, open }) => {
  await open('/articles/swing-bridge-closed-overnight')
  await page.locator('.moods [value=annoyed]').focus()
  await page.keyboard.press('Space')
  await page.locator('[aria-pressed=true][value=annoyed]').waitFor()
  await page.getByLabel('Add a comment').focus()
  await page.keyboard.type('Closed again.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('Ines')
  await page.keyboard.press('Enter')
  await page.locator('.comment', { hasText: 'Closed again.' }).waitFor()
})

async function violations(page: Page): Promise<string[]> {
  const { violations, passes } = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run: (o: object) => Promise<AxeResults> } }
    return axe.run({ resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } })
  })
  const looked = passes.map(({ id }) => id)
  for (const rule of ['color-contrast', 'target-size', 'landmark-one-main'])
    assert.ok(looked.includes(rule), `axe looked at ${rule}`)
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`).join('\n')}`,
  )
}

/** Nothing is wider than the screen, and no text is cut off. */
async function fits(page: Page, width: number): Promise<void> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(wide <= width, `${wide} px on a screen of ${width}`)
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('body *:not(.skip,.vh,.trap,.trap *)')]
      .filter((element) => {
        const { overflowX, overflowY } = getComputedStyle(element)
        const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip'
        return (
          (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
          (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
        )
      })
      .filter((element) => !(element instanceof SVGElement))
      .map((element) => element.outerHTML.slice(0, 200)),
  )
  assert.deepEqual(cut, [])
}

/** Goes through the page with Tab, and looks at each stop. */
async function reachesEverything(page: Page, path: string): Promise<void> {
  const all = await page.evaluate(() => {
    const wanted =
      'a[href],button,input:not([type=hidden],[tabindex="-1"]),textarea,summary,[tabindex="0"]'
    const shown = [...document.querySelectorAll<HTMLElement>(wanted)].filter((element) =>
      element.checkVisibility(),
    )
    shown.forEach((element, index) => (element.dataset['stop'] = String(index)))
    return shown.length
  })
  const reached = new Set<string>()
  for (let presses = 0; presses < all; presses++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element)
      const { left, right, top, bottom } = element.getBoundingClientRect()
      return {
        index: element.dataset['stop'] ?? '',
        what: element.outerHTML.slice(0, 120),
        outline: outlineStyle === 'solid' && Number.parseFloat(outlineWidth) >= 2,
        color: outlineColor,
        inView: right > 0 && left < innerWidth && bottom > 0 && top < innerHeight,
      }
    })
    reached.add(stop.index)
    assert.ok(stop.outline, `${path}: the focus shows on ${stop.what}`)
    assert.notEqual(stop.color, 'rgba(0, 0, 0, 0)', stop.what)
    assert.ok(stop.inView, `${path}: ${stop.what} comes into view`)
  }
  assert.equal(reached.size, all, `${path}: Tab reaches ${reached.size} of ${all}`)
  assert.ok(!reached.has(''), 'Tab stops at nothing else')
}

let talk: Promise<string> | undefined

/** The second of three pages of a conversation. */
function longTalk(site: RunningSite): Promise<string> {
  talk ??= (async () => {
    const story = await publishOn(site, 'A harbour that everybody talks about')
    for (let i = 1; i <= 41; i++) {
      const said = { name: `Ada ${i}`, text: `Word number ${i}.`, trap: '' }
      await postComment(site.house.engine, story.id, said, new Date())
    }
    return `/articles/${story.slug}?sort=oldest&page=2`
  })()
  return talk
}

async function withdrawn(site: RunningSite): Promise<string> {
  const story = await publishOn(site, 'A story that its agency took back')
  await site.house.engine.write((tx) =>
    reviseArticle(tx, story.id, { ...story, facts: { pubStatus: 'canceled' } }, new Date(), () =>
      Promise.resolve(),
    ),
  )
  site.house.pages.forget([`article:${story.id}`, 'lists'])
  return `/articles/${story.slug}`
}
