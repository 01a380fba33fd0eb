import assert from 'node:assert/strict'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { newDeskLink } from '../../src/desk/door/sessions.ts'
import { intakeOf } from '../../src/intake-tools.ts'
import { takeIn } from '../../src/wire/wire.ts'
import type { RunningSite } from '../site/newsroom.ts'
import { eventually } from '../site/newsroom.ts'
import { association, jpeg, pictured } from '../site/picture-world.ts'
import type { Visit } from './browser.ts'
import { onStage } from './browser.ts'

const stage = onStage({ empty: true })
const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8')
const folder = mkdtempSync(join(tmpdir(), 'standfirst-pictures-'))
after(() => rmSync(folder, { recursive: true, force: true }))

const slug = 'the-island-ferry-runs-again'
const address = `/articles/${slug}`

/** The most that a phone loads for a picture across its screen, and for a stamp, in bytes. */
const phonePicture = 30 * 1024
const phoneStamp = 4 * 1024

/** A story with a picture, and older ones with theirs, all sizes made by the running site. */
async function withPictures(site: RunningSite): Promise<void> {
  const made = async () => {
    const page = await (await fetch(`${site.origin}${address}`)).text()
    return page.includes('image/avif')
  }
  if (await made()) return
  writeFileSync(join(folder, 'ferry.jpg'), await jpeg(2000, 1250, { mark: [0.8, 0.4] }))
  const stories = ['The island ferry runs again', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth']
  for (const [i, headline] of stories.toReversed().entries()) {
    const file = pictured([association('ferry.jpg')], {
      uri: `urn:newsml:wire.example:${i}`,
      headlines: [{ role: 'main', value: headline }],
    })
    const delivery = {
      bytes: Buffer.from(file),
      channel: 'command',
      fileName: 'story.json',
      folder,
    }
    await takeIn({ ...delivery, source: 'wire' }, intakeOf(site.house))
  }
  await eventually(made, 60_000)
}

/** Which rendition each picture of the page was loaded from. */
async function chosen(page: Page): Promise<string[]> {
  await page.waitForLoadState('networkidle')
  return page
    .locator('main img')
    .evaluateAll((images) =>
      images.map((image) => (image as unknown as { currentSrc: string }).currentSrc),
    )
}

async function sizeOf(site: RunningSite, href: string): Promise<number> {
  const bytes = await (await fetch(href.replace(/^https?:\/\/[^/]+/, site.origin))).arrayBuffer()
  return bytes.byteLength
}

async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: () => Promise<AxeResults> } }).axe.run(),
  )
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
}

stage.journey(
  'a phone of 360 pixels loads the small rendition, and the stamp beside a headline',
  { viewport: { width: 360, height: 740 } },
  async ({ page, site, open }) => {
    await withPictures(site)
    await open(address)
    const [first = ''] = await chosen(page)
    assert.match(first, /\/360\.[\w-]+\.avif$/)
    const bytes = await sizeOf(site, first)
    assert.ok(bytes < phonePicture, `${bytes} bytes`)
    await open('/')
    await page.locator('.row img').first().scrollIntoViewIfNeeded()
    await eventually(async () => (await chosen(page))[1] !== '')
    const [lead = '', stamp = ''] = await chosen(page)
    assert.match(lead, /\/360x3-2\.[\w-]+\.avif$/)
    assert.match(stamp, /\/112x1-1\.[\w-]+\.avif$/)
    const stampBytes = await sizeOf(site, stamp)
    assert.ok(stampBytes < phoneStamp, `${stampBytes} bytes`)
  },
)

stage.journey(
  'a dense phone and a wide screen load what they can show',
  { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2 },
  async ({ page, site, open }) => {
    await withPictures(site)
    await open(address)
    assert.match((await chosen(page))[0] ?? '', /\/720\.[\w-]+\.avif$/)
    await page.setViewportSize({ width: 1280, height: 800 })
    await open(address)
    assert.match((await chosen(page))[0] ?? '', /\/1440\.[\w-]+\.avif$/)
  },
)

stage.journey(
  'nothing moves while a picture loads, and it is not drawn larger than it is',
  { viewport: { width: 360, height: 740 } },
  async ({ page, site, open }) => {
    await withPictures(site)
    await page.addInitScript(() => {
      const seen = { moved: 0 }
      Object.assign(globalThis, { seen })
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries())
          seen.moved += (entry as unknown as { value: number }).value
      }).observe({ type: 'layout-shift', buffered: true })
    })
    for (const path of [address, '/']) {
      await open(path)
      await chosen(page)
      const moved = await page.evaluate(
        () => (globalThis as unknown as { seen: { moved: number } }).seen.moved,
      )
      assert.equal(moved, 0, path)
      const width = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.equal(width, 360, `${path} scrolls sideways`)
    }
  },
)

for (const colorScheme of ['light', 'dark'] as const) {
  stage.journey(
    `a story with a picture can be used by everybody (${colorScheme})`,
    { colorScheme, viewport: { width: 360, height: 740 } },
    async ({ page, site, open }) => {
      await withPictures(site)
      for (const path of [address, '/']) {
        await open(path)
        assert.deepEqual(await faultsOf(page), [], path)
      }
    },
  )

  stage.journey(
    `an editor sets the focus with a click, without scripts (${colorScheme})`,
    { colorScheme, javaScriptEnabled: true },
    async (visit) => {
      await withPictures(visit.site)
      await openPicture(visit)
      const { page } = visit
      assert.deepEqual(await faultsOf(page), [])
      await page.locator('input[type=image]').click({ position: { x: 480, y: 100 } })
      await page.getByText('It is at 75 % from the left and 25 % from the top.').waitFor()
      assert.deepEqual(await faultsOf(page), [])
    },
  )
}

async function openPicture({ site, page, open }: Visit): Promise<void> {
  await page.goto(await newDeskLink(site.house.engine, site.origin, site.house.now()))
  await page.locator('[name=name]').fill('Ada Quill')
  await page.locator('main form button').click()
  await open('/desk/pictures')
  assert.deepEqual(await faultsOf(page), [])
  await page.locator('.row .what a').first().click()
  await page.locator('input[type=image]').waitFor()
}
